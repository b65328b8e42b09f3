import type { ResolvedSelfManagedBlueprint } from '../../blueprint/resolve-self-managed';
import type { NodeId } from '../../plan/nodes';
import { compositesOf } from '../composites';
import { coverageOf } from '../coverage';
import type { Coverage, CoveredDefinition } from '../coverage';
import { dashboardOf } from '../dashboard';
import type { AlarmDefinition } from '../definition';
import type { Monitoring } from '../index';
import type { Subject } from '../subject';
import { watchedMembers } from '../subject';
import { SELF_MANAGED_GRAPHS } from './context-graphs';
import { blockedFork, clients, disk, engineCpu, evictedKeys, memory, rejectedClients } from './load';
import { appendOnlyFailing, backupAge, certificate, forkFailing, replicaLink, replicationLag } from './safety';
import { quorumAtRisk, quorumLost, sentinelsKnown } from './sentinels';
import { dataSubject, sentinelMachineSubject, sentinelSubject } from './subject';
import { clusterState, nodeDown, noPrimary, twoPrimaries, writesStopped } from './up';

/** Alarms of data nodes, in order of need. */
const DATA_ALARMS: readonly AlarmDefinition[] = [
  noPrimary, twoPrimaries, clusterState, writesStopped, nodeDown, memory, engineCpu, replicaLink, replicationLag, backupAge, appendOnlyFailing, forkFailing,
  rejectedClients, clients, evictedKeys, blockedFork,
];

/** Alarms of Sentinels, wherever they run. */
const SENTINEL_ALARMS: readonly AlarmDefinition[] = [quorumLost, quorumAtRisk, sentinelsKnown];

/** Alarms of every machine. */
const MACHINE_ALARMS: readonly AlarmDefinition[] = [certificate, disk];

/** Every alarm of self-managed topologies. */
export const SELF_MANAGED_ALARMS: readonly AlarmDefinition[] = [...DATA_ALARMS, ...SENTINEL_ALARMS, ...MACHINE_ALARMS];

/** Monitoring of nodes of one's own: the same alarms, composites and dashboard as of a managed cache, over the metrics that the nodes publish. */
export function selfManagedMonitoring(resolved: ResolvedSelfManagedBlueprint, topic: NodeId): Monitoring {
  const data = dataSubject(resolved);
  const coverage = merged([
    covers([...DATA_ALARMS, ...MACHINE_ALARMS], data, topic),
    covers(SENTINEL_ALARMS, sentinelSubject(resolved), topic),
    covers(MACHINE_ALARMS, sentinelMachineSubject(resolved), topic),
  ]);
  const alarms = coverage.covered.flatMap((covered) => covered.alarms);
  const composites = compositesOf(alarms, data, topic);
  return { alarms, composites, ...(resolved.monitoring.dashboard ? { dashboard: dashboardOf(coverage, composites, data, SELF_MANAGED_GRAPHS) } : {}) };
}

function covers(definitions: readonly AlarmDefinition[], subject: Subject, topic: NodeId): Coverage {
  return watchedMembers(subject).length === 0 ? { covered: [], onDashboardOnly: [] } : coverageOf(definitions, subject, topic);
}

/** One entry for each definition, so that the dashboard draws one graph of it. */
function merged(coverages: readonly Coverage[]): Coverage {
  const covered = new Map<string, CoveredDefinition>();
  for (const entry of coverages.flatMap((coverage) => coverage.covered)) {
    const earlier = covered.get(entry.definition.key);
    covered.set(entry.definition.key, { definition: entry.definition, alarms: [...(earlier?.alarms ?? []), ...entry.alarms] });
  }
  return { covered: [...covered.values()], onDashboardOnly: coverages.flatMap(({ onDashboardOnly }) => onDashboardOnly) };
}
