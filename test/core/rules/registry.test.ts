import { readdirSync } from 'node:fs';
import path from 'node:path';
import { RULES, RULES_BY_TOPIC } from '../../../lib/core/rules';
import { ACKNOWLEDGEMENT } from '../../../lib/core/rules/acknowledgements/codes';
import type { Rule } from '../../../lib/core/rules/rule';
import { STRUCTURE } from '../../../lib/core/rules/structure';
import { TOGETHER } from '../../../lib/core/rules/together';

const folder = path.resolve(__dirname, '../../../lib/core/rules');
const withoutRules = ['structure', 'acknowledgements'];

const topics = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !withoutRules.includes(entry.name))
  .map(({ name }) => name)
  .sort();

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'code' in value && 'check' in value;
}

/** Rules by the file that holds them, whether or not anybody registered them. */
const written = topics.flatMap((topic) =>
  readdirSync(path.join(folder, topic))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .flatMap((file) =>
      Object.values(jest.requireActual<object>(path.join(folder, topic, file)))
        .filter(isRule)
        .map((rule) => ({ topic, file: file.replace(/\.ts$/, ''), rule })),
    ),
);

const everything = [...RULES, ...Object.values(STRUCTURE), ...Object.values(ACKNOWLEDGEMENT), ...Object.values(TOGETHER)];

test('every folder of rules is registered under its name', () => {
  expect(Object.keys(RULES_BY_TOPIC).sort()).toEqual(topics);
});

test('every rule that is written is registered in its topic', () => {
  const missing = written.filter(({ topic, rule }) => RULES_BY_TOPIC[topic]?.includes(rule) !== true);
  expect(missing.map(({ topic, file }) => `${topic}/${file}`)).toEqual([]);
  expect(RULES).toHaveLength(written.length);
});

test('a rule is named like its file', () => {
  expect(written.filter(({ file, rule }) => rule.name !== file).map(({ file, rule }) => `${file}: ${rule.name}`)).toEqual([]);
});

test('one rule stands in one file', () => {
  const files = written.map(({ topic, file }) => `${topic}/${file}`);
  expect(files.filter((file, index) => files.indexOf(file) !== index)).toEqual([]);
});

test.each(['code', 'name', 'title'] as const)('no %s is used twice', (key) => {
  const values = everything.map((kind) => kind[key]);
  expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
});

test.each(everything.map((kind) => [kind.code, kind] as const))('%s is described', (_, { code, name, source, title, why }) => {
  expect(code).toMatch(/^RB\d{3}$/);
  expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(new URL(source).protocol).toBe('https:');
  expect(title).toMatch(/\.$/);
  expect(why).toMatch(/\.$/);
});
