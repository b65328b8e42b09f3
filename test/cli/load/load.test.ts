import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { loadBlueprints, locateFinding } from '../../../lib/cli/load';
import type { LocatedFinding } from '../../../lib/cli/load';
import { validate } from '../../../lib/core/validate';
import { REPLICATED, workspace } from '../workspace';

const { root, write } = workspace();

let files = 0;
function file(content: string | Uint8Array): string {
  files += 1;
  return write(`case-${files}.yaml`, content);
}

const line = ({ line, column, code, message, remedy }: LocatedFinding): string => `${line}:${column} ${code} ${message}; ${remedy}`;

async function linesOf(content: string | Uint8Array): Promise<string[]> {
  const { findings } = await loadBlueprints([file(content)]);
  return findings.map(line);
}

async function blueprintOf(content: string): Promise<unknown> {
  const { documents, findings } = await loadBlueprints([file(content)]);
  expect(findings).toEqual([]);
  expect(documents).toHaveLength(1);
  return documents[0]!.blueprint;
}

describe('what cannot be read is a finding with its place', () => {
  const start = { 'an empty file': '', 'blank lines': '\n\n  \n' };
  test.each(Object.entries(start))('%s', async (_name, content) => {
    expect(await linesOf(content)).toEqual(['1:1 RB064 the file must hold a blueprint, and is empty; write a first blueprint with `redis-blueprints init`']);
  });

  const cases: readonly (readonly [string, string | Uint8Array, readonly string[]])[] = [
    ['only comments', '# nothing\n# here\n', ['1:1 RB064 the file must hold a blueprint, and holds nothing but comments; write a first blueprint with `redis-blueprints init`']],
    ['a duplicate key', 'kind: replicated\nname: a\naccess:\n  users: []\n  users: []\n', ['5:3 RB065 `access.users` must stand once, and stands on line 4 already; remove one of the two']],
    ['a __proto__ key', 'kind: replicated\nnetwork:\n  __proto__:\n    polluted: true\n', ['3:3 RB008 `network.__proto__` is not allowed as a key; remove it']],
    ['a tab as indentation', 'network:\n\tvpcId: x\n', ['2:1 RB063 YAML does not allow tabs as indentation; indent with spaces']],
    ['an unclosed bracket', 'name: [a, b\nkind: x', ['2:1 RB063 a bracket opened above must end with `]` before this place; close it, or indent the lines inside of it']],
    ['a second colon', 'name: a: b\n', ['1:7 RB063 a mapping starts where a single value is expected; check the indentation here and a second colon on the line']],
    ['an unknown alias', 'name: *missing\n', ['1:7 RB067 the alias `*missing` must name an anchor above it, and there is no `&missing`; write `&missing` at the value that is meant']],
    ['an alias inside its anchor', 'tags: &t\n  a: *t\n', ['2:6 RB067 the alias `*t` stands inside its own anchor `&t`, so it would never end; write the value out']],
    ['a merge of text', 'name: a\n<<: b\n', ['2:1 RB066 `<<` must be a mapping, or a list of mappings, to be merged; point it at an anchored mapping, such as `<<: *base`']],
    ['a tag', 'name: !secret a\n', ['1:7 RB066 YAML tags have no meaning in a blueprint; remove the tag']],
    ['a mapping as a key', '? {a: b}\n: c\n', ['1:3 RB066 the blueprint must have keys that are text, got another kind of key; write a plain word, a colon and the value']],
    ['a binary file', Uint8Array.from([0x6e, 0x0a, 0x61, 0x00, 0x01]), ['2:2 RB062 a blueprint file must be UTF-8 text, got a binary file; check the path']],
    ['bytes that are not UTF-8', Uint8Array.from([0x61, 0x3a, 0x20, 0xe9, 0x0a]), ['1:4 RB062 a blueprint file must be UTF-8 text, got bytes that are not UTF-8; save it as UTF-8']],
    ['UTF-8 that ends in the middle', Uint8Array.from([0x61, 0x3a, 0x20, 0xc3]), ['1:4 RB062 a blueprint file must be UTF-8 text, got bytes that are not UTF-8; save it as UTF-8']],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x61, 0x00]), ['1:1 RB062 a blueprint file must be UTF-8 text, got UTF-16; save it as UTF-8']],
    ['more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1), ['1:1 RB061 a blueprint file must be at most 10 MB, and this one is larger; check the path, or split the file']],
  ];
  test.each(cases)('%s', async (_name, content, expected) => {
    expect(await linesOf(content)).toEqual(expected);
  });

  test('a broken document does not hide its neighbours', async () => {
    const { documents, findings } = await loadBlueprints([file(`name: [\n---\n${REPLICATED}`)]);
    expect(findings.map(({ code }) => code)).toEqual(['RB063']);
    expect(documents.map(({ blueprint }) => (blueprint as { name: string }).name)).toEqual(['sessions']);
  });
});

