import { PAGES } from '../../catalog';
import { always, defineAlarm, pageInProduction } from '../definition';

/** Percent of maxclients. */
const PERCENT_OF_MAXCLIENTS = 80;

/**
 * Connections near the node's limit, which is fixed by the node type.
 *
 * Past it new clients are refused, monitoring and failover clients among them. `NewConnections` has no alarm: what is much
 * for one pool is a quiet day for another, and a storm shows here and in CPU; it is on the dashboard.
 */
export const connections = defineAlarm({
  key: 'connections',
  title: 'Client connections',
  question: 'full',
  scope: 'member',
  urgency: pageInProduction,
  applies: always,
  appliesWhen: 'always',
  metrics: () => [{ name: 'CurrConnections', statistic: 'Average' }],
  comparison: 'GreaterThanThreshold',
  threshold: (subject) => Math.floor((subject.node.maxclients * (subject.thresholds.connectionsPercent ?? PERCENT_OF_MAXCLIENTS)) / 100),
  thresholdFormula: `above ${PERCENT_OF_MAXCLIENTS} percent of the node type's maxclients; \`thresholds.connectionsPercent\` replaces ${PERCENT_OF_MAXCLIENTS}`,
  unit: 'connections',
  periodSeconds: 60,
  evaluationPeriods: 10,
  datapointsToAlarm: 10,
  missingData: 'notBreaching',
  missingDataReason: 'a node that is gone holds no connections; that it is gone is said by the alarms on being up',
  meaning: (subject) => `Open connections come near maxclients (${subject.node.maxclients}); past it new clients are refused.`,
  firstAction: () => 'First find who holds them (CLIENT LIST, by name and address): a leaking pool or a new deployment; restart or cap that client, and consider the timeout parameter.',
  source: PAGES.elasticache.monitoringChoice,
});
