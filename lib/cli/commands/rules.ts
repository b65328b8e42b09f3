import { closest } from '../../core/rules/closest';
import { RULES } from '../../core/rules';
import { ACKNOWLEDGEMENT } from '../../core/rules/acknowledgements/codes';
import { HARDENING, OUTSIDE } from '../../core/rules/outside';
import { STRUCTURE } from '../../core/rules/structure/codes';
import { TOGETHER } from '../../core/rules/together';
import { printable } from '../../core/rules/wording';
import { EXIT, UsageError } from '../exit';
import type { ExitCode } from '../exit';
import type { Io } from '../io';
import { READING } from '../load/codes';
import type { ReadingKind } from '../load/codes';
import type { CommonOptions } from '../options';
import { jsonResult } from '../print/json';
import { hanging, table, widthOf } from '../print/layout';
import { styleFor } from '../print/style';

/** `rules`: lists every code, or explains one. */
export function rulesCommand(code: string | undefined, options: CommonOptions, io: Io): ExitCode {
  const kinds = allKinds();
  const wanted = code === undefined ? kinds : [kindOf(code, kinds)];
  if (options.json === true) {
    io.out(jsonResult('rules', true, { rules: wanted.map(({ code: ruleCode, name, severity, title, why, source }) => ({ code: ruleCode, name, severity, title, why, source })) }));
  } else if (code === undefined) {
    io.out(`${table(wanted.map(({ code: ruleCode, severity, title }) => [ruleCode, severity, title]), widthOf(io), '').join('\n')}\n`);
  } else {
    io.out(explanation(wanted[0]!, options, io));
  }
  return EXIT.fine;
}

function allKinds(): readonly ReadingKind[] {
  const kinds: readonly ReadingKind[] = [...Object.values(STRUCTURE), ...Object.values(ACKNOWLEDGEMENT), ...RULES, ...Object.values(TOGETHER), ...Object.values(READING), ...OUTSIDE];
  return [...kinds].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function kindOf(code: string, kinds: readonly ReadingKind[]): ReadingKind {
  const found = kinds.find((kind) => kind.code === code.toUpperCase() || kind.name === code.toLowerCase());
  if (found !== undefined) return found;
  const guess = closest(code, kinds.flatMap((kind) => [kind.code, kind.name]));
  throw new UsageError(`there is no rule ${printable(code)}`, guess === undefined ? '`redis-blueprints rules` lists all of them' : `did you mean ${guess}?`);
}

function explanation({ code, name, severity, title, why, source }: ReadingKind, options: CommonOptions, io: Io): string {
  const style = styleFor(io, options);
  const width = widthOf(io);
  const lines = [
    `${style.bold(code)} ${name} (${severity})`,
    '',
    ...hanging('  must hold  ', title, width),
    ...hanging('  why        ', why, width),
    ...hanging('  accepting  ', wayToAccept(code, severity), width),
    ...hanging('  source     ', source, width),
  ];
  return `${lines.join('\n')}\n`;
}

/** Hardening looks at constructs that have no blueprint, so a reason stands at the construct. */
function wayToAccept(code: string, severity: ReadingKind['severity']): string {
  if (severity === 'error') return 'errors must be fixed';
  const ofConstruct = Object.values(HARDENING).some((kind) => kind.code === code);
  return ofConstruct ? `Validations.of(group).acknowledge({ id: '${code}', reason })` : `under \`acknowledge\`: - code: ${code}, with a reason`;
}