describe('paths', () => {
  test('a file that does not exist', async () => {
    const { findings } = await loadBlueprints([path.join(root, 'nowhere.yaml')]);
    expect(findings.map(line)).toEqual(['1:1 RB060 the file cannot be read: it does not exist; check the path, or write a first blueprint with `redis-blueprints init`']);
  });

  test('a file without permission', async () => {
    if (process.getuid?.() === 0) return;
    const secret = file('name: a');
    chmodSync(secret, 0);
    expect((await loadBlueprints([secret])).findings.map(line)).toEqual(['1:1 RB060 the file cannot be read: permission is denied; give yourself read permission']);
  });

  test('a link that leads in a circle', async () => {
    const link = path.join(root, 'circle.yaml');
    symlinkSync(link, link);
    expect((await loadBlueprints([link])).findings.map(line)).toEqual(['1:1 RB060 the file cannot be read: its symbolic links lead in a circle; correct the links']);
  });

  test('a device', async () => {
    expect((await loadBlueprints(['/dev/zero'])).findings.map(line)).toEqual(['1:1 RB060 the path must be a file or a directory, got a device or socket; check the path']);
  });

  test('a directory without YAML', async () => {
    const empty = path.join(root, 'empty');
    mkdirSync(empty);
    expect((await loadBlueprints([empty])).findings.map(line)).toEqual([
      '1:1 RB070 the directory must hold .yaml or .yml files, got none; check the path, or write a first blueprint with `redis-blueprints init`',
    ]);
  });

  test('a directory is read in name order, hidden and installed ones left out, and no file twice', async () => {
    const second = write('tree/b.yml', 'name: b');
    const first = write('tree/a/a.yaml', 'name: a');
    write('tree/.hidden/c.yaml', 'name: c');
    write('tree/node_modules/d.yaml', 'name: d');
    write('tree/notes.txt', 'not yaml: [');
    const { documents } = await loadBlueprints([path.join(root, 'tree'), second, first]);
    expect(documents.map(({ file: name }) => path.relative(root, name))).toEqual(['tree/a/a.yaml', 'tree/b.yml']);
  });
});

describe('what YAML can do', () => {
  test('anchors, aliases and merge keys; own keys win over merged ones, earlier over later', async () => {
    const content = `base: &base\n  a: 1\n  b: 1\nother: &other {b: 2, c: 2}\none:\n  <<: *base\n  a: 9\ntwo:\n  <<: [*base, *other]\nsame: *base\n`;
    expect(await blueprintOf(content)).toMatchObject({ one: { a: 9, b: 1 }, two: { a: 1, b: 1, c: 2 }, same: { a: 1, b: 1 } });
  });

  test('a finding in an aliased value points at the anchor', async () => {
    const { documents } = await loadBlueprints([file('a: &x\n  port: 1\nb: *x\n')]);
    expect(documents[0]!.locate(['b', 'port'])).toMatchObject({ line: 2, column: 9 });
  });

  test('a quoted << is a key like any other', async () => {
    expect(await blueprintOf(`'<<': text\n`)).toEqual({ '<<': 'text' });
  });

  test('versions, shard ids and tags keep their text', async () => {
    const content = `version: 8.10\nport: 6380\nshards:\n  - id: 0001\n    slots: 5\ntags:\n  centre: 0042\n  backup: true\n`;
    expect(await blueprintOf(content)).toEqual({ version: '8.10', port: 6380, shards: [{ id: '0001', slots: '5' }], tags: { centre: '0042', backup: 'true' } });
  });

  test('several documents in a file, blank ones left out', async () => {
    const { documents, findings } = await loadBlueprints([file(`---\nname: a\n---\n# nothing\n---\nname: b\n---\n`)]);
    expect(findings).toEqual([]);
    expect(documents.map(({ blueprint }) => blueprint)).toEqual([{ name: 'a' }, { name: 'b' }]);
    expect(documents[1]!.locate(['name'])).toMatchObject({ line: 6, column: 7 });
  });

  test('a byte order mark and CRLF move no place', async () => {
    const { documents } = await loadBlueprints([file('\uFEFFkind: replicated\r\nname: x\r\nnetwork:\r\n  vpcId: v\r\n')]);
    expect(documents[0]!.blueprint).toEqual({ kind: 'replicated', name: 'x', network: { vpcId: 'v' } });
    expect(documents[0]!.locate(['kind'])).toMatchObject({ line: 1, column: 7 });
    expect(documents[0]!.locate(['network', 'vpcId'])).toMatchObject({ line: 4, column: 10 });
  });

  test('odd names come through as they are, and columns count like an editor', async () => {
    const { documents } = await loadBlueprints([file('{"\u202Ename": "Größe 😀", port: 1}\n')]);
    expect(documents[0]!.blueprint).toEqual({ '\u202Ename': 'Größe 😀', port: 1 });
    expect(documents[0]!.locate(['port'])).toMatchObject({ line: 1, column: 29 });
  });

  test('constructor and toString are keys like any other', async () => {
    const content = 'constructor: 1\ntoString: 2\nhasOwnProperty: 3\nenvironments:\n  toString: {environment: staging}\n';
    expect(await blueprintOf(content)).toEqual({ constructor: 1, toString: 2, hasOwnProperty: 3, environment: 'staging' });
  });
});

