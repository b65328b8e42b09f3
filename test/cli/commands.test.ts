import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { parseAllDocuments } from 'yaml';
import { run } from '../../lib/cli';
import { KINDS, WORKLOADS } from '../../lib/cli/choices';
import { cli } from './capture';
import { REPLICATED, workspace } from './workspace';

const { root, write } = workspace();
const fine = write('fine.yaml', REPLICATED);
const broken = write('broken.yaml', REPLICATED.replace('nodeType:', 'nodetype:').replace('replicas: 1', 'replicas: many'));
const examples = path.resolve(__dirname, '../../examples');

describe('validate', () => {
  test('says where, what and the way out; exit code 1', async () => {
    const { code, out, err } = await cli(['validate', broken]);
    const lines = out.split('\n');
    expect(code).toBe(1);
    expect(err).toBe('');
    expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^${broken}:6:1 error RB003 \`nodetype\` .*nodeType`)));
    expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^${broken}:7:11 error RB004 \`replicas\` .*; .*$`)));
    expect(lines.at(-2)).toMatch(/^\d errors, no warnings.* in 1 blueprint$/);
  });

  test('exit code 0 without errors', async () => {
    const { code, out } = await cli(['validate', fine]);
    expect(out).toMatch(/no errors, no warnings.* in 1 blueprint\n$/);
    expect(code).toBe(0);
  });

  test('a mistake in the base stands once, with the overlays that it holds for', async () => {
    const shared = write('shared.yaml', `${REPLICATED.replace('replicas: 1', 'replicas: many')}environments: {staging: {}, development: {}}\n`);
    const { out } = await cli(['validate', shared]);
    expect(out.split('\n').filter((line) => line.includes('RB004'))).toEqual([expect.stringMatching(/ \(in staging, development\)$/)]);
  });

  test('names that two files share point at the second', async () => {
    const again = write('again.yaml', REPLICATED);
    const { code, out } = await cli(['validate', fine, again]);
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`^${again}:2:7 error RB451 `, 'm'));
  });

  test('names that two files share say where the first one is', async () => {
    const first = write('first.yaml', `# one line above\n${REPLICATED}`);
    const again = write('second.yaml', REPLICATED);
    const { out } = await cli(['validate', first, again]);
    expect(out).toContain(`which blueprint "sessions" has too (${first}:3); rename one of them`);
  });

  test('what was not looked at stands after the errors', async () => {
    const { out } = await cli(['validate', broken]);
    expect(out.split('\n').flatMap((line) => / (RB\d+) /.exec(line)?.[1] ?? [])).toEqual(['RB005', 'RB003', 'RB004', 'RB012']);
  });

  test.each(['validate', 'plan'])('%s: an environment that no blueprint has is wrong use, told without a place', async (command) => {
    const { code, out, err } = await cli([command, fine, '--environment', 'nope']);
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: 'redis-blueprints: `--environment` must be development, got "nope"; name one that exists, or leave the option out\n' });
  });

  test('what cannot be read comes before an environment that may stand in it', async () => {
    const { code, out } = await cli(['validate', fine, write('not.yaml', 'a: [\n'), '--environment', 'nope']);
    expect(code).toBe(1);
    expect(out).toContain(' error RB063 ');
  });

  test('environments are not held against each other', async () => {
    const both = write('both.yaml', `${REPLICATED}environments: {staging: {}, development: {}}\n`);
    expect((await cli(['validate', both, '-q'])).out).toBe('');
  });

  test('--strict makes open warnings fail, --quiet shows only what fails', async () => {
    const warned = write('warned.yaml', REPLICATED.replace('environment: development', 'environment: production').replace('cache.m7g.large', 'cache.t4g.small'));
    const relaxed = await cli(['validate', warned]);
    expect(relaxed).toMatchObject({ code: 0, out: expect.stringContaining(' warning RB') });
    expect((await cli(['validate', warned, '--quiet'])).out).toBe('');
    const strict = await cli(['validate', warned, '--strict', '--quiet']);
    expect(strict.code).toBe(1);
    expect(strict.out.trim().split('\n').every((line) => line.includes(' warning RB'))).toBe(true);
  });

  test('an acknowledged warning does not fail and shows its reason', async () => {
    const base = REPLICATED.replace('environment: development', 'environment: production').replace('cache.m7g.large', 'cache.t4g.small');
    const { out } = await cli(['validate', write('warned2.yaml', base)]);
    const codes = [...new Set([...out.matchAll(/ warning (RB\d+)/g)].map(([, code]) => code))];
    expect(codes.length).toBeGreaterThan(0);
    const accepted = write('accepted.yaml', `${base}acknowledge:\n${codes.map((code) => `  - {code: ${code}, reason: seen and accepted}\n`).join('')}`);
    const strict = await cli(['validate', accepted, '--strict']);
    expect(strict.code).toBe(0);
    expect(strict.out).toContain(' acknowledged RB');
    expect(strict.out).toContain('(accepted: seen and accepted)');
  });

  test('--json is one object of a stable shape', async () => {
    const { code, out } = await cli(['validate', broken, '--json']);
    const result = JSON.parse(out) as { findings: Record<string, unknown>[] };
    expect(code).toBe(1);
    expect(Object.keys(result)).toEqual(['schemaVersion', 'command', 'ok', 'summary', 'findings']);
    expect(result).toMatchObject({ schemaVersion: 1, command: 'validate', ok: false, summary: { blueprints: 1, errors: result.findings.filter(({ severity }) => severity === 'error').length } });
    expect(result.findings.find(({ code: ruleCode }) => ruleCode === 'RB004')).toEqual({
      file: broken, line: 7, column: 11, code: 'RB004', severity: 'error', path: 'replicas', message: expect.any(String), remedy: expect.any(String), source: expect.stringMatching(/^https:/),
    });
  });

  test('a name cannot paint the terminal or turn the line around', async () => {
    const { out } = await cli(['validate', write('evil.yaml', 'kind: replicated\n"\\e[31m\\u202Ekey": 1\nnetwork: {vpcId: 5}\n')]);
    expect(out).toContain('RB003');
    expect(out).not.toMatch(/[\u001b\u202e]/);
  });

  test('neither can a file name, a reason or a description', async () => {
    const named = write('red\u001b[31m.yaml', 'kind: ring\n');
    expect((await cli(['validate', named])).out).not.toContain('\u001b');
    const described = write('described.yaml', `${REPLICATED}description: "a\\e[31mb"\nacknowledge: [{code: RB378, reason: "c\\e[31md"}]\n`);
    expect((await cli(['plan', described])).out).not.toContain('\u001b');
  });

  test('several files show how far it is, on a terminal only', async () => {
    const other = write('other.yaml', REPLICATED.replace('name: sessions', 'name: carts'));
    expect((await cli(['validate', fine, other], { errIsTerminal: true })).err).toContain(`[2/2] ${other}`);
    expect((await cli(['validate', fine, other])).err).toBe('');
    expect((await cli(['validate', fine, other, '--json'], { errIsTerminal: true })).err).toBe('');
  });

  test('colours: on a terminal, unless somebody says no', async () => {
    const painted = '\u001b[31merror\u001b[39m';
    const terminal = { outIsTerminal: true };
    expect((await cli(['validate', broken], terminal)).out).toContain(painted);
    expect((await cli(['validate', broken])).out).not.toContain('\u001b');
    expect((await cli(['validate', broken, '--no-color'], terminal)).out).not.toContain('\u001b');
    expect((await cli(['validate', broken], { ...terminal, env: { NO_COLOR: '1' } })).out).not.toContain('\u001b');
    expect((await cli(['validate', broken], { ...terminal, env: { NO_COLOR: '' } })).out).toContain(painted);
  });
});

