import { PAGES } from '../../catalog';
import type { Alarm, ManagedCache } from '../../plan/nodes';
import { nodesOfKind } from '../../plan/plan';
import type { Plan } from '../../plan/plan';
import { counted } from '../../rules/wording';
import type { RecoveryReport } from './shape';
import { replicasOf } from './topology';

/**
 * What each kind of accident costs. In words where the vendor publishes no figure: for failovers it says only that the
 * replica with the least lag is promoted, and that replication is asynchronous.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html
 */
export function recoveryOf(plan: Plan, cache: ManagedCache): RecoveryReport[] {
  return [nodeLost(plan, cache), zoneLost(plan, cache), dataLost(cache), stackDeleted(cache), regionLost(cache)];
}

const { autoFailover, backups } = PAGES.elasticache;
const LAG = 'ReplicationLag';

function failsOver(cache: ManagedCache): boolean {
  return cache.automaticFailover && replicasOf(cache) > 0;
}

function nodeLost(plan: Plan, cache: ManagedCache): RecoveryReport {
  const event = 'primary fails';
  if (!failsOver(cache)) return withoutFailover(event, cache);
  return { event, rpo: unreplicated(plan), rto: 'automatic: a replica is promoted; the service publishes no figure', restsOn: `${counted(replicasOf(cache), 'replica')} a shard, automatic failover`, source: autoFailover };
}

function zoneLost(plan: Plan, cache: ManagedCache): RecoveryReport {
  const event = 'zone fails';
  if (!failsOver(cache)) return withoutFailover(event, cache);
  if (!cache.multiAz) {
    return { event, rpo: 'everything since the last snapshot, if all nodes of a shard stood there', rto: 'by hand, when the zone took all of them', restsOn: 'Multi-AZ is off: the service may place all nodes in one zone', source: autoFailover };
  }
  return { event, rpo: unreplicated(plan), rto: 'automatic: a replica in another zone is promoted', restsOn: 'Multi-AZ: primary and replicas in different zones', source: autoFailover };
}

/** The alarm's threshold is the only bound on the lag that the plan itself states. */
function unreplicated(plan: Plan): string {
  const lag = nodesOfKind(plan, 'alarm').find(watchesLag);
  return `writes not yet replicated${lag === undefined ? '' : `; an alarm rings above a lag of ${lag.threshold} s`}`;
}

/** A single metric, or the worst of several: the threshold of any other expression would not be seconds. */
function watchesLag({ signal }: Alarm): boolean {
  if (signal.type === 'metric') return signal.metric.name === LAG;
  return signal.expression.startsWith('MAX(') && signal.metrics.every(({ metric }) => metric.name === LAG);
}

function withoutFailover(event: string, cache: ManagedCache): RecoveryReport {
  const restsOn = replicasOf(cache) === 0 ? 'no replica: there is nothing to promote' : 'automatic failover is off: replicas are promoted by hand';
  const rpo = replicasOf(cache) === 0 ? sinceSnapshot(cache) : 'writes not yet replicated';
  const rto = replicasOf(cache) === 0 ? 'the node is replaced empty; restoring is done by hand' : 'by hand: promote a replica';
  return { event, rpo, rto, restsOn, source: autoFailover };
}

function dataLost(cache: ManagedCache): RecoveryReport {
  const event = 'data deleted';
  if (cache.backup.retentionDays === 0) return { event, rpo: 'everything', rto: 'never: the application must write it again', restsOn: 'snapshots are off', source: backups };
  return { event, rpo: sinceSnapshot(cache), rto: 'by hand: restore a snapshot into a new cache; grows with the data', restsOn: `daily snapshots at ${cache.backup.window} UTC, kept ${counted(cache.backup.retentionDays, 'day')}`, source: backups };
}

function stackDeleted(cache: ManagedCache): RecoveryReport {
  const event = 'stack deleted';
  if (cache.finalSnapshotName === undefined) return { event, rpo: 'everything', rto: 'never', restsOn: '`disposable: true` takes no final snapshot', source: backups };
  return { event, rpo: 'nothing', rto: 'by hand: restore the final snapshot', restsOn: `${finalSnapshotInWords(cache.finalSnapshotName)}; its key is retained`, source: backups };
}

/**
 * Only Terraform states a name; CloudFormation's `DeletionPolicy: Snapshot` takes none.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
 */
export function finalSnapshotInWords(name: string): string {
  return `final snapshot, named ${name} by Terraform; by CloudFormation itself: list the snapshots of the replication group`;
}

function regionLost(cache: ManagedCache): RecoveryReport {
  const kept = cache.backup.retentionDays > 0 ? 'snapshots stay in the region unless they are copied out' : 'there are no snapshots';
  return { event: 'region fails', rpo: 'everything until it is back', rto: 'when the region is back', restsOn: kept, source: backups };
}

function sinceSnapshot({ backup }: ManagedCache): string {
  return backup.retentionDays === 0 ? 'everything' : 'up to 24 hours: everything since the last daily snapshot';
}
