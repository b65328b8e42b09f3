import { formatPath } from '../finding';
import type { FindingPath } from '../finding';

const LONGEST_SHOWN = 60;

/** Characters that would break a line, reorder text or stay invisible in a message. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/gu;

/** Text with everything unprintable written as its code point. */
export function visible(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Visible text, cut to a length that fits a message. */
export function printable(text: string): string {
  const shown = visible(text.slice(0, LONGEST_SHOWN * 2));
  return shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN)}...` : shown;
}

/** A path the way messages write it: in backticks, without characters that would garble the line. */
export function quotedPath(path: FindingPath): string {
  return `\`${formatPath(path.map((step) => (typeof step === 'string' ? printable(step) : step)))}\``;
}

/** A value the way messages write it: text in quotes, lists and mappings by what they are. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `"${printable(value)}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return kindOfValue(value);
}

/** What a value is, with its article. */
export function kindOfValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
      return 'a number';
    case 'bigint':
      return 'a bigint';
    case 'boolean':
      return 'a boolean';
    case 'function':
      return 'a function';
    case 'symbol':
      return 'a symbol';
    default:
      return 'a mapping';
  }
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(items: readonly string[], conjunction: 'and' | 'or' = 'or'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** `1 day`, `2 days`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
