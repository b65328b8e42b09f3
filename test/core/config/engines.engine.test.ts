import type { Redis } from 'ioredis';
import type { ResolvedSelfManagedBlueprint } from '../../../lib/core/blueprint/resolve-self-managed';
import {
  engineSettings,
  renderEngineConf,
  renderReplicaOf,
  renderSentinelConf,
  renderSentinelUsersAcl,
  renderUsersAcl,
  sentinelId,
} from '../../../lib/core/config';
import { settingWords } from '../../../lib/core/config/render';
import { ensureEngine } from '../../../lib/rehearsal/engines';
import type { Engine } from '../../../lib/rehearsal/engines';
import { describeUnless, missingEngine } from '../../rehearsal/support/needs';
import { Deployment, eventually } from './node-process';
import { cluster, sentinel } from './support';

jest.setTimeout(90_000);

const everyEngine = [
  { engine: 'redis', version: '7.0' },
  { engine: 'redis', version: '8.0' },
  { engine: 'valkey', version: '8.0' },
  { engine: 'valkey', version: '8.1' },
  { engine: 'valkey', version: '9.1' },
] as const;

/** One engine in every run; all of them, which takes minutes, with `npm run test:engines`. */
const engines = process.env.TEST_ENGINES === 'all' ? everyEngine : everyEngine.filter(({ engine, version }) => engine === 'valkey' && version === '8.1');

/** What `CONFIG GET` must answer, by directive: lines of the same directive make one value. */
function expected(resolved: ResolvedSelfManagedBlueprint, name: string, fill: (text: string) => string): Map<string, string> {
  const node = resolved.nodes.find((one) => one.name === name)!;
  const values = new Map<string, string>();
  for (const { directive, value } of engineSettings(resolved, node)) {
    const words = settingWords(value).map(fill).filter((word) => word !== '').join(' ').replace(/^replica /, 'slave ');
    values.set(directive, [values.get(directive), words].filter((part) => part !== undefined && part !== '').join(' '));
  }
  return values;
}

async function configured(redis: Redis, directive: string): Promise<string | undefined> {
  return ((await redis.call('CONFIG', 'GET', directive)) as string[])[1];
}

async function refusals(redis: Redis): Promise<unknown[]> {
  return (await redis.call('ACL', 'LOG')) as unknown[];
}

