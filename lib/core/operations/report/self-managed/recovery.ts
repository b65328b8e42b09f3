import type { ResolvedSelfManagedBlueprint } from '../../../blueprint/resolve-self-managed';
import { counted } from '../../../rules/wording';
import { DRILLS_PAGE, MEASURED_FAILOVERS, MEASURED_GUARD, MEASURED_PLANNED } from '../../measured-failovers';
import type { MeasuredFailover } from '../../measured-failovers';
import type { RecoveryReport } from '../shape';

/** What each kind of accident costs. Figures are measured with the same configuration; docs/drills.md says how. */
export function selfManagedRecovery(resolved: ResolvedSelfManagedBlueprint): RecoveryReport[] {
  return [primaryFails(resolved), primaryCutOff(resolved), zoneFails(resolved), plannedFailover(resolved), dataDeleted(resolved), stackDeleted(resolved), regionFails(resolved)];
}

function detectionOf(resolved: ResolvedSelfManagedBlueprint): { readonly ms: number; readonly setting: string } {
  return resolved.kind === 'sentinel'
    ? { ms: resolved.sentinels.downAfterMs, setting: `down-after ${resolved.sentinels.downAfterMs} ms` }
    : { ms: resolved.nodeTimeoutMs, setting: `node timeout ${resolved.nodeTimeoutMs} ms` };
}

function measuredFor(resolved: ResolvedSelfManagedBlueprint): MeasuredFailover | undefined {
  const { ms } = detectionOf(resolved);
  return MEASURED_FAILOVERS[resolved.kind].find(({ detectionMs }) => detectionMs === ms);
}

/** The figure where it was measured; otherwise the nearest one that was, named as such. */
function seconds(resolved: ResolvedSelfManagedBlueprint, of: (measured: MeasuredFailover) => number | undefined): string {
  const exact = measuredFor(resolved);
  const figure = exact === undefined ? undefined : of(exact);
  if (figure !== undefined) return `${figure} s measured`;
  const { ms } = detectionOf(resolved);
  const known = MEASURED_FAILOVERS[resolved.kind].filter((candidate) => of(candidate) !== undefined);
  const [nearest] = [...known].sort((a, b) => Math.abs(a.detectionMs - ms) - Math.abs(b.detectionMs - ms));
  return nearest === undefined ? 'not measured' : `not measured at ${ms} ms; ${of(nearest)} s at ${nearest.detectionMs} ms`;
}

function primaryFails(resolved: ResolvedSelfManagedBlueprint): RecoveryReport {
  const frozen = resolved.kind === 'sentinel' ? `, ${seconds(resolved, ({ frozenSeconds }) => frozenSeconds)} when it freezes` : '';
  return {
    event: 'primary fails',
    rpo: resolved.kind === 'sentinel' ? 'writes not yet replicated; a crash lost none in the drills' : 'writes not yet replicated',
    rto: `automatic: ${seconds(resolved, ({ killedSeconds }) => killedSeconds)} when it crashes${frozen}`,
    restsOn: `${detectionOf(resolved).setting}, ${counted(resolved.replicas, 'replica')}${resolved.kind === 'sentinel' ? ` and ${resolved.sentinels.quorum} of ${resolved.sentinels.count} Sentinels` : ' a shard'}; figures are medians of drills on real engines (${DRILLS_PAGE})`,
    source: DRILLS_PAGE,
  };
}

function primaryCutOff(resolved: ResolvedSelfManagedBlueprint): RecoveryReport {
  return {
    event: 'primary cut off',
    rpo: `what clients beside it write ${acceptedFor(resolved)}${resolved.kind === 'sentinel' ? '; none with WAIT 1' : ''}`,
    rto: resolved.kind === 'sentinel' ? `automatic: ${seconds(resolved, ({ cutOffSeconds }) => cutOffSeconds)}` : `automatic: as when it fails, ${seconds(resolved, ({ killedSeconds }) => killedSeconds)}`,
    restsOn: guardOf(resolved),
    source: DRILLS_PAGE,
  };
}

