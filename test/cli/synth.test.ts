import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cli } from './capture';
import { REPLICATED, workspace } from './workspace';

const { root, write } = workspace();
const one = write('one.yaml', REPLICATED);
const other = write('other.yaml', REPLICATED.replace('name: sessions', 'name: carts'));
const broken = write('broken.yaml', REPLICATED.replace('replicas: 1', 'replicas: many'));

/** Through cdktf, which is the fastest; what is tested is the same for all. */
const synth = (files: readonly string[], out: string, ...more: string[]) => cli(['synth', ...files, '-t', 'terraform', '-o', out, ...more]);
const place = (name: string): string => path.join(root, 'out', name);
const tree = (directory: string): string[] => readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => !statSync(path.join(directory, file)).isDirectory()).sort();
/** What a failed or finished synth must not leave beside its output. */
const besides = (out: string): string[] => readdirSync(path.dirname(out)).filter((name) => name.startsWith('.'));
const manifestIn = (out: string): unknown => JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8'));

test.each([
  ['cloudformation', [], 'aws-cdk', 'template.json'],
  ['terraform', [], 'cdktf', 'cdk.tf.json'],
  ['terraform', ['--toolkit', 'cdktn'], 'cdktn', 'cdk.tf.json'],
])('writes %s %j: a directory for each cache, and a manifest of what was written', async (target, more, toolkit, fileName) => {
  const out = place(`${target}-${toolkit}`);
  const { code, out: said } = await cli(['synth', one, other, '-t', target, '-o', out, ...more]);
  expect(code).toBe(0);
  expect(said).toContain(path.join(out, 'stacks/carts', fileName));
  expect(tree(out)).toEqual(['manifest.json', `stacks/carts/${fileName}`, `stacks/sessions/${fileName}`]);
  const written = readFileSync(path.join(out, 'stacks/sessions', fileName));
  expect(manifestIn(out)).toMatchObject({
    madeBy: 'redis-blueprints',
    schemaVersion: 1,
    target,
    toolkit,
    caches: [{ id: 'sessions', name: 'sessions', kind: 'replicated', environment: 'development', region: 'eu-central-1', file: `stacks/sessions/${fileName}`, bytes: written.length, from: one }, { id: 'carts' }],
  });
  expect(written.toString()).not.toContain(root);
  expect(written.toString()).not.toContain('BootstrapVersion');
  expect(besides(out)).toEqual([]);
});

test('the next step of a template asks for the right to make roles only where there are some', async () => {
  const deploy = async (file: string, out: string) => (await cli(['synth', file, '-t', 'cloudformation', '-o', out])).out.split('\n').find((line) => line.startsWith('next:'));
  const file = (out: string) => path.join(out, 'stacks/sessions/template.json');
  const plain = place('without-roles');
  expect(await deploy(one, plain)).toBe(`next: aws cloudformation deploy --stack-name sessions --template-file ${file(plain)} --region eu-central-1 --s3-bucket BUCKET`);
  const flows = write('flows.yaml', REPLICATED.replace(/network:\n[^]*(?=access:)/, 'network:\n  newVpc: {cidr: 10.40.0.0/20, availabilityZones: [eu-central-1a, eu-central-1b]}\n'));
  const roles = place('with-roles');
  expect(await deploy(flows, roles)).toBe(`next: aws cloudformation deploy --stack-name sessions --template-file ${file(roles)} --capabilities CAPABILITY_IAM --region eu-central-1 --s3-bucket BUCKET`);
});

test('the same blueprints give the same bytes', async () => {
  await synth([one], place('first'));
  await synth([one], place('second'));
  for (const file of tree(place('first'))) expect(readFileSync(path.join(place('second'), file))).toEqual(readFileSync(path.join(place('first'), file)));
});

test('one blueprint with an error: nothing is written, an earlier output stays', async () => {
  const absent = place('never');
  expect(await synth([one, broken], absent)).toMatchObject({ code: 1, out: expect.stringContaining(`nothing was written to ${absent}\n`) });
  expect(existsSync(absent)).toBe(false);
  const earlier = place('earlier');
  await synth([one], earlier);
  const before = readFileSync(path.join(earlier, 'manifest.json'), 'utf8');
  expect((await synth([broken], earlier)).code).toBe(1);
  expect(readFileSync(path.join(earlier, 'manifest.json'), 'utf8')).toBe(before);
});

test('more passwords than a template can refer to: a finding at `access.users`, and nothing is written', async () => {
  const users = Array.from({ length: 61 }, (_, index) => `    - {name: user${index}, can: [read], keys: ['a:*']}\n`).join('');
  const many = write('many.yaml', REPLICATED.replace(/users:\n[^]*(?=monitoring:)/, `users:\n${users}`));
  const out = place('many');
  const line = REPLICATED.split('\n').findIndex((text) => text.startsWith('  users:')) + 1;
  const { code, out: said, err } = await cli(['synth', many, '-t', 'cloudformation', '-o', out, '--json']);
  expect([code, err, existsSync(out)]).toEqual([1, '', false]);
  const errors = (JSON.parse(said) as { findings: { severity: string }[] }).findings.filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([
    expect.objectContaining({
      code: 'RB907',
      line,
      message: '`access.users` must hold at most 60 users with passwords on CloudFormation, whose templates take no more references to secrets, got 61',
      remedy: 'let users authenticate with IAM, which needs no password',
    }),
  ]);
  expect((await synth([many], out)).code).toBe(0);
});

