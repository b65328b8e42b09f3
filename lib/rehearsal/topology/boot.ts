import type { ResolvedCluster, ResolvedNode, ResolvedSelfManagedBlueprint, ResolvedSentinel } from '../../core/blueprint/resolve-self-managed';
import type { Engine } from '../engines';
import { Fleet, type FleetOptions } from '../fleet';
import { adapt, withReplica, withShard, type ExtraUser } from './adapt';
import { ClusterDeployment } from './cluster';
import { ASIDE_HOST, CLIENT_HOST, SPARE_HOST } from './deployment';
import { SentinelDeployment } from './sentinel';

export type AnyDeployment = SentinelDeployment | ClusterDeployment;

export interface BootOptions extends Pick<FleetOptions, 'isolation' | 'keepFiles'> {
  readonly engine: Engine;
  /** Users beside those of the blueprint. @default - none */
  readonly extraUsers?: readonly ExtraUser[];
}

/** Lays out a host for each node of a blueprint and those that drills need besides, and starts the deployment. */
export async function bootDeployment(resolved: ResolvedSelfManagedBlueprint, options: BootOptions): Promise<AnyDeployment> {
  const grown = resolved.kind === 'sentinel' ? withReplica(resolved) : withShard(resolved).resolved;
  const fleet = await Fleet.start({ ...options, hosts: hostsOf(grown.nodes) });
  try {
    const deployment = deploymentOf(fleet, resolved, grown.nodes, options);
    await deployment.boot();
    return deployment;
  } catch (error) {
    const kept = await fleet.stop();
    if (kept !== undefined && error instanceof Error) error.message += `; files are kept in ${kept}`;
    throw error;
  }
}

function deploymentOf(fleet: Fleet, resolved: ResolvedSelfManagedBlueprint, nodes: readonly ResolvedNode[], { engine, extraUsers }: BootOptions): AnyDeployment {
  return resolved.kind === 'sentinel'
    ? new SentinelDeployment(fleet, engine, adapt<ResolvedSentinel>(resolved, engine), nodes, extraUsers)
    : new ClusterDeployment(fleet, engine, adapt<ResolvedCluster>(resolved, engine), nodes, extraUsers);
}

function hostsOf(nodes: readonly ResolvedNode[]): FleetOptions['hosts'] {
  const own = nodes.map(({ name, subnet }) => ({ name, zone: subnet.availabilityZone }));
  return [...own, ...[CLIENT_HOST, ASIDE_HOST, SPARE_HOST].map((name) => ({ name }))];
}
