import type { ShardSpec } from '../../blueprint';
import type { RuleContext } from '../rule';

/** The shards that the blueprint names; none when it counts them. */
export function namedShards({ blueprint }: RuleContext): readonly ShardSpec[] {
  return blueprint.kind === 'sharded' ? (blueprint.shards ?? []) : [];
}
