import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { READING } from '../../lib/cli/load/codes';
import { RULES } from '../../lib/core/rules';
import { ACKNOWLEDGEMENT } from '../../lib/core/rules/acknowledgements/codes';
import { CONSTRUCTS, HARDENING, OUTSIDE, REHEARSAL, TEMPLATES } from '../../lib/core/rules/outside';
import { STRUCTURE } from '../../lib/core/rules/structure';
import { TOGETHER } from '../../lib/core/rules/together';

const root = path.resolve(__dirname, '../..');
const everything = [...RULES, ...[STRUCTURE, ACKNOWLEDGEMENT, TOGETHER, READING].flatMap((kinds) => Object.values(kinds)), ...OUTSIDE];
const known = new Set(everything.map(({ code }) => code));

/** Codes in a folder's sources, with the file; lib/cdktn is generated from lib/cdktf. */
function mentions(folder: string, pattern: RegExp): readonly { readonly file: string; readonly code: string }[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => file.endsWith('.ts') && !file.startsWith(path.join('lib', 'cdktn') + path.sep))
    .flatMap((file) => [...readFileSync(path.join(root, file), 'utf8').matchAll(pattern)].map(([, code]) => ({ file, code: code! })));
}

/** A literal outside of comments, which may give any code as an example. */
const ofLiterals = /^(?!\s*(?:\/?\*|\/\/)).*'(RB\d{3})'/gm;

test.each(['code', 'name', 'title'] as const)('no %s has two meanings', (key) => {
  const values = everything.map((kind) => kind[key]);
  expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
});

test('every code that the sources use is explained', () => {
  expect(mentions('lib', ofLiterals).filter(({ code }) => !known.has(code)).map(({ file, code }) => `${file}: ${code}`)).toEqual([]);
});

test('a code is written once, except in rehearsal, which throws by code', () => {
  const written = mentions('lib', ofLiterals).filter(({ file }) => !file.startsWith(path.join('lib', 'rehearsal')));
  expect(written.filter(({ code }, index) => written.findIndex((one) => one.code === code) !== index).map(({ file, code }) => `${file}: ${code}`)).toEqual([]);
});

describe('every room keeps to its range:', () => {
  const within = (from: number, to: number) => (code: string) => Number(code.slice(2)) >= from && Number(code.slice(2)) <= to;

  test.each([
    ['reading', READING, 60, 79],
    ['constructs', { ...CONSTRUCTS, hardenedAtRest: HARDENING.atRest, hardenedTls: HARDENING.tls }, 900, 919],
    ['validation plugin', TEMPLATES, 920, 939],
    ['rehearsal', REHEARSAL, 950, 979],
  ])('%s', (_room, kinds, from, to) => {
    const codes = everything.map(({ code }) => code).filter(within(from, to)).sort();
    expect(codes).toEqual(Object.values(kinds).map(({ code }) => code).sort());
  });

  test.each([
    ['lib/rehearsal', 950, 979],
    ['lib/cli', 60, 79],
  ])('literals of %s', (folder, from, to) => {
    expect(mentions(folder, ofLiterals).filter(({ code }) => !within(from, to)(code)).map(({ file, code }) => `${file}: ${code}`)).toEqual([]);
  });

  test.each(['lib/aws-cdk', 'lib/cdktf', 'lib/cdktn-only'])('%s has no literals, since two toolkits share its codes', (folder) => {
    expect(mentions(folder, ofLiterals)).toEqual([]);
  });
});

test.each([...OUTSIDE, ...Object.values(READING)].map((kind) => [kind.code, kind] as const))('%s is described', (_, { code, name, source, title, why }) => {
  expect(code).toMatch(/^RB\d{3}$/);
  expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(new URL(source).protocol).toBe('https:');
  expect(title).toMatch(/\.$/);
  expect(why).toMatch(/\.$/);
});

test('docs/rules.md lists every code', () => {
  const document = readFileSync(path.join(root, 'docs/rules.md'), 'utf8');
  expect(everything.filter(({ code, name }) => !document.includes(`### ${code} ${name}`)).map(({ code }) => code)).toEqual([]);
});
