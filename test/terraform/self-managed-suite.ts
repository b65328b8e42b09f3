import type { Blueprint, ClusterBlueprint, SentinelBlueprint } from '../../lib/core/blueprint';
import { cluster, sentinel } from '../cdktf/support/blueprints';
import { synthesizeBlueprint } from '../cdktf/support/toolkit';
import type { Toolkit } from '../cdktf/support/toolkit';
import type { Deed } from './stand-in/cloud';
import { BINARY, Workspace } from './stand-in/terraform';
import type { Configuration, Outcome } from './stand-in/terraform';

const disposable: SentinelBlueprint = { ...sentinel, disposable: true };
const shards = (names: readonly string[]): ClusterBlueprint => ({ ...cluster, replicas: 1, shards: names });

/** Shapes that no example shows. */
const fixtures: readonly (readonly [string, Blueprint])[] = [
  ['Sentinels of their own', { ...sentinel, replicas: 1, sentinels: { placement: 'own-nodes', count: 5 } }],
  ['a cluster on Amazon Linux, x86-64', { ...cluster, image: 'al2023', instanceType: 'm7i.large' }],
  ['imported key, topic and authority', {
    ...sentinel,
    kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d-0000-1111-2222-333344445555',
    certificates: { authoritySecretArn: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:team-authority-AbCdEf' },
    monitoring: { topicArns: ['arn:aws:sns:eu-central-1:111122223333:oncall'] },
  }],
  ['copies under a stated key', { ...sentinel, backup: { copyToBucketArn: 'arn:aws:s3:::locks-copies', copyKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-1111-2222-333344446666' } }],
  ['copies under the account\'s key', { ...sentinel, backup: { copyToBucketArn: 'arn:aws:s3:::locks-copies' } }],
];

/** Fails with what Terraform said. */
function succeeds(outcome: Outcome): Outcome {
  expect(outcome.ok ? 'success' : outcome.output.slice(Math.max(0, outcome.output.indexOf('Error:')))).toBe('success');
  return outcome;
}

/** The real Terraform on what one toolkit writes for nodes of one's own; the examples are in the suite of all examples. */
export function describeSelfManagedTerraform(kit: Toolkit): void {
  const suite = BINARY === undefined ? describe.skip : describe;

  suite(`${kit.name}, ${BINARY ?? 'skipped: neither terraform nor tofu is installed'}`, () => {
    const open: Workspace[] = [];
    const workspace = async (...configurations: readonly Configuration[]): Promise<Workspace> => {
      const made = await Workspace.open(kit.bindings, ...configurations);
      open.push(made);
      made.use(configurations[0]!);
      succeeds(await made.run('init'));
      return made;
    };
    const apply = async (made: Workspace, configuration?: Configuration): Promise<readonly Deed[]> => {
      made.provider.cloud.deeds.length = 0;
      if (configuration !== undefined) made.use(configuration);
      succeeds(await made.run('apply', '-auto-approve'));
      return [...made.provider.cloud.deeds];
    };
    afterEach(() => {
      for (const made of open.splice(0)) made.close();
    });

    test.each(fixtures)('validates and plans %s', async (_name, blueprint) => {
      const made = await workspace(synthesizeBlueprint(kit, blueprint));
      succeeds(await made.run('validate'));
      expect(succeeds(await made.run('plan')).output).toMatch(/Plan: \d+ to add, 0 to change, 0 to destroy/);
    });

    test(`a second run changes nothing, and passwords are ${kit.name === 'cdktn' ? 'not' : ', as the capability table says,'} in the state`, async () => {
      const made = await workspace(synthesizeBlueprint(kit, disposable));
      await apply(made);
      expect((await made.run('apply', '-auto-approve')).output).toContain('Resources: 0 added, 0 changed, 0 destroyed');
      expect(made.state().includes('drawn-password')).toBe(kit.name === 'cdktf');
    });

    test('each user has a password of its own, and a group starts after the passwords', async () => {
      const made = await workspace(synthesizeBlueprint(kit, disposable));
      const deeds = await apply(made);
      const passwords = [...made.provider.cloud.secrets.values()].map((text) => JSON.parse(text) as { username: string; password: string });
      expect(passwords.map(({ username }) => username).sort()).toEqual(['backup', 'metrics', 'operator', 'replication', 'sentinel', 'web']);
      expect(new Set(passwords.map(({ password }) => password)).size).toBe(6);
      const types = deeds.map(({ type }) => type);
      expect(types.indexOf('aws_autoscaling_group')).toBeGreaterThan(types.lastIndexOf('aws_secretsmanager_secret_version'));
    });

    test('another setting makes new templates, and nothing that holds data or an address is touched', async () => {
      const [before, after] = [sentinel, { ...sentinel, directives: { 'slowlog-max-len': 512 } }].map((blueprint) => synthesizeBlueprint(kit, blueprint));
      const made = await workspace(before!, after!);
      await apply(made);
      const deeds = await apply(made, after!);
      expect(new Set(deeds.map(({ action, type }) => `${action} ${type}`))).toEqual(new Set(['update aws_launch_template', 'update aws_autoscaling_group']));
    });

    test('removing the first shard deletes its own nodes and nothing of the others', async () => {
      const [before, after] = [shards(['s1', 's2', 's3', 's4']), shards(['s2', 's3', 's4'])].map((blueprint) => synthesizeBlueprint(kit, { ...blueprint, monitoring: { ...blueprint.monitoring, dashboard: false } }));
      const made = await workspace(before!, after!);
      await apply(made);
      const deeds = await apply(made, after!);
      const held = deeds.filter(({ type }) => /network_interface|ebs_volume|autoscaling_group/.test(type) && !/launch_template/.test(type));
      expect(held.filter(({ action }) => action === 'delete').map(({ name }) => name).sort()).toEqual(['events-s1-1', 'events-s1-1', 'events-s1-1', 'events-s1-2', 'events-s1-2', 'events-s1-2']);
      expect(held.filter(({ action, type }) => action !== 'delete' && type !== 'aws_autoscaling_group')).toEqual([]);
      // The instance lets go of what it holds before that is deleted.
      const order = deeds.filter(({ action, name }) => action === 'delete' && name === 'events-s1-1').map(({ type }) => type);
      expect(order[0]).toBe('aws_autoscaling_group');
    });

    test('adding a shard adds its nodes and replaces none', async () => {
      const [before, after] = [shards(['s1', 's2', 's3']), shards(['s1', 's2', 's3', 's4'])].map((blueprint) => synthesizeBlueprint(kit, blueprint));
      const made = await workspace(before!, after!);
      await apply(made);
      const deeds = await apply(made, after!);
      expect(deeds.filter(({ action, type }) => action === 'delete' && !/alarm|dashboard/.test(type))).toEqual([]);
      expect(deeds.filter(({ action, type }) => action === 'create' && type === 'aws_ebs_volume').map(({ name }) => name).sort()).toEqual(['events-s4-1', 'events-s4-2']);
    });

    test.each([
      ['aws_network_interface', { ...sentinel, network: { ...sentinel.network, subnets: sentinel.network.subnets.map((subnet, index) => (index === 0 ? { ...subnet, subnetId: 'subnet-0ddd4444eeee5555f' } : subnet)) } }],
      ['aws_ebs_volume', { ...sentinel, kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d-0000-1111-2222-333344445555' }],
    ] satisfies [string, Blueprint][])('a change that would replace %s is refused', async (type, changed) => {
      const [before, after] = [sentinel, changed].map((blueprint) => synthesizeBlueprint(kit, blueprint));
      const made = await workspace(before!, after!);
      await apply(made);
      made.use(after!);
      expect((await made.run('plan')).output).toMatch(new RegExp(`Resource ${type}\\.node-data-1_\\w+\\s+has\\s+lifecycle\\.prevent_destroy`));
    });

    test('destroying what is not disposable is refused; disposable nodes go, instances first', async () => {
      const made = await workspace(synthesizeBlueprint(kit, sentinel));
      await apply(made);
      expect((await made.run('destroy', '-auto-approve')).output).toMatch(/lifecycle\.prevent_destroy/);
      const gone = await workspace(synthesizeBlueprint(kit, disposable));
      await apply(gone);
      gone.provider.cloud.deeds.length = 0;
      succeeds(await gone.run('destroy', '-auto-approve'));
      const types = gone.provider.cloud.deeds.map(({ type }) => type);
      expect(types.lastIndexOf('aws_autoscaling_group')).toBeLessThan(types.indexOf('aws_ebs_volume'));
    });
  });
}
