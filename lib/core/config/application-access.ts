import { commandName, compileAccessString } from '../access';
import type { AccessTarget } from '../access';
import { withoutOverridden } from '../access/command-rules';
import { isKnownCommand, RESTRICTED_COMMANDS } from '../catalog';
import type { ResolvedSelfManaged } from '../blueprint/resolve-self-managed';

type ApplicationUser = ResolvedSelfManaged['users'][number];

/**
 * Commands that no application needs and a wide grant would hand out: what the managed service withholds from everybody, and
 * what only exists on nodes of one's own. Granting one of them by name stays possible.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SupportedCommands.html
 */
export const WITHHELD_COMMANDS: readonly string[] = [
  ...new Set([
    ...RESTRICTED_COMMANDS, 'acl|deluser', 'acl|getuser', 'acl|list', 'client|pause', 'cluster|migrateslots', 'cluster|replicate', 'cluster|reset', 'cluster|saveconfig',
    'cluster|set-config-epoch', 'cluster|syncslots', 'failover', 'module', 'pfdebug', 'pfselftest', 'replconf', 'restore-asking', 'sentinel',
  ]),
].sort();

/**
 * ACL rules of an application user, `on` and password left out.
 *
 * A service refuses dangerous commands whatever a user's rules say; here the rules must say it themselves, after every wide grant.
 */
export function applicationRules(user: ApplicationUser, target: AccessTarget): readonly string[] {
  const rules = compileAccessString(user, target).split(' ').filter((rule) => rule !== 'on');
  const commands = rules.filter(isCommandRule);
  const named = user.allowCommands.map(commandName);
  if (!user.can.includes('admin') && !named.some((name) => name.startsWith('@'))) return rules;
  const allowed = named.filter((name) => !name.startsWith('@')).sort();
  const denied = user.denyCommands.map(commandName).sort();
  const withheld = WITHHELD_COMMANDS.filter((name) => isKnownCommand(target.engine, target.version, name));
  return [
    ...rules.filter((rule) => !isCommandRule(rule)),
    ...withoutOverridden([
      ...commands,
      ...withheld.map((name) => `-${name}`),
      ...allowed.map((name) => `+${name}`),
      ...denied.map((name) => `-${name}`),
    ]),
  ];
}

function isCommandRule(rule: string): boolean {
  return rule.startsWith('+') || rule.startsWith('-');
}