describe('plan', () => {
  test.each([80, 100])('fits %i columns, and says the main things', async (columns) => {
    const { code, out } = await cli(['plan', examples], { columns });
    expect(code).toBe(0);
    const lines = out.split('\n');
    const tooLong = lines.filter((line) => line.length > columns && !/ (info|warning) RB/.test(line));
    expect(tooLong).toEqual([]);
    for (const title of ['Shape', 'Memory', 'Recovery', 'Users', 'Network and encryption', 'Backup and maintenance', 'Parameters', 'Alarms', 'Cost drivers', 'Assumptions']) {
      expect(lines.some((line) => line.startsWith(title))).toBe(true);
    }
  });

  test('a blueprint with errors is left out and fails, the others are shown', async () => {
    const { code, out } = await cli(['plan', broken, fine]);
    expect(code).toBe(1);
    expect(out).toMatch(/^sessions {2}replicated, development, eu-central-1, valkey /m);
    expect(out).toContain(`${broken}:7:11 error RB004`);
  });

  test('--json holds the report and where it comes from', async () => {
    const { out } = await cli(['plan', path.join(examples, 'platform-team'), '-e', 'staging', '--json']);
    const { plans } = JSON.parse(out) as { plans: { overlay: string; file: string; report: { id: string; schemaVersion: number } }[] };
    expect(plans.map(({ overlay, report }) => [overlay, report.id])).toEqual([['staging', 'feed-staging'], ['staging', 'jobs-staging'], ['staging', 'limits-staging']]);
    expect(plans[0]).toMatchObject({ report: { schemaVersion: 1 }, file: expect.stringContaining('platform-team') });
  });
});

