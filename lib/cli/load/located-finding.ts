import type { Finding, FindingPath } from '../../core/finding';
import { STRUCTURE } from '../../core/rules/structure/codes';
import type { ReadingKind } from './codes';

/** A place in a file; lines and columns count from 1, columns in UTF-16 code units as editors do. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A finding with its place in a file. */
export interface LocatedFinding extends Finding, Place {
  /** Overlays that the finding holds for; absent where the document has none. */
  readonly overlays?: readonly string[];
}

/** Tells where a value, or the key that holds it, is written; of what is not written, the nearest thing around it. */
export type Locate = (path: FindingPath, of?: 'value' | 'key') => Place;

/** A finding made while a file is read. */
export function readingFinding(kind: ReadingKind, place: Place, message: string, remedy: string): LocatedFinding {
  return { code: kind.code, severity: kind.severity, path: [], message, remedy, source: kind.source, ...place };
}

/** Of these the key itself is the mistake, not the value. */
const ABOUT_KEYS: readonly string[] = [STRUCTURE.unknownKey.code, STRUCTURE.forbiddenKey.code];

/** Gives a finding its place. */
export function locateFinding(finding: Finding, document: { readonly locate: Locate; readonly overlay?: string }): LocatedFinding {
  return {
    ...finding,
    ...document.locate(finding.path, ABOUT_KEYS.includes(finding.code) ? 'key' : 'value'),
    ...(document.overlay === undefined ? {} : { overlays: [document.overlay] }),
  };
}
