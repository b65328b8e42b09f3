import { PAGES } from '../../catalog';
import { always, defineAlarm, ticket } from '../definition';

/** The allowances of the instance whose excess costs packets. */
const ALLOWANCES = [
  'NetworkBandwidthInAllowanceExceeded',
  'NetworkBandwidthOutAllowanceExceeded',
  'NetworkPacketsPerSecondAllowanceExceeded',
  'NetworkConntrackAllowanceExceeded',
] as const;

/**
 * Packets are queued or dropped because the instance's network allowance is spent.
 *
 * One alarm over the four allowances, since the first look is the same: the dashboard says which. A short burst drops a
 * few packets and is forgiven; clients see the rest as timeouts that no engine metric explains.
 */
export const network = defineAlarm({
  key: 'network',
  title: 'Packets over the network allowance',
  question: 'fast',
  scope: 'member',
  urgency: ticket,
  applies: always,
  appliesWhen: 'always',
  metrics: () => ALLOWANCES.map((name) => ({ name, statistic: 'Sum' })),
  expression: (operands) => operands.map(({ id }) => id).join('+'),
  comparison: 'GreaterThanThreshold',
  threshold: () => 0,
  thresholdFormula: 'bandwidth in + bandwidth out + packets per second + connection tracking: any packet',
  unit: 'packets',
  periodSeconds: 60,
  evaluationPeriods: 10,
  datapointsToAlarm: 5,
  missingData: 'notBreaching',
  missingDataReason: 'no data point means that no packet was over the allowance',
  meaning: () => 'Packets of the node are queued or dropped because its network allowance is spent; clients see timeouts.',
  firstAction: (subject) => `First see on the dashboard which allowance: bandwidth (large values, full syncs), packets (no pipelining) or tracked connections (reconnects); then ${subject.sharded ? 'add shards' : 'take a larger or a network node type'}.`,
  source: PAGES.elasticache.hostMetrics,
});
