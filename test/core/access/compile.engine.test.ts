import { Redis } from 'ioredis';
import { compileAccessString, DEFAULT_USER_OFF } from '../../../lib/core/access';
import type { AccessWords } from '../../../lib/core/access';
import { describeUnless, missingEngine } from '../../rehearsal/support/needs';
import type { EngineServer } from './engine-server';
import { startEngine } from './engine-server';

const nothing: AccessWords = { can: [], keys: [], channels: [], allowCommands: [], denyCommands: [] };
const PASSWORD = 'only-for-this-test';

const users = {
  reader: { ...nothing, can: ['read'], keys: ['app:*'] },
  writer: { ...nothing, can: ['write'], keys: ['app:*'] },
  worker: { ...nothing, can: ['read', 'write'], keys: ['app:*', 'jobs:*'] },
  everywhere: { ...nothing, can: ['read', 'write'], keys: ['*'] },
  listener: { ...nothing, can: ['read'], channels: ['news:*'] },
  speaker: { ...nothing, can: ['write'], channels: ['news:*'] },
  chat: { ...nothing, can: ['read', 'write'], channels: ['*'] },
  operator: { ...nothing, can: ['admin'], keys: ['app:*'], channels: ['*'] },
  lister: { ...nothing, can: ['read'], keys: ['app:*'], allowCommands: ['SCAN', 'client list', '@geo'], denyCommands: ['get'] },
  idle: { ...nothing, keys: ['app:*'] },
} satisfies Record<string, AccessWords>;

type UserName = keyof typeof users;

/** What `ACL DRYRUN` must say: user, command, allowed. */
const verdicts: readonly [UserName, string, boolean][] = [
  ['reader', 'get app:1', true],
  ['reader', 'hgetall app:1', true],
  ['reader', 'xread streams app:1 0', true],
  ['reader', 'get other:1', false],
  ['reader', 'mget app:1 other:1', false],
  ['reader', 'set app:1 x', false],
  ['reader', 'del app:1', false],
  ['reader', 'getex app:1 persist', false],
  ['reader', 'keys app:*', false],
  ['reader', 'scan 0', false],
  ['reader', 'randomkey', false],
  ['reader', 'publish news:1 x', false],
  ['reader', 'eval return(1) 0', false],
  ['writer', 'set app:1 x', true],
  ['writer', 'del app:1', true],
  ['writer', 'lpush app:1 x', true],
  ['writer', 'expire app:1 10', true],
  ['writer', 'xadd app:1 * f v', true],
  ['writer', 'set other:1 x', false],
  ['writer', 'get app:1', false],
  ['writer', 'set app:1 x get', false],
  ['writer', 'getdel app:1', false],
  ['writer', 'lpop app:1', false],
  ['writer', 'rename app:1 other:1', false],
  ['writer', 'function flush', false],
  ['writer', 'function delete lib', false],
  ['writer', 'flushdb', false],
  ['worker', 'get app:1', true],
  ['worker', 'set jobs:1 x', true],
  ['worker', 'set app:1 x get', true],
  ['worker', 'incr app:1', true],
  ['worker', 'blpop jobs:1 0', true],
  ['worker', 'lmove app:1 jobs:1 left right', true],
  ['worker', 'lmove app:1 other:1 left right', false],
  ['worker', 'evalsha 0 1 app:1', true],
  ['worker', 'eval return(1) 1 other:1', false],
  ['worker', 'script load return(1)', true],
  ['worker', 'script flush', false],
  ['worker', 'function load x', false],
  ['worker', 'multi', true],
  ['worker', 'exec', true],
  ['worker', 'watch app:1', true],
  ['worker', 'watch other:1', false],
  ['worker', 'sort app:1', false],
  ['worker', 'restore app:1 0 x', false],
  ['worker', 'swapdb 0 1', false],
  ['everywhere', 'scan 0', true],
  ['everywhere', 'keys *', false],
  ['everywhere', 'flushall', false],
  ['listener', 'subscribe news:1', true],
  ['listener', 'ssubscribe news:1', true],
  ['listener', 'psubscribe news:*', true],
  ['listener', 'subscribe other', false],
  ['listener', 'psubscribe *', false],
  ['listener', 'publish news:1 x', false],
  ['listener', 'pubsub channels', false],
  ['listener', 'get app:1', false],
  ['speaker', 'publish news:1 x', true],
  ['speaker', 'spublish news:1 x', true],
  ['speaker', 'publish other x', false],
  ['speaker', 'subscribe news:1', false],
  ['chat', 'publish anything x', true],
  ['chat', 'subscribe anything', true],
  ['operator', 'slowlog get', true],
  ['operator', 'client kill id 1', true],
  ['operator', 'flushall', true],
  ['operator', 'get app:1', true],
  ['operator', 'get other:1', false],
  ['lister', 'scan 0', true],
  ['lister', 'client list', true],
  ['lister', 'geoadd app:1 1 1 x', true],
  ['lister', 'get app:1', false],
  ['idle', 'get app:1', false],
  ['idle', 'ping', true],
];

