import { RULES } from '../../core/rules';
import type { AnyRule } from '../../core/rules/rule';

/**
 * Rules whose facts a template states. The others ask what only a blueprint tells: the environment, the workload, what was
 * written and what was left to a default.
 */
export const JUDGED_RULE_NAMES: readonly string[] = [
  'engine-version', 'tls-preferred-version',
  'node-type-known', 'node-type-region', 'node-type-engine',
  'imported-family',
  'one-way-in', 'tls-off-with-access', 'user-group-engine', 'access-string', 'iam-user-name',
  'multi-az-needs-failover', 'multi-az-needs-replicas', 'failover-needs-replicas', 'sharded-needs-failover',
  'replica-range', 'shard-range', 'shard-id', 'duplicate-shards', 'slot-syntax', 'slot-coverage',
  'port-range', 'cache-id-format',
  'maintenance-window-format', 'maintenance-window-length', 'backup-window-format', 'backup-window-length', 'backup-retention-range',
];

/** The rules themselves. */
export function judgedRules(): readonly AnyRule[] {
  return RULES.filter(({ name }) => JUDGED_RULE_NAMES.includes(name));
}
