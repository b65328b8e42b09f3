import type { ResolvedSelfManagedBlueprint } from '../blueprint/resolve-self-managed';
import { findInstanceType } from '../catalog';
import { directiveNames, RETIRED_DIRECTIVES, UNTABLED_DIRECTIVES } from '../catalog/directives';
import type { Directive } from '../catalog/directives';
import { closest } from '../rules/closest';
import { memoryBudget } from './memory-budget';
import { ownedBy } from './owned-directives';
import { usableDirective } from './render';

/** One thing that is wrong with a stated directive, written to stand behind its name. */
export interface DirectiveProblem {
  readonly directive: string;
  /** What is wrong, as a predicate. */
  readonly problem: string;
  /** The way out, in the imperative. */
  readonly remedy: string;
}

type Stated = Pick<ResolvedSelfManagedBlueprint, 'engine' | 'version' | 'directives' | 'instanceType' | 'workload' | 'persistence' | 'replicas'>;

/** Everything that is wrong with a blueprint's `directives`, in name order. */
export function directiveProblems(stated: Stated): readonly DirectiveProblem[] {
  return Object.entries(stated.directives)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([directive, value]) => {
      const found = problemOf(stated, directive, value);
      return found === undefined ? [] : [{ directive, ...found }];
    });
}

type Found = Omit<DirectiveProblem, 'directive'> | undefined;

function problemOf(stated: Stated, name: string, value: string | number | boolean): Found {
  if (UNTABLED_DIRECTIVES.includes(name)) return { problem: 'must not be stated: it would change what was checked', remedy: 'remove it' };
  const directive = usableDirective(stated, name);
  const owner = ownedBy(directive?.name ?? name) ?? ownedBy(name);
  if (owner !== undefined) return { problem: 'must not be stated, since the library sets it', remedy: owner };
  if (name === 'activedefrag') {
    return isNo(value) ? undefined : { problem: 'must be no: distribution packages lack the allocator for it, and redis 7.0 does not start with it', remedy: 'remove it' };
  }
  if (directive === undefined) return unknown(stated, name);
  const wrong = valueProblem(directive, value);
  if (wrong !== undefined) return { problem: `${wrong}, got ${shown(value)}`, remedy: 'correct the value or remove the directive' };
  return directive.name === 'maxmemory' ? memoryProblem(stated, value) : undefined;
}

function unknown({ engine, version }: Stated, name: string): Found {
  if (RETIRED_DIRECTIVES.includes(name)) return { problem: `has no effect in ${engine} ${version}`, remedy: 'remove it' };
  const near = closest(name, directiveNames(engine, version));
  return {
    problem: `does not exist in ${engine} ${version}`,
    remedy: near === undefined ? 'remove it or pick a version that has it' : `use \`${near}\` or remove it`,
  };
}

function valueProblem(directive: Directive, value: string | number | boolean): string | undefined {
  const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  if (/\p{Cc}/u.test(text) || text.includes('{{')) return 'must not hold control characters or `{{`';
  switch (directive.kind) {
    case 'boolean':
      return /^(yes|no)$/.test(text) ? undefined : 'must be yes or no';
    case 'enum':
      return directive.values === undefined || directive.values.includes(text) ? undefined : `must be one of ${directive.values.join(', ')}`;
    case 'integer':
      return integerProblem(directive, text);
    default:
      return undefined;
  }
}

function integerProblem({ name, min, max, unit }: Directive, text: string): string | undefined {
  const number = unit === 'bytes' ? bytesOf(text) : unit === 'octal' ? (/^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : undefined) : plainInteger(text);
  if (number === undefined && name === 'maxmemory-clients') return /^([1-9]?\d|100)%$/.test(text) || bytesOf(text) !== undefined ? undefined : 'must be a size or a percentage';
  if (number === undefined) return unit === 'bytes' ? 'must be a whole number of bytes, with a unit such as mb if need be' : 'must be a whole number';
  if (min !== undefined && number < min) return `must be at least ${min}`;
  return max !== undefined && number > max ? `must be at most ${max}` : undefined;
}

function memoryProblem(stated: Stated, value: string | number | boolean): Found {
  const instance = findInstanceType(stated.instanceType);
  const bytes = bytesOf(String(value));
  if (instance === undefined || bytes === undefined) return undefined;
  const { maxmemoryBytes } = memoryBudget(stated, instance);
  if (bytes > 0 && bytes <= maxmemoryBytes) return undefined;
  return {
    problem: `must be between 1 and ${maxmemoryBytes} on ${instance.name}, which leaves room for forks, replicas and clients, got ${shown(value)}`,
    remedy: 'lower it or pick a larger instance type',
  };
}

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1000, kb: 1024, m: 1_000_000, mb: 1_048_576, g: 1_000_000_000, gb: 1_073_741_824 };

/** Sizes as engines read them: `k` is 1000 and `kb` 1024. */
function bytesOf(text: string): number | undefined {
  const match = /^(\d{1,18})(b|[kmg]b?)?$/i.exec(text);
  return match === null ? undefined : Number(match[1]) * (UNITS[(match[2] ?? '').toLowerCase()] ?? 1);
}

function plainInteger(text: string): number | undefined {
  return /^-?\d{1,18}$/.test(text) ? Number(text) : undefined;
}

function isNo(value: string | number | boolean): boolean {
  return value === false || value === 'no';
}

function shown(value: string | number | boolean): string {
  return JSON.stringify(value);
}
