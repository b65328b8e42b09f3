import type { Severity } from '../../finding';
import type { RuleText } from '../rule';

/** What `docs/rules.md` says about a finding that is not made by a rule of its own. */
export type FindingKind = RuleText;

const JSON_SCHEMA = 'https://json-schema.org/draft-07/json-schema-validation';
const CDK_TOKENS = 'https://docs.aws.amazon.com/cdk/v2/guide/tokens.html';
const ECMASCRIPT = 'https://tc39.es/ecma262/';
const YAML = 'https://yaml.org/spec/1.2.2/';

/** Findings about the shape of a blueprint, made before any rule runs. */
export const STRUCTURE = {
  mapping: kind('RB001', 'blueprint-mapping', 'error', YAML, {
    title: 'A blueprint is a mapping of keys to values.',
    why: 'Nothing can be read from a list, a text or an empty file.',
  }),
  kind: kind('RB002', 'kind', 'error', JSON_SCHEMA, {
    title: '`kind` names a topology that exists.',
    why: 'The kind decides which other keys exist; without it nothing else can be checked.',
  }),
  unknownKey: kind('RB003', 'unknown-key', 'error', JSON_SCHEMA, {
    title: 'Every key is one that the kind knows.',
    why: 'A mistyped key would be ignored in silence, and the cache would get a default that nobody chose.',
  }),
  type: kind('RB004', 'value-type', 'error', JSON_SCHEMA, {
    title: 'Every value has the type of its key.',
    why: 'A version written as the number 8.10 is 8.1; text, numbers and booleans are not interchangeable.',
  }),
  missing: kind('RB005', 'missing-key', 'error', JSON_SCHEMA, {
    title: 'Every key that has no default is stated.',
    why: 'Size, place and name of a cache cannot be guessed.',
  }),
  choice: kind('RB006', 'value-choice', 'error', JSON_SCHEMA, {
    title: 'A value that comes from a fixed list is on that list.',
    why: 'A misspelt choice would otherwise surface as a failed deployment.',
  }),
  token: kind('RB007', 'concrete-value', 'error', CDK_TOKENS, {
    title: 'Names, counts, modes and versions are concrete; only ids and ARNs of existing resources may be tokens.',
    why: 'A token is known at deployment, too late to check it, to name members after it or to make alarms for them.',
  }),
  forbiddenKey: kind('RB008', 'forbidden-key', 'error', ECMASCRIPT, {
    title: 'No key is called `__proto__`, `constructor` or `prototype`.',
    why: 'Merging such a key changes how every other object behaves.',
  }),
  number: kind('RB009', 'finite-number', 'error', ECMASCRIPT, {
    title: 'Every number is finite.',
    why: 'NaN and Infinity come from a failed calculation and have no meaning in a template.',
  }),
  plain: kind('RB010', 'plain-data', 'error', YAML, {
    title: 'A blueprint is plain data: mappings, lists, text, numbers and booleans.',
    why: 'Functions, class instances, values that contain themselves and values that throw cannot be written to a plan.',
  }),
  size: kind('RB011', 'blueprint-size', 'error', YAML, {
    title: 'A blueprint stays within a sane size and depth.',
    why: 'YAML aliases can expand a few lines to billions of values.',
  }),
  skipped: kind('RB012', 'rules-not-run', 'info', JSON_SCHEMA, {
    title: 'Rules run once the shape is right.',
    why: 'A rule that reads a value of the wrong type would report nonsense.',
  }),
  defect: kind('RB014', 'rule-defect', 'error', JSON_SCHEMA, {
    title: 'Every rule comes to a verdict.',
    why: 'A rule that fails has checked nothing, so the blueprint must not count as checked.',
  }),
} as const;

function kind(code: string, name: string, severity: Severity, source: string, text: Pick<FindingKind, 'title' | 'why'>): FindingKind {
  return { code, name, severity, source, ...text };
}
