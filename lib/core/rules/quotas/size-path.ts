import type { Blueprint } from '../../blueprint';
import type { FindingPath } from '../../finding';

/** The key that says most about the number of nodes. */
export function sizePath(blueprint: Blueprint): FindingPath {
  if (blueprint.kind === 'replicated') return ['replicas'];
  return [blueprint.shards !== undefined ? 'shards' : blueprint.shardCount !== undefined ? 'shardCount' : 'shardScaling'];
}
