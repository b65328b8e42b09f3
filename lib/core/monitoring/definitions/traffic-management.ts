import { PAGES } from '../../catalog';
import { always, defineAlarm, ticket } from '../definition';

/** The service holds commands back to keep the node alive; now and then is fine, most of a quarter of an hour is not. */
export const trafficManagement = defineAlarm({
  key: 'traffic-management',
  title: 'Traffic held back by the service',
  question: 'fast',
  scope: 'member',
  urgency: ticket,
  applies: always,
  appliesWhen: 'always',
  metrics: () => [{ name: 'TrafficManagementActive', statistic: 'Maximum' }],
  comparison: 'GreaterThanThreshold',
  threshold: () => 0,
  thresholdFormula: 'active',
  unit: '1 when active',
  periodSeconds: 60,
  evaluationPeriods: 15,
  datapointsToAlarm: 10,
  missingData: 'notBreaching',
  missingDataReason: 'no data point means that nothing is held back',
  meaning: () => 'More commands arrive than the node can process, and the service holds traffic back to keep it alive.',
  firstAction: (subject) => `First compare CPU and network of the node with its peers; then ${subject.sharded ? 'add shards or spread the hot key' : 'take a larger node type or move reads to replicas'}.`,
  source: PAGES.elasticache.monitoringChoice,
});