describe('init', () => {
  test.each(KINDS.flatMap((kind) => WORKLOADS.map((workload) => [kind, workload] as const)))('a %s %s starter validates without errors or warnings', async (kind, workload) => {
    const directory = path.join(root, 'init', `${kind}-${workload}`);
    expect((await cli(['init', directory, '--kind', kind, '--workload', workload])).code).toBe(0);
    const { code, out } = await cli(['validate', directory, '--strict']);
    expect(out).toContain('no errors, no warnings');
    expect(code).toBe(0);
  });

  test('never overwrites', async () => {
    const directory = path.join(root, 'twice');
    await cli(['init', directory]);
    const before = readFileSync(path.join(directory, 'blueprint.yaml'), 'utf8');
    const { code, err, out } = await cli(['init', directory, '--kind', 'sharded']);
    expect([code, out, err]).toEqual([2, '', `redis-blueprints: ${path.join(directory, 'blueprint.yaml')} is there already; name another directory, or edit it\n`]);
    expect(readFileSync(path.join(directory, 'blueprint.yaml'), 'utf8')).toBe(before);
  });

  test('takes its name from the directory where that can name a cache', async () => {
    await cli(['init', path.join(root, 'carts')]);
    await cli(['init', path.join(root, '9 lives')]);
    expect(readFileSync(path.join(root, 'carts/blueprint.yaml'), 'utf8')).toContain('\nname: carts\n');
    expect(readFileSync(path.join(root, '9 lives/blueprint.yaml'), 'utf8')).toContain('\nname: my-cache\n');
  });
});

describe('schema and rules', () => {
  test('the schema accepts every example and refuses an unknown key', async () => {
    const { out, code } = await cli(['schema']);
    expect(code).toBe(0);
    const accepts = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(out) as object);
    for (const document of parseAllDocuments(readFileSync(path.join(examples, 'platform-team/blueprint.yaml'), 'utf8'))) {
      expect([accepts(document.toJS()), accepts.errors]).toEqual([true, null]);
    }
    expect(accepts({ ...(parseAllDocuments(REPLICATED)[0] as { toJS(): object }).toJS(), nodetype: 'x' })).toBe(false);
  });

  test('rules explains a code, by code or name, in any case', async () => {
    const byCode = await cli(['rules', 'rb065']);
    expect(byCode.code).toBe(0);
    expect(byCode.out).toContain('RB065 duplicate-key (error)');
    expect(byCode.out).toContain('YAML readers disagree on which of two values wins.');
    expect((await cli(['rules', 'duplicate-key'])).out).toBe(byCode.out);
  });

  test('rules lists every code once', async () => {
    const { rules } = JSON.parse((await cli(['rules', '--json'])).out) as { rules: { code: string; name: string }[] };
    expect(rules.length).toBeGreaterThan(100);
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });

  test('an unknown code', async () => {
    expect(await cli(['rules', 'RB9O6'])).toEqual({ code: 2, out: '', err: 'redis-blueprints: there is no rule RB9O6; did you mean RB906?\n' });
  });
});

describe('wrong use is exit code 2, told on stderr', () => {
  test.each([
    ['an unknown command', ['valdate', 'x'], "error: unknown command 'valdate'\n(Did you mean validate?)"],
    ['no file', ['validate'], "error: missing required argument 'files'"],
    ['an unknown option', ['validate', 'x', '--jsn'], "error: unknown option '--jsn'\n(Did you mean --json?)"],
    ['an unknown kind', ['init', 'x', '--kind', 'ring'], "error: option '--kind <kind>' argument 'ring' is invalid. Allowed choices are replicated, sharded."],
    ['no target', ['synth', 'x', '--out', 'y'], "error: required option '-t, --target <target>' not specified"],
    ['a toolkit for CloudFormation', ['synth', 'x', '--out', 'y', '-t', 'cloudformation', '--toolkit', 'cdktn'], 'redis-blueprints: `--toolkit` chooses a Terraform toolkit, and the target is cloudformation; leave it out, or write --target terraform'],
  ])('%s', async (_name, argv, message) => {
    const { code, out, err } = await cli(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err.startsWith(message)).toBe(true);
    expect(err).not.toContain('    at ');
  });

  test('--help and --version are fine', async () => {
    expect((await cli(['--help'])).code).toBe(0);
    expect(await cli(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});

describe('an unexpected error', () => {
  test('is one line that says how to report it; the stack only with DEBUG', async () => {
    const broke = async (env: Record<string, string>): Promise<{ code: number; err: string }> => {
      let err = '';
      const code = await run(['schema'], {
        out: () => {
          throw new Error('the printer is on fire\nsecond line');
        },
        err: (text) => void (err += text),
        outIsTerminal: false,
        errIsTerminal: false,
        env,
      });
      return { code, err };
    };
    const quiet = await broke({});
    expect(quiet.code).toBe(2);
    expect(quiet.err).toMatch(/^redis-blueprints \d+\.\d+\.\d+: unexpected error: the printer is on fire; please report it with the blueprint to .* \(DEBUG=1 shows where\)\n$/);
    expect((await broke({ DEBUG: '1' })).err).toContain('\n    at ');
  });
});