describe.each(engines)('$engine $version', (spec) => {
  describeUnless(missingEngine(spec), 'started from rendered files', () => {
    let engine: Engine;
    const deployments: Deployment[] = [];
    beforeAll(async () => {
      engine = await ensureEngine(spec);
    });
    afterEach(async () => {
      await Promise.all(deployments.splice(0).map((one) => one.stop()));
    });

    async function deploy(resolved: ResolvedSelfManagedBlueprint, names: readonly string[]): Promise<Deployment> {
      const deployment = new Deployment(engine, resolved.nodes.map(({ name }) => name));
      deployments.push(deployment);
      for (const node of resolved.nodes.filter(({ name }) => names.includes(name))) {
        const replica = resolved.kind === 'sentinel' && node.ordinal > 1 ? renderReplicaOf('data-1', resolved.port) : '';
        await deployment.start(node.name, 'server', renderEngineConf(resolved, node) + replica, renderUsersAcl(resolved, node), resolved.port);
      }
      return deployment;
    }

    test.each([
      ['a cache', sentinel({ ...spec, instanceType: 'r7g.2xlarge' })],
      ['a store', sentinel({ ...spec, workload: 'primary-store' })],
      ['a queue without snapshots', sentinel({ ...spec, workload: 'queue', persistence: { appendOnly: true, snapshots: false } })],
      ['sessions', sentinel({ ...spec, workload: 'session', instanceType: 't4g.micro' })],
      ['pub/sub', sentinel({ ...spec, workload: 'pubsub', persistence: { appendOnly: false, snapshots: false } })],
      ['overrides', sentinel({ ...spec, directives: { save: '60 1 30 5', 'slowlog-max-len': 5, 'client-output-buffer-limit': 'normal 1mb 1mb 5 pubsub 2mb 1mb 6', 'notify-keyspace-events': 'AKE', 'proc-title-template': '{title} of "mine"' } })],
      ['a shard', cluster(spec)],
      ['a shard with two replicas', cluster({ ...spec, replicas: 2, requireFullCoverage: true })],
    ])('%s: the engine runs with exactly what was rendered', async (_, resolved) => {
      const { name } = resolved.nodes[0]!;
      const deployment = await deploy(resolved, [name]);
      const operator = deployment.client(name, resolved.port, 'operator');
      const wanted = expected(resolved, name, (text) => deployment.fill(text, name));
      const got = new Map<string, string>();
      for (const directive of wanted.keys()) {
        got.set(directive, (await configured(operator, directive)) ?? 'unknown');
      }
      // Engines list every class of this one and write sizes in bytes.
      const limits = got.get('client-output-buffer-limit')!;
      for (const limit of wanted.get('client-output-buffer-limit')!.match(/[a-z]+ \d+(mb)? \d+(mb)? \d+/g) ?? []) {
        expect(limits).toContain(limit.replace(/(\d+)mb/g, (_all, size: string) => String(Number(size) * 1_048_576)));
      }
      got.delete('client-output-buffer-limit');
      wanted.delete('client-output-buffer-limit');
      expect(Object.fromEntries(got)).toEqual(Object.fromEntries(wanted));
    });

    test('users: each can do what it should and nothing else', async () => {
      const resolved = sentinel(spec);
      const deployment = await deploy(resolved, ['data-1']);
      const operator = deployment.client('data-1', resolved.port, 'operator');
      const wrong: string[] = [];
      for (const [user, allowed, refused] of verdicts) {
        for (const [commands, right] of [[allowed, true], [refused, false]] as const) {
          for (const command of commands) {
            const answer = String(await operator.call('ACL', 'DRYRUN', user, ...command.split(' ')));
            if ((answer === 'OK') !== right) wrong.push(`${user}: ${command}: ${answer}`);
          }
        }
      }
      expect(wrong).toEqual([]);
    });

    test('nobody gets in as default, without a password or in plaintext', async () => {
      const resolved = sentinel(spec);
      const deployment = await deploy(resolved, ['data-1']);
      const cli = (...args: string[]): string => deployment.cli(['-h', deployment.address('data-1'), '-p', String(resolved.port), ...args]);
      expect(cli('ping')).toContain('NOAUTH');
      expect(cli('auth', 'default', '')).toContain('WRONGPASS');
      expect(cli('auth', deployment.password('operator'))).toContain('WRONGPASS');
      expect(cli('auth', 'operator', deployment.password('operator'))).toContain('OK');
      await expect(deployment.client('data-1', resolved.port, 'operator', false).ping()).rejects.toThrow();
      await expect(deployment.client('data-1', resolved.port, 'operator').ping()).resolves.toBe('PONG');
    });

    test('Sentinels watch, fail over and are asked, and no rule stands in their way', async () => {
      const resolved = sentinel({ ...spec, sentinels: { downAfterMs: 3000 } });
      const names = ['data-1', 'data-2', 'data-3'];
      const deployment = await deploy(resolved, names);
      const { port } = resolved.sentinels;
      for (const node of resolved.nodes) {
        await deployment.start(node.name, 'sentinel', renderSentinelConf(resolved, node), renderSentinelUsersAcl(resolved, node), port);
      }
      const sentinels = names.map((name) => deployment.client(name, port, 'operator'));
      const known = async (one: Redis): Promise<boolean> => {
        const [replicas, others] = [await one.call('SENTINEL', 'REPLICAS', 'sessions'), await one.call('SENTINEL', 'SENTINELS', 'sessions')];
        return (replicas as unknown[]).length === 2 && (others as unknown[]).length === 2 && String(await one.call('SENTINEL', 'CKQUORUM', 'sessions')).startsWith('OK');
      };
      await eventually('every Sentinel knows everyone', async () => (await Promise.all(sentinels.map(known))).every(Boolean));
      expect(await sentinels[0]!.call('SENTINEL', 'MYID')).toBe(sentinelId(resolved, resolved.nodes[0]!));
      expect(deployment.read('data-1', 'sentinel.conf')).toContain(`myid ${sentinelId(resolved, resolved.nodes[0]!)}`);

      const app = deployment.client('data-2', port, 'app');
      expect(await app.call('SENTINEL', 'GET-MASTER-ADDR-BY-NAME', 'sessions')).toEqual([deployment.address('data-1'), '6379']);
      for (const command of [['SENTINEL', 'FAILOVER', 'sessions'], ['SENTINEL', 'SET', 'sessions', 'quorum', '1'], ['SHUTDOWN'], ['PUBLISH', 'x', 'y'], ['ACL', 'LIST']]) {
        await expect(app.call(...(command as [string]))).rejects.toThrow('NOPERM');
      }
      await expect(deployment.client('data-1', port).call('SENTINEL', 'MASTERS')).rejects.toThrow('NOAUTH');
      await app.call('SUBSCRIBE', '+switch-master');

      const coordinated = spec.engine === 'valkey' && spec.version === '9.1' ? ['COORDINATED'] : [];
      await eventually('a failover begins', async () => (await sentinels[0]!.call('SENTINEL', 'FAILOVER', 'sessions', ...coordinated)) === 'OK');
      const primary = async (one: Redis): Promise<string> => ((await one.call('SENTINEL', 'GET-MASTER-ADDR-BY-NAME', 'sessions')) as string[])[0]!;
      await eventually('every Sentinel names another primary', async () =>
        (await Promise.all(sentinels.map(primary))).every((address) => address !== deployment.address('data-1')),
      );
      // Sentinel closes every connection of a node whose role it changes.
      await eventually('the old primary copies the new one', async () => ((await deployment.client('data-1', resolved.port, 'operator').call('ROLE')) as string[])[3] === 'connected');

      for (const name of names) {
        expect((await refusals(deployment.client(name, resolved.port, 'operator'))).map(reason)).toEqual([]);
        const log = (await refusals(deployment.client(name, port, 'operator'))).map(reason);
        expect(log.filter((entry) => !entry.includes('app'))).toEqual([]);
      }
    });

    test('the operator makes a cluster and moves slots with data, and no rule stands in its way', async () => {
      const resolved = cluster(spec);
      const names = ['s1-1', 's2-1', 's3-1', 's1-2'];
      const deployment = await deploy(resolved, names);
      const at = (name: string): string => `${deployment.address(name)}:${resolved.port}`;
      const login = ['--user', 'operator', '--pass', deployment.password('operator'), '--no-auth-warning'];
      expect(deployment.cli([...login, '--cluster', 'create', at('s1-1'), at('s2-1'), at('s3-1'), '--cluster-yes'])).toContain('All 16384 slots covered');
      const operator = deployment.client('s1-1', resolved.port, 'operator');
      const ids = await Promise.all(names.map(async (name) => String(await deployment.client(name, resolved.port, 'operator').call('CLUSTER', 'MYID'))));
      await eventually('every node agrees', async () => String(await operator.call('CLUSTER', 'INFO')).includes('cluster_state:ok'));
      expect(deployment.cli([...login, '--cluster', 'add-node', at('s1-2'), at('s1-1'), '--cluster-slave', '--cluster-master-id', ids[0]!])).toContain('New node added correctly');
      const replica = deployment.client('s1-2', resolved.port, 'operator');
      await eventually('the replica copies', async () => ((await replica.call('ROLE')) as string[])[3] === 'connected');

      for (let index = 0; index < 6; index += 1) {
        const written = deployment.cli(['-c', '--user', 'app', '--pass', deployment.password('app'), '--no-auth-warning', '-h', deployment.address('s1-1'), '-p', '6379', 'set', `app:${index}`, String(index)]);
        expect(written).toContain('OK');
      }
      const moved = deployment.cli([...login, '--cluster', 'reshard', at('s1-1'), '--cluster-from', 'all', '--cluster-to', ids[2]!, '--cluster-slots', '20', '--cluster-yes']);
      expect(moved).not.toMatch(/ERR|NOPERM|NOAUTH/);
      expect(deployment.cli([...login, '--cluster', 'check', at('s1-1')])).toContain('All 16384 slots covered');
      if (spec.engine === 'valkey' && spec.version === '9.1') {
        const [slot] = String(await operator.call('CLUSTER', 'NODES')).match(/(?<=myself.*connected )\d+(?=-)/) ?? [];
        await operator.call('CLUSTER', 'MIGRATESLOTS', 'SLOTSRANGE', slot!, slot!, 'NODE', ids[1]!);
        await eventually('the slot moved', async () => JSON.stringify(await operator.call('CLUSTER', 'GETSLOTMIGRATIONS')).includes('"success"'));
      }
      for (const name of names) expect((await refusals(deployment.client(name, resolved.port, 'operator'))).map(reason)).toEqual([]);
    });

    test('a backup reads a snapshot from a replica', async () => {
      const resolved = sentinel(spec);
      const deployment = await deploy(resolved, ['data-1', 'data-2']);
      const replica = deployment.client('data-2', resolved.port, 'operator');
      await eventually('the replica copies', async () => ((await replica.call('ROLE')) as string[])[3] === 'connected');
      const file = `${deployment.directory}/backup.rdb`;
      const login = ['--user', 'backup', '--pass', deployment.password('backup'), '--no-auth-warning', '-h', deployment.address('data-2'), '-p', '6379'];
      expect(deployment.cli([...login, '--rdb', file])).toContain('Transfer finished with success');
      expect(deployment.read('.', 'backup.rdb')).toMatch(/^(REDIS|VALKEY)/);
      expect((await refusals(replica)).map(reason)).toEqual([]);
    });
  });
});