function acceptedFor(resolved: ResolvedSelfManagedBlueprint): string {
  const { minReplicasToWrite, minReplicasMaxLagSeconds: lag } = resolved;
  if (minReplicasToWrite < 1) return resolved.kind === 'cluster' ? `for up to the node timeout, ${resolved.nodeTimeoutMs} ms` : 'until the network heals';
  const measured = MEASURED_GUARD.find(({ maxLagSeconds }) => maxLagSeconds === lag);
  return measured === undefined ? `for about ${lag} s, as long as a replica may be silent` : `for ${measured.seconds} s, as measured`;
}

function guardOf({ minReplicasToWrite, minReplicasMaxLagSeconds, kind }: ResolvedSelfManagedBlueprint): string {
  if (minReplicasToWrite > 0) return `min-replicas-to-write ${minReplicasToWrite}, max-lag ${minReplicasMaxLagSeconds} s`;
  return kind === 'cluster' ? 'the node timeout, after which a primary without a majority stops' : 'nothing: min-replicas-to-write is 0';
}

function zoneFails(resolved: ResolvedSelfManagedBlueprint): RecoveryReport {
  const zones = new Set(resolved.nodes.map(({ subnet }) => subnet.availabilityZone)).size;
  const event = 'zone fails';
  if (zones < 3) {
    return { event, rpo: 'everything since the last backup, where all nodes of a shard stood in the zone', rto: 'by hand, when the zone held a majority', restsOn: `${counted(zones, 'zone')}: one of them holds a majority`, source: DRILLS_PAGE };
  }
  return { event, rpo: 'writes not yet replicated', rto: `automatic: as when the primary fails, ${seconds(resolved, ({ killedSeconds }) => killedSeconds)}; the zone's nodes come back when it does`, restsOn: `${zones} zones, none with a majority, and nodes pinned to them`, source: DRILLS_PAGE };
}

function plannedFailover(resolved: ResolvedSelfManagedBlueprint): RecoveryReport {
  return {
    event: 'planned failover',
    rpo: 'nothing: none lost in the drills',
    rto: `automatic at the planned stop of a node: ${MEASURED_PLANNED[resolved.kind]} measured`,
    restsOn: resolved.kind === 'sentinel' ? 'the stop step of the unit: pause writes, wait for offsets, fail over' : 'the stop step of the unit: CLUSTER FAILOVER to a replica first',
    source: DRILLS_PAGE,
  };
}

function dataDeleted({ backup }: ResolvedSelfManagedBlueprint): RecoveryReport {
  return {
    event: 'data deleted',
    rpo: `up to ${counted(backup.everyMinutes, 'minute')}: everything since the last backup`,
    rto: 'by hand: a deployment with `backup.restoreFrom` loads a backup at its first start; grows with the data',
    restsOn: `a verified backup every ${counted(backup.everyMinutes, 'minute')}, kept ${counted(backup.retentionDays, 'day')}`,
    source: DRILLS_PAGE,
  };
}

function stackDeleted({ disposable }: ResolvedSelfManagedBlueprint): RecoveryReport {
  const event = 'stack deleted';
  return disposable
    ? { event, rpo: 'everything', rto: 'never', restsOn: '`disposable: true` deletes volumes and backups', source: DRILLS_PAGE }
    : { event, rpo: 'nothing', rto: 'by hand: volumes, backups and their key are kept', restsOn: 'volumes, bucket and key are retained', source: DRILLS_PAGE };
}

function regionFails({ backup }: ResolvedSelfManagedBlueprint): RecoveryReport {
  const event = 'region fails';
  return backup.copyToBucketArn === undefined
    ? { event, rpo: 'everything until it is back', rto: 'when the region is back', restsOn: 'backups stay in the region: `backup.copyToBucketArn` is not stated', source: DRILLS_PAGE }
    : { event, rpo: `up to ${counted(backup.everyMinutes, 'minute')} and the time of replication`, rto: 'by hand: deploy in the other region from a copied backup', restsOn: `copies in ${backup.copyToBucketArn}`, source: DRILLS_PAGE };
}
