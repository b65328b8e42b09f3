/** `+get` and `-get` name the command `get`; a rule without a sign names itself. */
export function subjectOf(rule: string): string {
  return rule.replace(/^[+-]/, '');
}

/** Writes what people type for a command (`CONFIG GET`, `+config|get`, `@Hash`) the way rules name it. */
export function commandName(text: string): string {
  return subjectOf(text.trim()).toLowerCase().replace(/\s+/g, '|');
}

/**
 * Drops every rule that a later one makes pointless, as engines from 7.0 do when they print a user.
 *
 * A rule on a command replaces earlier ones on the same command and on its subcommands.
 */
export function withoutOverridden(rules: readonly string[]): readonly string[] {
  return rules.filter((rule, at) => {
    const subject = subjectOf(rule);
    return !rules.slice(at + 1).some((later) => subject === subjectOf(later) || subject.startsWith(`${subjectOf(later)}|`));
  });
}