/** What libraries send by themselves, to every user. */
const handshake = [
  'hello 3', 'auth x y', 'ping', 'echo x', 'select 0', 'client setname x', 'client id', 'client getname', 'client info', 'client tracking on',
  'client no-touch on', 'client setinfo lib-name x', 'command', 'command docs', 'command count', 'info', 'cluster slots', 'cluster shards', 'cluster nodes',
  'cluster info', 'cluster myid', 'cluster keyslot x', 'readonly', 'readwrite', 'asking', 'quit', 'reset',
];

const withheld = [
  'config get maxmemory', 'config set maxmemory 1', 'acl list', 'acl setuser x', 'acl getuser x', 'debug sleep 0', 'monitor', 'shutdown', 'save', 'bgsave',
  'replicaof no one', 'slowlog get', 'latency doctor', 'module list', 'client kill id 1', 'client list', 'client pause 1', 'flushall', 'flushdb', 'keys *',
  'cluster failover', 'cluster reset', 'migrate h 1 k 0 1', 'swapdb 0 1', 'role', 'function flush', 'script flush',
];

const engines = [
  { engine: 'redis', version: '7.0', canonical: false },
  { engine: 'valkey', version: '8.1', canonical: true },
  { engine: 'valkey', version: '9', canonical: true },
] as const;

const suite = (spec: (typeof engines)[number]) => () => {
  let server: EngineServer;

  beforeAll(async () => {
    server = await startEngine(spec);
    for (const [name, words] of Object.entries(users)) {
      await server.redis.call('ACL', 'SETUSER', name, 'reset', `>${PASSWORD}`, ...access(words, server).split(' '));
    }
  }, 120_000);

  afterAll(() => server?.stop());

  const target = ({ version }: EngineServer) => ({ engine: spec.engine, version: version.split('.').slice(0, 2).join('.') });
  const access = (words: AccessWords, running: EngineServer) => compileAccessString(words, target(running));

  async function allowed(user: string, command: string): Promise<boolean | undefined> {
    const said = await server.redis.call('ACL', 'DRYRUN', user, ...command.split(' ')).catch((error: Error) => error.message);
    // A command that this version lacks is neither allowed nor refused.
    return /not found|unknown (sub)?command/i.test(String(said)) ? undefined : said === 'OK';
  }

  it.each(verdicts)('%s: %s is allowed: %s', async (user, command, expected) => {
    expect(await allowed(user, command)).toBe(expected);
  });

  it.each(handshake)('lets everybody send %s', async (command) => {
    for (const user of Object.keys(users)) expect([user, (await allowed(user, command)) ?? true]).toEqual([user, true]);
  });

  it.each(withheld)('withholds %s from everybody who is no admin', async (command) => {
    for (const user of ['reader', 'writer', 'worker', 'everywhere', 'listener', 'chat', 'idle']) {
      expect([user, (await allowed(user, command)) ?? false]).toEqual([user, false]);
    }
  });

  it('is printed by the engine as it was written', async () => {
    if (!spec.canonical) return;
    const listed = (await server.redis.call('ACL', 'LIST')) as string[];
    for (const [name, words] of Object.entries(users)) {
      const line = listed.find((one) => one.startsWith(`user ${name} `)) ?? '';
      expect(line.replace(/^user \S+ /, '').replace(/(sanitize-payload|#[0-9a-f]{64}|alldbs) /g, '')).toBe(access(words, server));
    }
  });

  it('keeps scripts inside the keys and commands of their caller', async () => {
    const worker = new Redis({ path: server.socket, username: 'worker', password: PASSWORD });
    try {
      await expect(worker.eval("return redis.call('set', KEYS[1], 'x')", 1, 'app:1')).resolves.toBe('OK');
      await expect(worker.eval("return redis.call('get', 'other:1')", 0)).rejects.toThrow(/can't access|No permissions/i);
      await expect(worker.eval("return redis.call('flushall')", 0)).rejects.toThrow(/can't run|No permissions|not allowed/i);
    } finally {
      worker.disconnect();
    }
  });

  it('passes the ready check of ioredis for every user', async () => {
    for (const user of Object.keys(users)) {
      const client = new Redis({ path: server.socket, username: user, password: PASSWORD, retryStrategy: () => null });
      await expect(client.ping()).resolves.toBe('PONG');
      expect(client.status).toBe('ready');
      client.disconnect();
    }
  });

  it('switches the default user off', async () => {
    // As in the service: without a password, so that only `off` keeps strangers out.
    await server.redis.call('ACL', 'SETUSER', 'off-as-default', 'nopass', ...DEFAULT_USER_OFF.split(' '));
    expect(await allowed('off-as-default', 'get x')).toBe(false);
    await expect(server.redis.call('AUTH', 'off-as-default', 'anything')).rejects.toThrow(/WRONGPASS/);
  });
};

for (const spec of engines) {
  describeUnless(missingEngine(spec), `access strings on ${spec.engine} ${spec.version}`, suite(spec));
}
