import { spawnSync } from 'node:child_process';
import { cluster } from '../core/config/support';
import { describeUnless } from '../rehearsal/support/needs';
import { ensureImage, missingForBoot } from './support/image';
import { Lab, until } from './support/lab';

jest.setTimeout(240_000);

const shards = ['s1', 's2', 's3'];
const small = cluster({ workload: 'session', shards });
const large = cluster({ workload: 'session', shards: [...shards, 's4'] });
const missing = process.env.REDIS_BLUEPRINTS_BOOT_ROOT === 'make' ? missingForBoot() : '`npm run test:boot` runs it: eight machines and two reshardings take minutes';

/** As for Sentinel: real scripts and engines, stand-ins for systemd, journald and the cloud's API. */
describeUnless(missing, 'boot files of a cluster on Debian 13', () => {
  let lab: Lab;

  const ask = (node: string, ...words: string[]): string => lab.ask(node, 6379, 'operator', ...words);
  const view = (node: string): string[][] => ask(node, 'CLUSTER', 'NODES').split('\n').map((line) => line.trim().split(' '));
  const online = (node: string): boolean => ask(node, 'INFO', 'replication').includes('state=online');
  const at = (name: string): string => `${lab.address(name)}:`;
  const slots = (node: string, of: string): number =>
    (view(node).find((words) => words[1]!.startsWith(at(of)))?.slice(8) ?? [])
      .filter((range) => !range.startsWith('['))
      .map((range) => range.split('-').map(Number))
      .reduce((sum, [from = 0, to = from]) => sum + to - from + 1, 0);
  const joined = (name: string): boolean => lab.run(lab.machine(name), 'ls', '/run/units/redis-blueprints-join.service.active').status === 0;

  beforeAll(async () => {
    lab = new Lab(ensureImage(), large);
    await lab.open();
    await Promise.all(small.nodes.map(({ name }) => lab.launch(name, small)));
  });
  afterAll(async () => {
    await lab?.close();
  });

  test('first boot: the nodes make one cluster, each shard with its own replica', async () => {
    await until('every node has its place', () => small.nodes.every(({ name }) => joined(name)) && shards.every((shard) => online(`${shard}-1`)), 90_000);
    expect(ask('s3-2', 'CLUSTER', 'INFO')).toContain('cluster_state:ok');
    expect(shards.map((shard) => slots('s1-1', `${shard}-1`))).toEqual([5461, 5461, 5462]);
    for (const shard of shards) {
      const primary = view('s1-1').find((words) => words[1]!.startsWith(at(`${shard}-1`)))![0];
      expect(view('s1-1').find((words) => words[1]!.startsWith(at(`${shard}-2`)))![3]).toBe(primary);
    }
  });

  test('safe stop: the best replica takes the slots over, and the old primary comes back as its replica', async () => {
    lab.run(lab.machine('s1-1'), 'systemctl', 'stop', 'redis-blueprints-engine.service');
    expect(ask('s1-2', 'ROLE')).toMatch(/^master/);
    expect(slots('s1-2', 's1-2')).toBe(5461);
    lab.run(lab.machine('s1-1'), 'systemctl', 'start', 'redis-blueprints-engine.service');
    await until('s1-1 follows', () => online('s1-2'), 60_000);
  });

  test('replacement: the node is the same one, since its volume knows which', async () => {
    const before = ask('s2-2', 'CLUSTER', 'MYID');
    await lab.replace('s2-2');
    await until('s2-2 follows again', () => online('s2-1') && ask('s2-2', 'CLUSTER', 'MYID') === before, 60_000);
    expect(view('s1-2').filter((words) => words.length >= 8)).toHaveLength(6);
  });

  test('scale-out and scale-in: a new shard takes its share and gives it back, and no slot is ever without a primary', async () => {
    await Promise.all(['s4-1', 's4-2'].map((name) => lab.launch(name)));
    await until('the new shard has its share', () => joined('s4-1') && joined('s4-2'), 150_000);
    expect(slots('s1-2', 's4-1')).toBe(4096);
    expect(ask('s1-2', 'CLUSTER', 'INFO')).toContain('cluster_slots_ok:16384');
    lab.command('s4-2', 'leave');
    lab.command('s4-1', 'leave');
    await until('nobody remembers them', () => view('s3-1').length === 6, 20_000);
    expect(ask('s3-1', 'CLUSTER', 'INFO')).toContain('cluster_slots_ok:16384');
  });

  test('restore: the backups of one moment make the whole cluster again', async () => {
    const keys = Array.from({ length: 200 }, (_, index) => `app:copy:${index}`);
    expect(pipe(keys.map((key) => `SET ${key} of-${key}`)).filter((answer) => answer === 'OK')).toHaveLength(keys.length);
    const nodes = small.nodes.map(({ name }) => name);
    for (const name of nodes) lab.command(name, 'backup-if-due');
    const made = Object.keys(lab.read().objects).filter((key) => key.endsWith('.rdb'));
    expect(made.map((key) => key.split('/')[1]).sort()).toEqual(shards);
    for (const name of nodes) {
      await lab.kill(lab.machine(name));
      lab.order('terminated', { id: lab.machine(name).id });
      lab.makeVolume(name);
    }
    const restored = cluster({ workload: 'session', shards, backup: { restoreFrom: made[0] } });
    await Promise.all(nodes.map((name) => lab.launch(name, restored)));
    await until('every node has its place', () => nodes.every(joined) && shards.every((shard) => online(`${shard}-1`)), 120_000);
    expect(ask('s2-1', 'CLUSTER', 'INFO')).toContain('cluster_slots_ok:16384');
    expect(pipe(keys.map((key) => `GET ${key}`)).filter((answer) => answer.startsWith('of-'))).toEqual(keys.map((key) => `of-${key}`));
  });

  /** Commands as the application sends them, following redirections, and their answers. */
  function pipe(commands: readonly string[]): string[] {
    const { pid } = lab.machine('s3-1');
    const ran = spawnSync('nsenter', ['-t', String(pid), '-m', '-p', '-n', '-r', '-w', 'valkey-cli', '-c', '--tls', '--cacert', '/run/redis-blueprints/tls/ca.crt', '--user', 'app', '--no-auth-warning', '-h', lab.address('s3-1')], {
      input: `${commands.join('\n')}\n`,
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin', REDISCLI_AUTH: lab.password('app') },
    });
    return ran.stdout.trim().split('\n');
  }
});
