import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Blueprint, ReplicatedBlueprint, ShardedBlueprint } from '../../lib/core/blueprint';
import { replicated, sharded } from '../cdktf/support/blueprints';
import { synthesize, synthesizeBlueprint } from '../cdktf/support/toolkit';
import type { Toolkit } from '../cdktf/support/toolkit';
import { BINARY, Workspace } from './stand-in/terraform';
import type { Configuration, Outcome } from './stand-in/terraform';

const examples = path.resolve(__dirname, '../../examples');

/** Every document of every example; overlays are the command line's, so each document stands for its production shape. */
const fromExamples: readonly (readonly [string, Blueprint])[] = readdirSync(examples).flatMap((folder) =>
  parseAllDocuments(readFileSync(path.join(examples, folder, 'blueprint.yaml'), 'utf8')).map((document) => {
    const { environments: _, ...blueprint } = document.toJS() as Blueprint & { environments?: unknown };
    return [`${folder}/${blueprint.name}`, blueprint] as const;
  }),
);

const tokenSecret = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:token-AbCdEf';

const newNetwork = { newVpc: { cidr: '10.0.0.0/20', availabilityZones: ['eu-central-1a', 'eu-central-1b'] }, allowFromCidrs: ['10.9.0.0/16'] };

/** Shapes that no example shows. */
const fixtures: readonly (readonly [string, Blueprint])[] = [
  ['disposable', { ...replicated, disposable: true }],
  ['a new network', { ...replicated, network: newNetwork }],
  ['Redis with its default user', { ...replicated, engine: 'redis' }],
  ['an AUTH token', { ...replicated, access: { authTokenSecretArn: tokenSecret } }],
  ['an imported user group, key, topic and parameter group', {
    ...replicated,
    access: { userGroup: { id: 'team', engine: 'valkey' } },
    encryption: { kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d-0000-1111-2222-333344445555' },
    parameterGroup: { name: 'team-valkey8', family: 'valkey8' },
    monitoring: { topicArns: ['arn:aws:sns:eu-central-1:111122223333:oncall'] },
  }],
  ['named shards with slots', { ...sharded, shardCount: undefined, shards: [{ id: '0001', slots: '0-8191' }, { id: '0002', slots: '8192-16383' }] }],
  ['scaled shards and replicas', { ...sharded, shardScaling: { min: 3, max: 9 }, replicaScaling: { min: 1, max: 3 } }],
  ['template signs', {
    ...replicated,
    description: 'Costs 100%{x} of ${y}',
    access: { users: [{ name: 'web', can: ['read'], keys: ['tenant:{a}:*'] }] },
  }],
];

/** Terraform changes the version only where the service does not. */
const byHand = { maintenance: { autoMinorVersionUpgrade: false } };

/** What the secrets made by the run hold. */
function passwordsIn(secrets: ReadonlyMap<string, string>): { username: string; password: string }[] {
  return [...secrets].filter(([id]) => id !== tokenSecret).map(([, text]) => JSON.parse(text) as { username: string; password: string });
}

/** Fails with what Terraform said. */
function succeeds(outcome: Outcome): Outcome {
  expect(outcome.ok ? 'success' : outcome.output.slice(Math.max(0, outcome.output.indexOf('Error:')))).toBe('success');
  return outcome;
}

/** The real Terraform on what one toolkit writes. */
export function describeTerraform(kit: Toolkit): void {
  const suite = BINARY === undefined ? describe.skip : describe;
  const title = BINARY === undefined ? 'skipped: neither terraform nor tofu is installed' : `${BINARY} against a stand-in provider`;

  suite(`${kit.name}, ${title}`, () => {
    const open: Workspace[] = [];
    const workspace = async (...configurations: readonly Configuration[]): Promise<Workspace> => {
      const made = await Workspace.open(kit.bindings, ...configurations);
      open.push(made);
      made.provider.cloud.secrets.set(tokenSecret, 'a-token-that-somebody-else-keeps');
      made.use(configurations[0]!);
      succeeds(await made.run('init'));
      return made;
    };
    afterEach(() => {
      for (const made of open.splice(0)) made.close();
    });

    test.each([...fromExamples, ...fixtures])('validates and plans %s', async (_name, blueprint) => {
      const made = await workspace(synthesizeBlueprint(kit, blueprint));
      succeeds(await made.run('validate'));
      const plan = succeeds(await made.run('plan'));
      expect(plan.output).toMatch(/Plan: \d+ to add, 0 to change, 0 to destroy/);
    });

    test('an argument that the provider does not have is caught', async () => {
      const made = await workspace(
        synthesize(kit, (app) => {
          const [stack] = kit.library.addBlueprints(app, [replicated]);
          stack!.cache.resources.replicationGroup.addOverride('num_shards', 3);
        })['sessions']!,
      );
      const validation = await made.run('validate');
      expect(validation.ok).toBe(false);
      expect(validation.output).toContain('Extraneous JSON object property');
      expect(validation.output).toContain('num_shards');
    });

    test('a required argument that is missing is caught', async () => {
      const { resource, ...rest } = synthesizeBlueprint(kit, replicated);
      const users = Object.fromEntries(Object.entries(resource.aws_elasticache_user!).map(([name, { engine: _, ...user }]) => [name, user]));
      const made = await workspace({ ...rest, resource: { ...resource, aws_elasticache_user: users } });
      expect((await made.run('validate')).output).toContain('The argument "engine" is required');
    });

    test('a run that stops between secret and user leaves both with the same password in the next one', async () => {
      const made = await workspace(synthesizeBlueprint(kit, { ...replicated, disposable: true }));
      const { cloud } = made.provider;
      cloud.failing.add('aws_elasticache_user');
      expect((await made.run('apply', '-auto-approve')).output).toContain('aws_elasticache_user fails on demand');
      const [held] = passwordsIn(cloud.secrets);
      cloud.failing.clear();
      succeeds(await made.run('apply', '-auto-approve'));
      expect(held).toEqual({ username: 'web', password: expect.stringMatching(/^drawn-password-\d+$/) as string });
      expect(cloud.passwords.get('sessions-web')).toBe(held!.password);
      expect(passwordsIn(cloud.secrets)).toEqual([held]);
    });

    test('a run that stops between secret and its version can be repeated', async () => {
      const made = await workspace(synthesizeBlueprint(kit, { ...replicated, disposable: true }));
      const { cloud } = made.provider;
      cloud.failing.add('aws_secretsmanager_secret_version');
      expect(await made.run('apply', '-auto-approve')).toMatchObject({ ok: false });
      cloud.failing.clear();
      succeeds(await made.run('apply', '-auto-approve'));
      expect(passwordsIn(cloud.secrets)).toEqual([{ username: 'web', password: cloud.passwords.get('sessions-web') }]);
    });

    test('a second run changes nothing and draws no new password', async () => {
      const made = await workspace(synthesizeBlueprint(kit, { ...replicated, disposable: true }));
      await made.run('apply', '-auto-approve');
      const before = new Map(made.provider.cloud.passwords);
      const again = await made.run('apply', '-auto-approve');
      expect(again.output).toContain('Resources: 0 added, 0 changed, 0 destroyed');
      expect(made.provider.cloud.passwords).toEqual(before);
    });

    test(`an AUTH token reaches the cache ${kit.name === 'cdktn' ? 'and is not' : 'and is, as the capability table says,'} in the state`, async () => {
      const made = await workspace(synthesizeBlueprint(kit, { ...replicated, disposable: true, access: { authTokenSecretArn: tokenSecret } }));
      succeeds(await made.run('apply', '-auto-approve'));
      expect(made.provider.cloud.passwords.get('sessions')).toBe('a-token-that-somebody-else-keeps');
      expect(made.state().includes('somebody-else')).toBe(kit.name === 'cdktf');
    });

    test(kit.name === 'cdktn' ? 'no password is in the state' : 'passwords are in the state, as the capability table says', async () => {
      const made = await workspace(synthesizeBlueprint(kit, { ...replicated, disposable: true }));
      await made.run('apply', '-auto-approve');
      expect(made.state().includes('drawn-password')).toBe(kit.name === 'cdktf');
    });

    test('a removed user leaves the group before it is deleted', async () => {
      const disposable: ReplicatedBlueprint = { ...replicated, disposable: true };
      const [web] = disposable.access!.users!;
      const [before, after] = [disposable, { ...disposable, access: { users: [web!] } }].map((blueprint) => synthesizeBlueprint(kit, blueprint));
      const made = await workspace(before!, after!);
      await made.run('apply', '-auto-approve');
      made.provider.cloud.deeds.length = 0;
      made.use(after!);
      succeeds(await made.run('apply', '-auto-approve'));
      const deeds = made.provider.cloud.deeds.filter(({ type }) => type.startsWith('aws_elasticache_user')).map(({ action, name }) => `${action} ${name}`);
      expect(deeds).toEqual(['update sessions-users', 'delete sessions-support-iam']);
    });

    test('a new family makes its parameter group before the old one goes', async () => {
      const [before, after] = ['7.2', '8.1'].map((version) => synthesizeBlueprint(kit, { ...replicated, ...byHand, version, disposable: true }));
      const made = await workspace(before!, after!);
      await made.run('apply', '-auto-approve');
      made.provider.cloud.deeds.length = 0;
      made.use(after!);
      succeeds(await made.run('apply', '-auto-approve'));
      const deeds = made.provider.cloud.deeds.filter(({ type }) => /parameter_group|replication_group/.test(type)).map(({ action, name }) => `${action} ${name}`);
      expect(deeds).toEqual(['create sessions-valkey8', 'update sessions', 'delete sessions-valkey7']);
    });

    const named = (slots: readonly string[]): ShardedBlueprint => ({ ...sharded, shardCount: undefined, shards: slots.map((range, index) => ({ id: String(index + 1).padStart(4, '0'), slots: range })) });

    test.each([
      ['more shards, fewer shards, more replicas', [sharded, { ...sharded, shardCount: 4 }, { ...sharded, shardCount: 2 }, { ...sharded, shardCount: 2, replicasPerShard: 2 }]],
      ['more named shards', [named(['0-8191', '8192-16383']), named(['0-5460', '5461-10922', '10923-16383'])]],
      [
        'more replicas, a larger node, another workload, description and tag',
        [replicated, { ...replicated, replicas: 3 }, { ...replicated, nodeType: 'cache.m7g.xlarge' }, { ...replicated, workload: 'cache', description: 'Something else', tags: { team: 'web' } }],
      ],
      ['TLS preferred, then required, then another engine', [{ ...replicated, engine: 'redis', encryption: { tls: 'preferred' } }, { ...replicated, engine: 'redis' }, { ...replicated, ...byHand }]],
    ] satisfies [string, Blueprint[]][])('%s: changed in place, and nothing that holds data goes', async (_name, blueprints) => {
      const [first, ...later] = blueprints.map((blueprint) => synthesizeBlueprint(kit, blueprint));
      const made = await workspace(first!, ...later);
      const { deeds } = made.provider.cloud;
      succeeds(await made.run('apply', '-auto-approve'));
      for (const configuration of later) {
        deeds.length = 0;
        made.use(configuration);
        succeeds(await made.run('apply', '-auto-approve'));
        expect(deeds.filter(({ type }) => type === 'aws_elasticache_replication_group').map(({ action }) => action)).toEqual(['update']);
        expect(deeds.filter(({ action, type }) => action === 'delete' && /kms_key|secret|log_group|replication_group/.test(type))).toEqual([]);
      }
    });

    const versions = (deeds: readonly { action: string; type: string }[]): string[] => deeds.filter(({ type }) => type === 'aws_elasticache_replication_group').map(({ action }) => action);

    test.each([true, false])('a minor version that the service installed stays, whatever else changes; disposable: %s', async (disposable) => {
      const [before, after] = [{ ...replicated, version: '8.1', disposable }, { ...replicated, version: '8.1', disposable, description: 'Something else' }].map((blueprint) => synthesizeBlueprint(kit, blueprint));
      const made = await workspace(before!, after!);
      const { cloud } = made.provider;
      succeeds(await made.run('apply', '-auto-approve'));
      cloud.deeds.length = 0;
      cloud.drifted.set('sessions', { engine_version: '8.2', engine_version_actual: '8.2.1' });
      expect(succeeds(await made.run('apply', '-auto-approve')).output).toContain('Resources: 0 added, 0 changed, 0 destroyed');
      made.use(after!);
      succeeds(await made.run('apply', '-auto-approve'));
      expect(versions(cloud.deeds)).toEqual(['update']);
      expect(made.state()).toContain('"engine_version": "8.2"');
    });

    test('a version is raised by the blueprint in place, and a run that would not do so says how', async () => {
      const [before, refused, taken, returned] = [
        { ...replicated, version: '8.1' },
        { ...replicated, version: '8.2' },
        { ...replicated, ...byHand, version: '8.2' },
        { ...replicated, version: '8.2' },
      ].map((blueprint) => synthesizeBlueprint(kit, blueprint));
      const made = await workspace(before!, refused!);
      const { deeds } = made.provider.cloud;
      succeeds(await made.run('apply', '-auto-approve'));
      deeds.length = 0;
      made.use(refused!);
      const plan = await made.run('plan');
      expect(plan.ok).toBe(false);
      expect(plan.output.replace(/\s*\n[│|]?\s*/g, ' ')).toContain('sessions runs 8.1.3, older than the planned 8.2. While AWS installs minor versions, Terraform leaves the version alone');
      expect(deeds).toEqual([]);
      for (const configuration of [taken!, returned!]) {
        made.use(configuration);
        succeeds(await made.run('apply', '-auto-approve'));
        expect(made.state()).toContain('"engine_version": "8.2"');
      }
      expect(versions(deeds)).toEqual(['update', 'update']);
    });

    test('a change that would replace the cache is refused', async () => {
      const [before, after] = [replicated, { ...replicated, port: 6390 }].map((blueprint) => synthesizeBlueprint(kit, blueprint));
      const made = await workspace(before!, after!);
      succeeds(await made.run('apply', '-auto-approve'));
      made.use(after!);
      expect((await made.run('plan')).output).toMatch(/Resource aws_elasticache_replication_group\.cache\s+has\s+lifecycle\.prevent_destroy/);
    });

    test('destroying a cache that is not disposable is refused', async () => {
      const made = await workspace(synthesizeBlueprint(kit, replicated));
      await made.run('apply', '-auto-approve');
      const destruction = await made.run('destroy', '-auto-approve');
      expect(destruction.ok).toBe(false);
      expect(destruction.output).toMatch(/Resource aws_elasticache_replication_group\.cache\s+has\s+lifecycle\.prevent_destroy/);
    });

    test('the override of docs/cli.md lets the cache go and keeps the key', async () => {
      const made = await workspace(synthesizeBlueprint(kit, replicated));
      succeeds(await made.run('apply', '-auto-approve'));
      const docs = readFileSync(path.resolve(__dirname, '../../docs/cli.md'), 'utf8');
      writeFileSync(path.join(made.folder, 'destroy_override.tf'), /^ {4}resource "aws_elasticache_replication_group" "cache" \{\n[^]*?^ {4}\}\n/m.exec(docs)![0]);
      succeeds(await made.run('state', 'rm', 'aws_kms_key.key'));
      succeeds(await made.run('destroy', '-auto-approve'));
      const deleted = made.provider.cloud.deeds.filter(({ action }) => action === 'delete').map(({ type }) => type);
      expect(deleted).toContain('aws_elasticache_replication_group');
      expect(deleted).not.toContain('aws_kms_key');
    });

    test('a shard that Terraform cannot remove ends the run with the way out', async () => {
      const three = { ...named(['0-5460', '5461-10922', '10923-16383']), disposable: true };
      const [before, after] = [three, { ...three, shards: [{ id: '0002', slots: '0-8191' }, { id: '0003', slots: '8192-16383' }] }].map((blueprint) => synthesizeBlueprint(kit, blueprint));
      const made = await workspace(before!, after!);
      succeeds(await made.run('apply', '-auto-approve'));
      made.use(after!);
      const outcome = await made.run('apply', '-auto-approve');
      expect(outcome.ok).toBe(false);
      expect(outcome.output).toContain('The nodes of feed are not the planned ones');
      expect(made.provider.cloud.deeds.filter(({ action, type }) => action !== 'create' && type === 'aws_elasticache_replication_group')).toEqual([
        { action: 'update', type: 'aws_elasticache_replication_group', name: 'feed' },
      ]);
    });
  });
}
