import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const sources = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort();
const generate = (): void => void execFileSync(process.execPath, ['-r', './scripts/register-swc.cjs', 'scripts/generate-cdktn.ts'], { cwd: root });
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('lib/cdktn', () => {
  beforeAll(generate);

  test('has every file of lib/cdktf', () => {
    expect(sources('lib/cdktn')).toEqual(sources('lib/cdktf'));
  });

  test('differs in vendor.ts and in the files that lib/cdktn-only replaces, and nowhere else', () => {
    const different = sources('lib/cdktf').filter((file) => !text(path.join('lib/cdktn', file)).endsWith(text(path.join('lib/cdktf', file))));
    expect(different).toEqual(['secret-delivery.ts', 'vendor.ts']);
  });

  test('never names the other toolkit', () => {
    const naming = /from '@?cdktf/;
    expect(sources('lib/cdktn').filter((file) => naming.test(text(path.join('lib/cdktn', file))))).toEqual([]);
    expect(sources('lib/cdktn-only').filter((file) => naming.test(text(path.join('lib/cdktn-only', file))))).toEqual([]);
  });

  test('is left alone when nothing changed, so that compilers keep their caches', () => {
    const times = (): number[] => sources('lib/cdktn').map((file) => statSync(path.join(root, 'lib/cdktn', file)).mtimeMs);
    const before = times();
    generate();
    expect(times()).toEqual(before);
  });

  test('a replacement offers what the file that it replaces offers', () => {
    const exported = (file: string): string[] => [...text(file).matchAll(/^export (?:const|function|type|class|interface) (\w+)/gm)].map(([, name]) => name!).sort();
    expect(exported('lib/cdktn-only/secret-delivery.ts')).toEqual(exported('lib/cdktf/secret-delivery.ts'));
  });
});

describe('entry points', () => {
  /** Modules that a fresh process loads for one entry point. */
  const loadedBy = (entry: string): string[] => {
    const script = `require(${JSON.stringify(path.join(root, entry))}); console.log(JSON.stringify(Object.keys(require.cache)))`;
    return JSON.parse(execFileSync(process.execPath, ['-r', './scripts/register-swc.cjs', '-e', script], { cwd: root, encoding: 'utf8', maxBuffer: 16 << 20 })) as string[];
  };

  test.each([
    ['lib/cdktf/index.ts', 'cdktf', 'cdktn'],
    ['lib/cdktn/index.ts', 'cdktn', 'cdktf'],
  ])('%s loads its own toolkit, single resources, and not the other one', (entry, own, other) => {
    const loaded = loadedBy(entry);
    const folder = (name: string): string => `${path.sep}node_modules${path.sep}${name}${path.sep}`;
    expect(loaded.some((file) => file.includes(folder(own)))).toBe(true);
    expect(loaded.filter((file) => file.includes(folder(other)) || file.includes(folder(`@${other}`)))).toEqual([]);
    expect(loaded.filter((file) => file.endsWith(path.join('provider-aws', 'lib', 'index.js')))).toEqual([]);
    expect(loaded.filter((file) => file.includes(folder('aws-cdk-lib')))).toEqual([]);
  });
});
