import type { ManagedBlueprint } from '../../blueprint';
import type { FindingPath } from '../../finding';

/** The key that says most about the number of nodes. */
export function sizePath(blueprint: ManagedBlueprint): FindingPath {
  if (blueprint.kind === 'replicated') return ['replicas'];
  return [blueprint.shards !== undefined ? 'shards' : blueprint.shardCount !== undefined ? 'shardCount' : 'shardScaling'];
}