test('an earlier output is replaced as a whole; terraform keeps its lock and its plugins', async () => {
  const out = place('again');
  await synth([one, other], out);
  const stack = path.join(out, 'stacks/sessions');
  writeFileSync(path.join(stack, '.terraform.lock.hcl'), 'locked');
  mkdirSync(path.join(stack, '.terraform/providers'), { recursive: true });
  writeFileSync(path.join(stack, '.terraform/providers/plugin'), 'binary');
  expect((await synth([one], out)).code).toBe(0);
  expect(tree(out)).toEqual(['manifest.json', 'stacks/sessions/.terraform.lock.hcl', 'stacks/sessions/.terraform/providers/plugin', 'stacks/sessions/cdk.tf.json']);
  expect(readFileSync(path.join(stack, '.terraform.lock.hcl'), 'utf8')).toBe('locked');
  expect(besides(out)).toEqual([]);
});

test("a user's overrides stay where they are, even when their stack goes", async () => {
  const out = place('overrides');
  await synth([one, other], out);
  const [gone] = tree(out).filter((file) => file.startsWith('stacks/') && !file.startsWith('stacks/sessions/')).map((file) => path.dirname(file));
  const theirs = ['stacks/sessions/backend.tf', 'stacks/sessions/backend_override.tf', 'stacks/sessions/override.tf', 'stacks/sessions/tags_override.tf.json', `${gone!}/backend_override.tf`];
  for (const file of theirs) writeFileSync(path.join(out, file), `theirs: ${file}`);
  for (let again = 0; again < 2; again++) {
    expect((await synth([one], out)).code).toBe(0);
    expect(tree(out)).toEqual(['manifest.json', ...theirs, 'stacks/sessions/cdk.tf.json'].sort());
    for (const file of theirs) expect(readFileSync(path.join(out, file), 'utf8')).toBe(`theirs: ${file}`);
  }
  expect(besides(out)).toEqual([]);
});

describe('what is not ours is left alone', () => {
  const refused = async (out: string, message: string): Promise<void> => {
    const before = existsSync(out) && statSync(out).isDirectory() ? tree(out) : undefined;
    expect(await synth([one], out)).toEqual({ code: 2, out: '', err: `redis-blueprints: ${message}\n` });
    if (before !== undefined) expect(tree(out)).toEqual(before);
  };

  test('a directory with other files', async () => {
    const out = path.dirname(write('out/mine/notes.txt', 'precious'));
    await refused(out, `\`--out\` must be new, empty or made by an earlier synth, and ${out} holds other files; name another directory, or empty it yourself`);
  });

  test("a directory with somebody else's manifest.json", async () => {
    const out = path.dirname(write('out/cdk/manifest.json', '{"version":"48.0.0","artifacts":{}}'));
    await refused(out, `\`--out\` must be new, empty or made by an earlier synth, and ${out} holds other files; name another directory, or empty it yourself`);
  });

  test('a file', async () => {
    const out = write('out/file', 'x');
    await refused(out, `\`--out\` must be a directory, and ${out} is a file; name another place`);
  });

  test('a state file inside of an earlier output', async () => {
    const out = place('state');
    await synth([one], out);
    write('out/state/stacks/sessions/terraform.tfstate', '{}');
    await refused(out, `\`--out\` holds files that synth did not write, and replacing ${out} would delete them: stacks/sessions/terraform.tfstate; move them elsewhere, or name another directory`);
  });

  test('a place below a file', async () => {
    const out = path.join(write('out/plain', 'x'), 'below');
    const { code, err } = await synth([one], out);
    expect([code, err]).toEqual([2, `redis-blueprints: nothing was written to ${out}: a part of its path is a file; name another directory, or correct its permissions or its place\n`]);
  });
});

test('an empty directory, and a link to one, are filled', async () => {
  mkdirSync(place('void'), { recursive: true });
  symlinkSync(place('void'), place('link'));
  expect((await synth([one], place('link'))).code).toBe(0);
  expect(existsSync(path.join(place('void'), 'manifest.json'))).toBe(true);
});

test('two environments with one cache id do not fit into one output', async () => {
  const same = write('same.yaml', `${REPLICATED.replace('environment: development\n', '')}environments:\n  staging: {cacheId: shared}\n  development: {cacheId: shared}\n`);
  const out = place('same');
  expect(await synth([same], out)).toMatchObject({ code: 2, err: `redis-blueprints: two blueprints have the cache id shared: ${same} (staging) and ${same} (development); write them to different directories, one --environment at a time\n` });
  expect(existsSync(out)).toBe(false);
  expect((await synth([same], out, '-e', 'staging')).code).toBe(0);
});

test('--json tells the manifest, or null', async () => {
  const out = place('json');
  const { out: said } = await synth([one], out, '--json');
  expect(JSON.parse(said)).toMatchObject({ command: 'synth', ok: true, out, manifest: manifestIn(out) as object });
  expect(JSON.parse((await synth([broken], place('json2'), '--json')).out)).toMatchObject({ ok: false, manifest: null });
});

test('--quiet says nothing when all is well', async () => {
  expect(await synth([one], place('quiet'), '--quiet')).toEqual({ code: 0, out: '', err: '' });
});