describe('attacks and accidents of size', () => {
  test('an alias bomb', async () => {
    const levels = Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}, *a${index}, *a${index}]`);
    const lines = await linesOf(`a0: &a0 [x, x, x, x]\n${levels.join('\n')}\n`);
    expect(lines[0]).toBe('9:9 RB011 `a8` goes beyond 100000 values in one blueprint; write one cache per blueprint, without aliases that multiply');
  });

  test('a chain of aliases that grows deep', async () => {
    const levels = Array.from({ length: 5000 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}]`);
    const lines = await linesOf(`a0: &a0 [x]\n${levels.join('\n')}\n`);
    expect(lines[0]).toMatch(/^32:\d+ RB011 `a31\[0\]` is nested deeper than 32 levels; write one cache per blueprint$/);
  });

  test.each([
    ['flow lists', '['.repeat(100_000)],
    ['flow mappings', '{a: '.repeat(50_000)],
    ['block lists on one line', '- '.repeat(50_000)],
    ['block mappings', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('%s nested without end', async (_name, content) => {
    const lines = await linesOf(content);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\d+:\d+ RB011 the blueprint is nested deeper than 32 levels; write one cache per blueprint$/);
  });

  test('33 levels are one too many, 32 are not', async () => {
    const nested = (levels: number): string => `a: ${'['.repeat(levels - 1)}x${']'.repeat(levels - 1)}`;
    expect(await linesOf(nested(32))).toEqual([]);
    expect((await linesOf(nested(33)))[0]).toContain('is nested deeper than 32 levels');
  });

  test('10,000 lines take well under a second', async () => {
    const users = Array.from({ length: 3_300 }, (_, index) => `    - name: user-${index}\n      can: [read]\n      keys: ['k${index}:*']`);
    const path10k = file(`${REPLICATED.replace(/access:[\s\S]*?(?=monitoring:)/, '')}access:\n  users:\n${users.join('\n')}\n`);
    const started = performance.now();
    const { documents, findings } = await loadBlueprints([path10k]);
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(findings).toEqual([]);
    expect((documents[0]!.blueprint as { access: { users: unknown[] } }).access.users).toHaveLength(3_300);
    expect(documents[0]!.locate(['access', 'users', 3_299, 'name'])).toMatchObject({ line: 18 + 3 * 3_299 - 1, column: 13 });
  });
});

describe('places of findings', () => {
  const findingLines = async (content: string): Promise<string[]> => {
    const { documents } = await loadBlueprints([file(content)]);
    return documents.flatMap((document) =>
      validate(document.blueprint)
        .filter(({ severity }) => severity === 'error')
        .map((finding) => locateFinding(finding, document))
        .map(({ line: row, column, code, overlays }) => `${row}:${column} ${code}${overlays === undefined ? '' : ` ${overlays.join()}`}`),
    );
  };

  test('an unknown key points at the key, a wrong type at the value', async () => {
    expect(await findingLines(REPLICATED.replace('nodeType:', 'nodetype:'))).toContain('6:1 RB003');
    expect(await findingLines(REPLICATED.replace('replicas: 1', 'replicas: many'))).toContain('7:11 RB004');
  });

  test('a missing key points at what should hold it', async () => {
    expect(await findingLines('kind: replicated\nname: a\naccess:\n  users:\n    - can: [read]\nnetwork: {}\n')).toContain('5:7 RB005');
  });

  test('a document that is no mapping', async () => {
    expect(await findingLines('- a\n- b\n')).toEqual(['1:1 RB001']);
    expect(await findingLines('just text\n')).toEqual(['1:1 RB001']);
  });

  test('a value from an overlay points into the overlay, one from the base into the base', async () => {
    const content = `${REPLICATED.replace('replicas: 1', 'replicas: many')}environments:\n  staging: {}\n  production:\n    port: high\n`;
    const lines = await findingLines(content);
    expect(lines).toEqual(expect.arrayContaining(['7:11 RB004 staging', '7:11 RB004 production', '23:11 RB004 production']));
  });
});
