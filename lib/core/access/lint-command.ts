import {
  ACCESS_SYNTAX_MINIMUM, commandNames, findCommand, isAclCategory, isKnownCommand, isRestrictedCommand, suggestAclCategory, suggestCommand,
} from '../catalog';
import { printable } from '../rules/wording';
import type { AccessProblem } from './problem';
import { isAtLeast, speaks } from './target';
import type { AccessTarget } from './target';

/** What is wrong with one `+...` or `-...` rule. */
export function lintCommandRule(rule: string, target: AccessTarget): readonly AccessProblem[] {
  return lintUserCommand(rule.startsWith('-') ? '-' : '+', rule.slice(1), target);
}

/** Where the engine runs: a service withholds commands, nodes of one's own do not. */
export type CommandHost = 'elasticache' | 'own-nodes';

/** What is wrong with granting (`+`) or withholding (`-`) a command, subcommand or `@category`. */
export function lintUserCommand(sign: '+' | '-', name: string, target: AccessTarget, on: CommandHost = 'elasticache'): readonly AccessProblem[] {
  const named = lintCommandName(name, target, on);
  if (named.length > 0 || sign === '+' || !name.includes('|') || speaks(target, ACCESS_SYNTAX_MINIMUM.subcommands)) return named;
  return [
    {
      problem: `withholds \`${printable(name)}\`, but ${target.engine} ${target.version} cannot withhold a subcommand`,
      remedy: 'withhold the whole command and grant the subcommands that are needed',
    },
  ];
}

/** What is wrong with naming this command, subcommand or `@category` in a rule. */
function lintCommandName(name: string, target: AccessTarget, on: CommandHost): readonly AccessProblem[] {
  if (name.startsWith('@')) return isAclCategory(name.slice(1).toLowerCase()) ? [] : [unknownCategory(name)];
  if (on === 'elasticache' && isRestrictedCommand(on, name)) {
    return [{ problem: `names \`${printable(name)}\`, which the service withholds and refuses to see named`, remedy: 'take it out' }];
  }
  return isKnownName(name.toLowerCase(), target) ? [] : [unknownCommand(name, target)];
}

function isKnownName(name: string, target: AccessTarget): boolean {
  if (isKnownCommand(target.engine, target.version, name)) return true;
  const [command = '', ...rest] = name.split('|');
  if (rest.length !== 1 || rest[0] === '' || !isKnownCommand(target.engine, target.version, command)) return false;
  // A first argument may be named for a command that has no subcommands, and for every command before 7.0.
  return !isAtLeast(target, '7.0') || !hasSubcommands(command, target);
}

function hasSubcommands(command: string, target: AccessTarget): boolean {
  return commandNames(target.engine, target.version).some((name) => name.startsWith(`${command}|`));
}

function unknownCommand(name: string, target: AccessTarget): AccessProblem {
  const known = findCommand(name)?.since[target.engine];
  const meant = suggestCommand(target.engine, target.version, name);
  if (known !== undefined) {
    return { problem: `names \`${printable(name)}\`, which ${target.engine} has from ${known} on, not in ${target.version}`, remedy: 'take it out, or use a later version' };
  }
  return {
    problem: `names \`${printable(name)}\`, which is no command of ${target.engine} ${target.version}`,
    remedy: meant === undefined ? 'take it out' : `did you mean \`${meant}\`?`,
  };
}

function unknownCategory(name: string): AccessProblem {
  const meant = suggestAclCategory(name.slice(1));
  return {
    problem: `names \`${printable(name)}\`, which is no command category`,
    remedy: meant === undefined ? 'see `ACL CAT` for the categories' : `did you mean \`@${meant}\`?`,
  };
}
