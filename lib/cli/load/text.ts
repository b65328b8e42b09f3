import { readFile, stat } from 'node:fs/promises';
import { READING } from './codes';
import { readingFinding } from './located-finding';
import type { LocatedFinding } from './located-finding';

const LARGEST_MEGABYTES = 10;
const LARGEST_BYTES = LARGEST_MEGABYTES * 1024 * 1024;

/** A file's text, or why there is none. */
export type TextResult = { readonly text: string } | { readonly finding: LocatedFinding };

/** Reads a file as UTF-8 text without a byte order mark. Never throws. */
export async function readText(file: string): Promise<TextResult> {
  const start = { file, line: 1, column: 1 };
  try {
    const { size } = await stat(file);
    if (size > LARGEST_BYTES) {
      const megabytes = Math.ceil(size / 1024 / 1024);
      return { finding: readingFinding(READING.tooLarge, start, `a blueprint file must be at most ${LARGEST_MEGABYTES} MB, got ${megabytes} MB`, 'check the path, or split the file') };
    }
    return decode(file, await readFile(file));
  } catch (error) {
    return { finding: unreadable(file, error) };
  }
}

/** Says in words why a path cannot be read. */
export function unreadable(file: string, error: unknown): LocatedFinding {
  const [reason, remedy] = explain((error as NodeJS.ErrnoException).code ?? 'an unknown error');
  return readingFinding(READING.unreadable, { file, line: 1, column: 1 }, `the file cannot be read: ${reason}`, remedy);
}

function explain(code: string): readonly [reason: string, remedy: string] {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return ['it does not exist', 'check the path, or write a first blueprint with `redis-blueprints init`'];
    case 'EACCES':
    case 'EPERM':
      return ['permission is denied', 'give yourself read permission'];
    case 'ELOOP':
      return ['its symbolic links lead in a circle', 'correct the links'];
    case 'ENAMETOOLONG':
      return ['its name is too long', 'check the path'];
    default:
      return [code, 'check the path'];
  }
}

function decode(file: string, bytes: Buffer): TextResult {
  const refuse = (offset: number, what: string, remedy: string): TextResult => ({
    finding: readingFinding(READING.notText, placeOf(file, bytes, offset), `a blueprint file must be UTF-8 text, got ${what}`, remedy),
  });
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return refuse(0, 'UTF-16', 'save it as UTF-8');
  const zero = bytes.indexOf(0);
  if (zero >= 0) return refuse(zero, 'a binary file', 'check the path');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return refuse(firstInvalid(bytes), 'bytes that are not UTF-8', 'save it as UTF-8');
  }
}

/** Offset of the first bad sequence. Halving finds it without a decoder of our own; a sequence may start up to 3 bytes before its end. */
function firstInvalid(bytes: Buffer): number {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2);
    if (isValid(bytes.subarray(0, middle), true)) valid = middle;
    else invalid = middle;
  }
  while (!isValid(bytes.subarray(0, valid), false)) valid -= 1;
  return valid;
}

function isValid(bytes: Buffer, mayEndInside: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: mayEndInside });
    return true;
  } catch {
    return false;
  }
}

function placeOf(file: string, bytes: Buffer, offset: number): { file: string; line: number; column: number } {
  const before = bytes.subarray(0, offset);
  const lineStart = before.lastIndexOf(0x0a) + 1;
  const line = before.reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 1);
  return { file, line, column: before.subarray(lineStart).toString('utf8').length + 1 };
}
