import type { ManagedBlueprint, ShardedBlueprint } from '../../../lib/core/blueprint';
import { resolveBlueprint } from '../../../lib/core/blueprint/resolve';
import type { Monitoring } from '../../../lib/core/monitoring';
import { monitoringOf } from '../../../lib/core/monitoring';
import type { Member } from '../../../lib/core/plan/members';
import { membersOf } from '../../../lib/core/plan/members';
import type { Alarm, MetricReading } from '../../../lib/core/plan/nodes';

/** What a test says about a cache; the rest is the shortest valid blueprint. */
export type Wish = Partial<Omit<ManagedBlueprint, 'kind' | 'network'>> & Partial<Pick<ShardedBlueprint, 'shardCount' | 'shards' | 'replicasPerShard' | 'shardScaling' | 'replicaScaling'>> & { readonly replicas?: number };

export const TOPIC = 'topic';

const NETWORK = { vpc: { id: 'vpc-1', subnetIds: ['subnet-a', 'subnet-b'] } };

/** Monitoring of a replicated cache called `orders`. */
export function replicated(wish: Wish = {}): Monitoring & { readonly members: readonly Member[] } {
  return monitored({ kind: 'replicated', ...wish });
}

/** Monitoring of a sharded cache called `orders`. */
export function sharded(wish: Wish = {}): Monitoring & { readonly members: readonly Member[] } {
  return monitored({ kind: 'sharded', ...wish });
}

function monitored(wish: Wish & { readonly kind: ManagedBlueprint['kind'] }): Monitoring & { readonly members: readonly Member[] } {
  const blueprint = { name: 'orders', nodeType: 'cache.r7g.xlarge', network: NETWORK, ...wish } as unknown as ManagedBlueprint;
  const resolved = resolveBlueprint(blueprint);
  const members = membersOf(resolved);
  return { ...monitoringOf({ resolved, members, topic: TOPIC }), members };
}

/** Every metric that an alarm reads. */
export function readingsOf(alarm: Alarm): readonly MetricReading[] {
  return alarm.signal.type === 'metric' ? [alarm.signal.metric] : alarm.signal.metrics.map(({ metric }) => metric);
}

/** The alarms of one kind, such as `cpu`. */
export function alarmsOfKind(monitoring: Monitoring, key: string): readonly Alarm[] {
  return monitoring.alarms.filter((alarm) => kindOf(alarm) === key);
}

/** Kind of an alarm, read from its id. */
export function kindOf(alarm: Alarm): string {
  return alarm.id.replace(/^alarm-/, '').replace(/-(\d{4}to\d{4}(-\d{3})?|group\d{3}|shards|(\d{4}-)?\d{3}|\d{4})$/, '');
}

/** The one alarm with this id. */
export function alarm(monitoring: Monitoring, id: string): Alarm {
  const found = monitoring.alarms.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no alarm ${id}; there are ${monitoring.alarms.map((each) => each.id).join(', ')}`);
  return found;
}
