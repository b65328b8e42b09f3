import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** Every TypeScript file below a folder of the repository, generated copies left out. */
function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => path.join(folder, file))
    .filter((file) => !file.startsWith(path.join('lib', 'cdktn')));
}

/** Modules that a file names in imports, re-exports, `require` and `import()`, types included. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const pattern = /(?:\bfrom\s+|\bimport\s+|\brequire\(\s*|\bimport\(\s*)(['"])([^'"\n]+)\1/g;
  return [...text.matchAll(pattern)].map((match) => match[2]!);
}

/** Imports as paths from the root for files of the project, as names for packages. */
function targets(file: string): string[] {
  return importsOf(file).map((name) => (name.startsWith('.') ? path.join(path.dirname(file), name) : name));
}

function offences(folder: string, refused: (target: string) => boolean): string[] {
  return sources(folder).flatMap((file) => targets(file).filter(refused).map((target) => `${file} imports ${target}`));
}

const within = (...rooms: string[]) => (target: string): boolean => rooms.some((room) => target === room || target.startsWith(`${room}/`));
const isPackage = (target: string): boolean => !target.startsWith('lib/');

describe('imports point inward', () => {
  test('core imports core, nothing else', () => {
    expect(offences('lib/core', (target) => !within('lib/core')(target))).toEqual([]);
  });

  test.each([
    ['lib/aws-cdk', ['lib/aws-cdk', 'lib/core']],
    ['lib/cdktf', ['lib/cdktf', 'lib/core']],
    ['lib/rehearsal', ['lib/rehearsal', 'lib/core']],
  ])('%s imports itself and core', (room, allowed) => {
    expect(offences(room, (target) => !isPackage(target) && !within(...allowed)(target))).toEqual([]);
  });

  test('only vendor.ts imports the Terraform toolkit', () => {
    const toolkit = within('cdktf', '@cdktf', 'cdktn', '@cdktn');
    expect(offences('lib', toolkit).filter((line) => !line.startsWith(path.join('lib', 'cdktf', 'vendor.ts')))).toEqual([]);
  });

  test('only lib/aws-cdk imports the AWS CDK', () => {
    expect(offences('lib', within('aws-cdk-lib')).filter((line) => !line.startsWith(path.join('lib', 'aws-cdk')))).toEqual([]);
  });

  test('nobody imports a provider root', () => {
    for (const folder of ['lib', 'bin', 'test', 'examples']) {
      expect(offences(folder, (target) => target === '@cdktf/provider-aws' || target === '@cdktn/provider-aws')).toEqual([]);
    }
  });

  test('the command line loads toolkits only when it synthesizes, and rehearsals only when it rehearses', () => {
    const eager = (file: string): string[] =>
      [...readFileSync(path.join(root, file), 'utf8').matchAll(/^import (?!type)[^;]*from '([^']+)'/gm)].map((match) => match[1]!);
    /** Loaded by `lazy.ts` alone, when the command runs. */
    const rehearses = (file: string): boolean => /^lib\/cli\/(commands\/rehearse\.ts|rehearse\/)/.test(file.split(path.sep).join('/'));
    const refused = (file: string): RegExp => (rehearses(file) ? /aws-cdk|cdktf|cdktn/ : /aws-cdk|cdktf|cdktn|rehears/);
    const offenders = sources('lib/cli').filter((file) => eager(file).some((name) => refused(file).test(name)));
    expect(offenders).toEqual([]);
  });
});

test('core has no clock, no environment, no randomness and no files', () => {
  const impure = /\bDate\.now\(|new Date\(\)|Math\.random\(|\bprocess\.|node:fs/;
  const offenders = sources('lib/core').filter((file) => {
    const code = readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    return impure.test(code);
  });
  expect(offenders).toEqual([]);
});
