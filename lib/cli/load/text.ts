import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { READING } from './codes';
import { readingFinding } from './located-finding';
import type { LocatedFinding } from './located-finding';

const LARGEST_MEGABYTES = 10;
const LARGEST_BYTES = LARGEST_MEGABYTES * 1024 * 1024;

/** Path that means standard input. */
export const STDIN = '-';

/** A file's text, or why there is none. */
export type TextResult = { readonly text: string } | { readonly finding: LocatedFinding };

/** Reads a file as UTF-8 text without a byte order mark. Never throws. */
export async function readText(file: string): Promise<TextResult> {
  try {
    if (file !== STDIN && (await stat(file)).size > LARGEST_BYTES) return { finding: tooLarge(file) };
    const bytes = await readCapped(file);
    return bytes === undefined ? { finding: tooLarge(file) } : decode(file, bytes);
  } catch (error) {
    return { finding: unreadable(file, error) };
  }
}

/** A pipe has no size until it ends, so that bytes are counted as they come; undefined when there are too many. */
async function readCapped(file: string): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  const stream = file === STDIN ? process.stdin : createReadStream(file);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > LARGEST_BYTES) return undefined;
  }
  return Buffer.concat(chunks);
}

function tooLarge(file: string): LocatedFinding {
  return readingFinding(READING.tooLarge, { file, line: 1, column: 1 }, `a blueprint file must be at most ${LARGEST_MEGABYTES} MB, and this one is larger`, 'check the path, or split the file');
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
