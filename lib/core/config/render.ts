import type { AccessTarget } from '../access';
import { findDirective } from '../catalog/directives';
import type { Directive } from '../catalog/directives';
import { ConfigDefect } from './defect';

export type SettingValue = string | number | boolean | readonly string[];

/** One line of a configuration file, and why it is there. */
export interface Setting {
  readonly directive: string;
  /** A list is several words; the engine sees each of them by itself. */
  readonly value: SettingValue;
  readonly reason: string;
  /** Left out where the engine version has no such directive. @default - a version without it is a defect */
  readonly whereKnown?: boolean;
}

/** The settings that an engine version has; throws on any other that is not marked `whereKnown`. */
export function knownSettings(target: AccessTarget, settings: readonly Setting[]): readonly Setting[] {
  return settings.filter(({ directive, whereKnown }) => {
    if (usableDirective(target, directive) !== undefined) return true;
    if (whereKnown === true) return false;
    throw new ConfigDefect(`${target.engine} ${target.version} has no directive ${directive}`);
  });
}

/** A directive that has an effect in this engine version. */
export function usableDirective({ engine, version }: AccessTarget, name: string): Directive | undefined {
  const directive = findDirective(engine, version, name);
  return directive === undefined || directive.deprecated || directive.hidden ? undefined : directive;
}

/** Lines of a configuration file, in the order given. */
export function renderSettings(target: AccessTarget, settings: readonly Setting[]): string {
  return knownSettings(target, settings)
    .map(({ directive, value }) => `${directive} ${settingWords(value).map(quoted).join(' ')}\n`)
    .join('');
}

/** Words of a value as the engine sees them. */
export function settingWords(value: SettingValue): readonly string[] {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : value;
}

/** Quoted only where a bare word would be split, dropped or end the line. */
function quoted(word: string): string {
  if (/^[^\s"'\\#\p{Cc}]+$/u.test(word)) return word;
  if (/\p{Cc}/u.test(word)) throw new ConfigDefect('a value holds a control character');
  return `"${word.replace(/["\\]/g, (character) => `\\${character}`)}"`;
}