function reason(entry: unknown): string {
  const fields = entry as string[];
  return ['reason', 'object', 'username'].map((name) => fields[fields.indexOf(name) + 1]).join(' ');
}

/** User, what it may, what it may not. */
const verdicts: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['replication', ['psync x 1', 'replconf ack 1', 'ping'], ['sync', 'get k', 'info', 'config get x', 'replicaof no one', 'subscribe c', 'publish c m']],
  [
    'sentinel',
    ['ping', 'info', 'role', 'multi', 'exec', 'slaveof no one', 'config rewrite', 'client kill type normal', 'client setname x', 'script kill', 'publish __sentinel__:hello x', 'subscribe __sentinel__:hello'],
    ['get k', 'set k v', 'config get requirepass', 'config set maxmemory 1', 'publish other x', 'psubscribe *', 'client list', 'flushall', 'shutdown', 'acl list', 'debug sleep 0'],
  ],
  [
    'operator',
    ['ping', 'info', 'role', 'client list', 'client pause 10 write', 'client unpause', 'client kill id 1', 'config get maxmemory', 'config set tls-cert-file x', 'slowlog get', 'latency doctor', 'acl load', 'wait 1 10', 'cluster failover', 'cluster setslot 1 stable', 'migrate h 1 k 0 1', 'restore k 0 x', 'dbsize'],
    ['get k', 'set k v', 'del k', 'flushall', 'flushdb', 'keys *', 'scan 0', 'shutdown', 'debug sleep 0', 'module load x', 'acl setuser x', 'acl deluser x', 'monitor', 'eval return(1) 0', 'subscribe c', 'psync x 1', 'sync', 'function flush', 'script flush', 'cluster flushslots'],
  ],
  ['metrics', ['ping', 'info', 'role', 'slowlog len', 'latency latest', 'cluster info', 'dbsize'], ['get k', 'slowlog get', 'config get maxmemory', 'client list', 'acl list', 'config resetstat', 'keys *', 'scan 0']],
  ['backup', ['sync', 'psync x 1', 'replconf rdb-only 1', 'ping', 'info', 'role'], ['get k', 'set k v', 'bgsave', 'config get dir', 'replicaof no one', 'keys *', 'flushall']],
  [
    'app',
    ['get app:1', 'set app:1 x', 'del app:1', 'publish news:1 x', 'subscribe news:1', 'ping', 'info', 'cluster slots'],
    ['get other', 'set other x', 'flushall', 'keys *', 'config get masterauth', 'acl list', 'shutdown', 'replicaof no one', 'debug sleep 0', 'cluster failover', 'psync x 1', 'client kill id 1', 'subscribe other'],
  ],
  ['reader', ['get app:1', 'ping'], ['set app:1 x', 'get other', 'del app:1', 'publish news:1 x']],
  [
    'boss',
    ['get any', 'set any x', 'flushall', 'keys *', 'slowlog get', 'client list', 'memory doctor', 'client kill id 1', 'acl whoami', 'publish any x'],
    ['config get masterauth', 'config set maxmemory 1', 'acl setuser x', 'acl list', 'acl load', 'shutdown', 'replicaof no one', 'debug sleep 0', 'module load x', 'migrate h 1 k 0 1', 'cluster failover', 'psync x 1', 'sync', 'replconf ack 1', 'failover', 'save', 'bgsave', 'bgrewriteaof', 'client pause 10', 'restore-asking k 0 x'],
  ],
];
