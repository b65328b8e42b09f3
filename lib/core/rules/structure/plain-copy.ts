import type { Finding, FindingPath } from '../../finding';
import { kindOfValue, quotedPath, shown } from '../wording';
import { STRUCTURE } from './codes';
import { findingOf } from './finding-of';
import { isToken, mayBeToken } from './tokens';

const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];
const DEEPEST = 32;
const MOST_VALUES = 100_000;

/** Plain data read once from any value, and what could not be read. */
export interface PlainCopy {
  readonly value: unknown;
  readonly findings: readonly Finding[];
}

interface Reading {
  readonly findings: Finding[];
  readonly open: unknown[];
  values: number;
  /** Set once the blueprint is too large or too deep: there is no point in reading the rest. */
  stopped: boolean;
}

/**
 * Copies any value to plain data without ever throwing: getters are called once, and what is not data is left
 * out with a finding. Whoever looks at the copy afterwards needs no defence of its own.
 */
export function plainCopy(value: unknown): PlainCopy {
  const reading: Reading = { findings: [], open: [], values: 0, stopped: false };
  const copy = read(value, [], reading);
  return { value: copy, findings: reading.findings };
}

function read(value: unknown, path: FindingPath, reading: Reading): unknown {
  if (value === undefined || value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return readText(value, path, reading);
  if (typeof value === 'number') return readNumber(value, path, reading);
  if (typeof value !== 'object') return refuse(reading, path, kindOfValue(value));
  return guarded(reading, path, () => readObject(value, path, reading));
}

function readText(value: string, path: FindingPath, reading: Reading): string {
  if (isToken(value) && !mayBeToken(path)) refuseToken(reading, path);
  return value;
}

function readNumber(value: number, path: FindingPath, reading: Reading): number | undefined {
  if (!Number.isFinite(value)) {
    reading.findings.push(
      findingOf(STRUCTURE.number, path, `${place(path)} must be a finite number, got ${shown(value)}`, 'correct the calculation that it comes from'),
    );
    return undefined;
  }
  if (isToken(value)) {
    refuseToken(reading, path);
    return undefined;
  }
  return value;
}

function readObject(value: object, path: FindingPath, reading: Reading): unknown {
  if (reading.open.includes(value)) return refuse(reading, path, 'a value that contains itself');
  if (path.length > DEEPEST) return refuseSize(reading, path, `${place(path)} is nested deeper than ${DEEPEST} levels`);
  const list = Array.isArray(value);
  if (!list && !isPlain(value)) return isResolvable(value) ? refuseToken(reading, path) : refuse(reading, path, instanceName(value));
  reading.open.push(value);
  const copy = list ? readList(value, path, reading) : readMapping(value, path, reading);
  reading.open.pop();
  return copy;
}

function readList(value: readonly unknown[], path: FindingPath, reading: Reading): unknown {
  const copy: unknown[] = [];
  for (let index = 0; index < value.length; index += 1) {
    if (isFull(reading, path)) break;
    copy.push(guarded(reading, [...path, index], () => read(value[index], [...path, index], reading)));
  }
  return copy;
}

function readMapping(value: object, path: FindingPath, reading: Reading): unknown {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    if (isFull(reading, path)) break;
    const below = [...path, key];
    if (FORBIDDEN_KEYS.includes(key)) {
      reading.findings.push(findingOf(STRUCTURE.forbiddenKey, below, `${quotedPath(below)} is not allowed as a key`, 'remove it'));
      continue;
    }
    const member = guarded(reading, below, () => read((value as Record<string, unknown>)[key], below, reading));
    if (member !== undefined) copy[key] = member;
  }
  return copy;
}

/** Objects of another realm have another `Object.prototype`, so the test is that nothing stands above it. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Both toolkits' tokens in object form. */
function isResolvable(value: object): boolean {
  return 'resolve' in value && typeof value.resolve === 'function' && 'creationStack' in value;
}

function instanceName(value: object): string {
  const name: unknown = value.constructor?.name;
  return typeof name === 'string' && name !== '' ? `an instance of ${name}` : 'an instance of a class';
}

function guarded(reading: Reading, path: FindingPath, action: () => unknown): unknown {
  const depth = reading.open.length;
  try {
    return action();
  } catch {
    reading.open.length = depth;
    return refuse(reading, path, 'a value that throws when it is read');
  }
}

function isFull(reading: Reading, path: FindingPath): boolean {
  reading.values += 1;
  if (reading.stopped) return true;
  if (reading.values > MOST_VALUES) refuseSize(reading, path, `${place(path)} goes beyond ${MOST_VALUES} values in one blueprint`);
  return reading.stopped;
}

function refuse(reading: Reading, path: FindingPath, got: string): undefined {
  reading.findings.push(
    findingOf(STRUCTURE.plain, path, `${place(path)} must be plain data, got ${got}`, 'write text, a number, a boolean, a list or a mapping'),
  );
}

function refuseToken(reading: Reading, path: FindingPath): undefined {
  reading.findings.push(
    findingOf(STRUCTURE.token, path, `${place(path)} must be a concrete value, got a token that is only known at deployment`, 'write the value itself'),
  );
}

function refuseSize(reading: Reading, path: FindingPath, message: string): undefined {
  reading.stopped = true;
  reading.findings.push(findingOf(STRUCTURE.size, path, message, 'write one cache per blueprint, without aliases that multiply'));
}

function place(path: FindingPath): string {
  return path.length === 0 ? 'the blueprint' : quotedPath(path);
}
