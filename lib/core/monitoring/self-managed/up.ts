import { always, defineAlarm, pageInProduction, ticket } from '../definition';
import type { Operand } from '../definition';
import { SELF_MANAGED_METRICS } from '../self-managed-metrics';
import { measured } from './reader';

const FLAG = '0 or 1';
const silentNode = 'a node that is gone is said by the alarm on nodes that answer';

/** Silent nodes count as no primary: arithmetic takes a missing data point as 0 only beside one that exists. */
function primaries(operands: readonly Operand[]): string {
  return operands.map(({ id }) => `FILL(${id},0)`).join('+');
}

/** Nobody takes writes. */
export const noPrimary = defineAlarm({
  key: 'no-primary',
  title: 'Primaries, each shard',
  question: 'up',
  scope: 'shard',
  urgency: pageInProduction,
  tellsItself: true,
  applies: always,
  appliesWhen: 'always',
  metrics: () => [measured('primary', 'Maximum')],
  expression: primaries,
  comparison: 'LessThanThreshold',
  threshold: () => 1,
  thresholdFormula: 'below 1 primary',
  unit: 'primaries',
  periodSeconds: 60,
  evaluationPeriods: 3,
  datapointsToAlarm: 2,
  missingData: 'breaching',
  missingDataReason: 'a shard none of whose nodes reports has no primary that anybody can see',
  fillInBatch: 0,
  meaning: () => 'No node is primary: every write fails. A failover takes seconds, so this one has not happened or did not succeed.',
  firstAction: ({ sharded }) => (sharded ? 'First see CLUSTER NODES on a node that answers: which primaries are marked fail, and whether a majority is left to vote.' : 'First see SENTINEL MASTERS and SENTINEL REPLICAS on each Sentinel: whether a majority agrees that the primary is down, and why no replica is eligible.'),
  source: SELF_MANAGED_METRICS.primary.source,
});

/** Writes go to two places, and one of them will be thrown away. */
export const twoPrimaries = defineAlarm({
  key: 'two-primaries',
  title: 'Primaries beyond one, each shard',
  question: 'up',
  scope: 'shard',
  urgency: pageInProduction,
  tellsItself: true,
  applies: always,
  appliesWhen: 'always',
  metrics: () => [measured('primary', 'Minimum')],
  expression: primaries,
  comparison: 'GreaterThanThreshold',
  threshold: () => 1,
  thresholdFormula: 'above 1 primary for two minutes; a failover shows two for seconds',
  unit: 'primaries',
  periodSeconds: 60,
  evaluationPeriods: 2,
  datapointsToAlarm: 2,
  missingData: 'notBreaching',
  missingDataReason: 'silence makes no primary',
  meaning: () => 'More than one node says that it is primary: what clients write to one of them will be thrown away when it becomes a replica.',
  firstAction: ({ sharded }) => (sharded ? 'First compare CLUSTER NODES on both: the one with the higher epoch is right; CLUSTER REPLICATE makes the other its replica.' : 'First ask the Sentinels (SENTINEL GET-MASTER-ADDR-BY-NAME) which one is right, and stop the engine on the other; it comes back as a replica.'),
  source: SELF_MANAGED_METRICS.primary.source,
});

/** A machine or its engine is gone and has not come back. */
export const nodeDown = defineAlarm({
  key: 'node-down',
  title: 'Nodes that answer',
  question: 'up',
  scope: 'member',
  urgency: ticket,
  applies: always,
  appliesWhen: 'always',
  metrics: () => [measured('engineUp', 'Maximum')],
  comparison: 'LessThanThreshold',
  threshold: () => 1,
  thresholdFormula: 'no answer, or no data point',
  unit: FLAG,
  periodSeconds: 60,
  evaluationPeriods: 10,
  datapointsToAlarm: 10,
  missingData: 'breaching',
  missingDataReason: 'silence is what it listens for: every node reports each minute',
  fillInBatch: 0,
  meaning: () => 'The engine has not answered for ten minutes, or the node is gone: a machine that fails is replaced by itself within minutes, and this one was not.',
  firstAction: () => 'First look at the activity of its Auto Scaling group (capacity, a volume that is still attached) and at the node log of its last start.',
  source: SELF_MANAGED_METRICS.engineUp.source,
});

/** The cluster refuses commands. */
export const clusterState = defineAlarm({
  key: 'cluster-state',
  title: 'Cluster state',
  question: 'up',
  scope: 'member',
  urgency: pageInProduction,
  applies: ({ sharded }) => sharded,
  appliesWhen: 'cluster',
  metrics: () => [measured('clusterStateOk', 'Minimum')],
  comparison: 'LessThanThreshold',
  threshold: () => 1,
  thresholdFormula: '`cluster_state` is not ok',
  unit: FLAG,
  periodSeconds: 60,
  evaluationPeriods: 3,
  datapointsToAlarm: 3,
  missingData: 'notBreaching',
  missingDataReason: silentNode,
  fillInBatch: 1,
  meaning: () => 'The node sees slots without a primary, or no majority of primaries: it refuses commands on those slots, or on all of them.',
  firstAction: () => 'First see CLUSTER INFO and CLUSTER NODES on several nodes: a shard that lost all its nodes must come back; a node that stands alone was cut off.',
  source: SELF_MANAGED_METRICS.clusterStateOk.source,
});

/** The guard against losing writes has closed. */
export const writesStopped = defineAlarm({
  key: 'writes-stopped',
  title: 'Replicas that the primary can count on, each shard',
  question: 'up',
  scope: 'shard',
  urgency: pageInProduction,
  tellsItself: true,
  applies: ({ ownNodes }) => (ownNodes?.minReplicasToWrite ?? 0) > 0,
  appliesWhen: '`minReplicasToWrite` is above 0',
  metrics: () => [measured('connectedReplicas', 'Maximum')],
  expression: (operands) => `MAX([${operands.map(({ id }) => `FILL(${id},0)`).join(',')}])`,
  comparison: 'LessThanThreshold',
  threshold: ({ ownNodes }) => ownNodes?.minReplicasToWrite ?? 0,
  thresholdFormula: 'fewer replicas than `minReplicasToWrite`',
  unit: 'replicas',
  periodSeconds: 60,
  evaluationPeriods: 3,
  datapointsToAlarm: 3,
  missingData: 'breaching',
  missingDataReason: 'without a primary that reports, nobody can count on any replica',
  fillInBatch: 0,
  meaning: () => 'The primary reaches fewer replicas than it must to accept writes, so it refuses them (NOREPLICAS).',
  firstAction: () => 'First bring a replica back (node log, INFO replication on both sides); CONFIG SET min-replicas-to-write 0 lets writes through at the risk of losing them.',
  source: 'https://valkey.io/topics/replication/',
});
