import { spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { sentinel } from '../core/config/support';
import { describeUnless, HOOK } from '../rehearsal/support/needs';
import { ensureImage, missingForBoot } from './support/image';
import { Lab, until } from './support/lab';

jest.setTimeout(120_000);

const resolved = sentinel({ workload: 'session', sentinels: { downAfterMs: 3000 } });
const names = ['data-1', 'data-2', 'data-3'] as const;
/** What takes longer than everything before together. */
const slow = process.env.REDIS_BLUEPRINTS_BOOT_ROOT === 'make' ? test : test.skip;
const RUN = '/run/redis-blueprints';

/** Real scripts, engines, Sentinels, OpenSSL, file systems and network interfaces; stand-ins for systemd, journald and the cloud's API. */
describeUnless(missingForBoot(), 'boot files on Debian 13', () => {
  let lab: Lab;

  const ask = (node: string, ...words: string[]): string => lab.ask(node, 6379, 'operator', ...words);
  const replication = (node: string): Map<string, string> => new Map(ask(node, 'INFO', 'replication').split('\n').map((line) => line.trim().split(':') as [string, string]));
  const roles = (): string[] => names.map((name) => replication(name).get('role') ?? 'none');
  const primary = (): string => names[roles().indexOf('master')]!;
  const online = (node: string): number => (ask(node, 'INFO', 'replication').match(/state=online/g) ?? []).length;
  const settled = (): boolean => roles().filter((role) => role === 'master').length === 1 && online(primary()) === 2;
  const sh = (node: string, script: string): string => {
    const ran = lab.run(lab.machine(node), 'bash', '-c', script);
    if (ran.status !== 0) throw new Error(`${script}: ${ran.stderr}`);
    return ran.stdout.trim();
  };
  const systemctl = (node: string, ...words: string[]): void => void lab.run(lab.machine(node), 'systemctl', ...words);
  const set = (key: string, value: string): string => lab.ask(primary(), 6379, 'app', 'SET', key, value);
  const all = async (what: string, done: () => boolean, ms = 45_000): Promise<void> => {
    await until(what, done, ms).catch((error: Error) => {
      throw new Error(`${error.message}\n${names.map((name) => `${name}: ${lab.logs(name).slice(-1500)}`).join('\n')}`);
    });
  };

  beforeAll(async () => {
    lab = new Lab(ensureImage(), resolved);
    await lab.open();
    await Promise.all(names.map((name) => lab.launch(name)));
  });
  afterAll(async () => {
    await lab?.close();
  });

  test('first boot: nodes that start at once agree on one authority and on the first primary', async () => {
    await all('one primary and two replicas', settled);
    expect(primary()).toBe('data-1');
    expect(lab.read().secrets['arn:authority']).toHaveLength(1);
    expect(new Set(names.map((name) => sh(name, `sha256sum <${RUN}/tls/ca.crt`))).size).toBe(1);
    expect(sh('data-2', `openssl x509 -in ${RUN}/tls/tls.crt -noout -ext subjectAltName | tail -n 1`)).toBe(`DNS:data-2.sessions.redis.internal, IP Address:${lab.address('data-2')}, IP Address:127.0.0.1`);
    expect(set('app:first', 'kept')).toBe('OK');
  });

  test('authority: of those who make one in the same moment one wins, and all use the same', () => {
    lab.order('secret', { id: 'arn:race' });
    const script = `set -euo pipefail
      for part in /usr/local/lib/redis-blueprints/*.sh; do . "$part"; done
      AUTHORITY_SECRET_ARN=arn:race
      for name in 1 2 3; do authority "$(mktemp -d)" >/tmp/authority.$name & done
      wait
      sha256sum </tmp/authority.1; sha256sum </tmp/authority.2; sha256sum </tmp/authority.3`;
    const ran = lab.run(lab.machine('data-1'), 'bash', '-c', script);
    expect(new Set(ran.stdout.trim().split('\n')).size).toBe(1);
    expect(ran.stdout.trim().split('\n')).toHaveLength(3);
    expect(ran.stderr.trim().split('\n')).toContain('another node has made the authority');
    expect(lab.read().secrets['arn:race']).toHaveLength(1);
  });

  test('secrets: passwords stand in memory only, but for what Sentinel writes, and no other user can read them', () => {
    const places = sh('data-1', 'grep -rlF only-for-this-test /etc /usr/local /var/lib /var/log /user-data /run || true').split('\n').sort();
    expect(places.filter((place) => !place.startsWith(`${RUN}/secrets/SECRET_ARN_`))).toEqual([`${RUN}/engine/engine.conf`, '/var/lib/redis-blueprints/sentinel/sentinel.conf'].sort());
    expect(sh('data-1', `find ${RUN}/secrets ${RUN}/engine ${RUN}/tls/tls.key /var/lib/redis-blueprints/sentinel -type f -perm /077`)).toBe('');
    expect(sh('data-1', 'cat /proc/[0-9]*/cmdline | tr "\\0" " "')).not.toContain('only-for-this-test');
  });

  test('addresses: the engine answers from the address that outlives the instance', () => {
    expect(sh('data-1', `ip rule | grep -c 'from ${lab.address('data-1')} lookup 6379'`)).toBe('1');
    expect(ask('data-1', 'CLIENT', 'LIST')).toContain(`addr=${lab.address('data-2')}:`);
    expect(sh('data-1', "ss -H -tln | awk '{ print $4 }' | sort").split('\n')).toEqual([`${lab.address('data-1')}:26379`, `${lab.address('data-1')}:6379`, '127.0.0.1:26379', '127.0.0.1:6379']);
  });

  test('metrics, logs and health reach the cloud', () => {
    lab.command('data-1', 'metrics');
    sh('data-1', 'sleep 1.1');
    lab.command('data-1', 'metrics');
    lab.command('data-1', 'logs');
    lab.command('data-1', 'health');
    const figures = new Map(lab.read().metrics.map((one) => [one.MetricName, one.Value]));
    expect([...figures.keys()].sort()).toEqual([
      'AppendOnlyOk', 'BackupAgeMinutes', 'BlockedClients', 'CertificateDaysLeft', 'CommandsProcessed', 'ConnectedClients', 'ConnectedReplicas', 'CpuPercent', 'DiskUsedPercent', 'EngineCpuPercent', 'EngineUp', 'EvictedKeys', 'ForkMilliseconds',
      'KeyspaceHits', 'KeyspaceMisses', 'MemoryUsedPercent', 'Primary', 'RejectedConnections', 'ReplicationLagBytes', 'ReplicationLagSeconds', 'SentinelPrimaryOk', 'SentinelQuorumOk', 'SentinelUp', 'SentinelsKnown', 'SnapshotOk',
    ]);
    expect([figures.get('EngineUp'), figures.get('Primary'), figures.get('ConnectedReplicas'), figures.get('SentinelsKnown'), figures.get('SentinelQuorumOk'), figures.get('CertificateDaysLeft')]).toEqual([1, 1, 2, 3, 1, 89]);
    expect(lab.read().metrics[0]).toMatchObject({ Namespace: 'RedisBlueprints', Dimensions: [{ Name: 'Deployment', Value: 'sessions' }, { Name: 'Node', Value: 'data-1' }] });
    expect(lab.read().logs['node-log/data-1']!.map(({ message }) => message)).toEqual(['engine: said "hello"', 'engine: (binary)']);
    expect(lab.read().unhealthy).toEqual([]);
  });

  test('a certificate is renewed without a restart of the engine, and its clients stay', async () => {
    const served = (port: number): string => sh('data-2', `openssl s_client -connect ${lab.address('data-2')}:${port} </dev/null 2>/dev/null | openssl x509 -noout -serial 2>/dev/null || true`);
    const [before, id, link] = [served(6379), ask('data-2', 'INFO', 'server').match(/process_id:\d+/)![0], replication('data-2').get('master_link_status')];
    lab.command('data-2', 'renew', '--if-due');
    expect(served(6379)).toBe(before);
    lab.command('data-2', 'renew');
    expect(served(6379)).not.toBe(before);
    await until('the Sentinel serves it, too', () => served(26379) === served(6379));
    expect([ask('data-2', 'INFO', 'server').match(/process_id:\d+/)![0], replication('data-2').get('master_link_status')]).toEqual([id, link]);
  });

  test('reboot: a replica comes back with its address, its volume and what Sentinel had learned', async () => {
    sh('data-3', 'echo "# learned" >>/var/lib/redis-blueprints/sentinel/sentinel.conf; sync');
    await lab.reboot(lab.machine('data-3'));
    await all('data-3 is back', settled);
    expect(lab.ask('data-3', 6379, 'app', 'GET', 'app:first')).toBe('kept');
    expect(replication('data-3').get('master_link_status')).toBe('up');
  });

  test('backup: one replica makes it, it is checked before and after the upload, and a second one sees that it is there', () => {
    const replicas = names.filter((name) => name !== primary());
    for (const name of names) {
      // The next in line waits a minute for the one before; here that one is done when the other looks.
      sh(name, 'sed -i s/^BACKUP_TURN_SECONDS=.*/BACKUP_TURN_SECONDS=0/ /etc/redis-blueprints/plan.env');
      lab.command(name, 'backup-if-due');
    }
    const { objects } = lab.read();
    const keys = Object.keys(objects).filter((key) => key.endsWith('.rdb'));
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatch(/^sessions\/main\/\d{8}T\d{6}Z\.rdb$/);
    const about = objects[keys[0]!]!;
    expect(about).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'arn:key', Metadata: { engine: 'valkey', version: '8.1', sha256: about.ChecksumSHA256 } });
    expect(replicas).toContain((about.Metadata as { node: string }).node);
    for (const name of names) expect(sh(name, 'ls /var/lib/redis-blueprints')).not.toMatch(/\.rdb|\.claim/);
  });

  test('safe stop: the primary hands over under a writing client, which loses nothing', async () => {
    const before = primary();
    const writer = await startWriter(lab);
    const started = Date.now();
    systemctl(before, 'stop', 'redis-blueprints-engine.service');
    const took = Date.now() - started;

    systemctl(before, 'start', 'redis-blueprints-engine.service');
    await all('the old primary copies the new one', settled);
    const { acknowledged, greatestGap } = await finish(writer);
    const after = primary();
    expect(after).not.toBe(before);
    expect(lost(acknowledged, after)).toEqual([]);
    expect(took).toBeLessThan(60_000);
    process.stdout.write(`safe stop: ${acknowledged.length} acknowledged, gap ${greatestGap} ms, stop ${took} ms\n`);
  });

  slow('replacement of the primary: another leads, the new instance takes address and volume and follows', async () => {
    const before = primary();
    const writer = await startWriter(lab);
    sh(before, 'touch /var/lib/redis-blueprints/data/mark; sync');
    await lab.replace(before);
    await all('the replaced node follows', settled);
    const { acknowledged } = await finish(writer);
    expect(primary()).not.toBe(before);
    expect(existsSync(`/proc/${lab.machine(before).pid}`)).toBe(true);
    expect(sh(before, 'ls /var/lib/redis-blueprints/data/mark')).toContain('mark');
    expect(lost(acknowledged, primary())).toEqual([]);
    expect(sh(before, `ip -4 -o address show dev eth1`)).toContain(`${lab.address(before)}/24`);
  });

  slow('replacement of a replica whose volume is lost: it starts blank and copies everything', async () => {
    const replica = names.find((name) => name !== primary())!;
    await lab.kill(lab.machine(replica));
    lab.order('terminated', { id: lab.machine(replica).id });
    lab.makeVolume(replica);
    await lab.launch(replica);
    await all('the replica has copied', settled);
    expect(ask(replica, 'DBSIZE')).toBe(ask(primary(), 'DBSIZE'));
  });

  slow('a primary whose volume is lost does not lead again: it waits for a failover and never empties the others', async () => {
    const before = primary();
    const size = ask(before, 'DBSIZE');
    await lab.kill(lab.machine(before));
    lab.order('terminated', { id: lab.machine(before).id });
    lab.makeVolume(before);
    await lab.launch(before);
    // A replica that missed the failover is put right by the Sentinels after failover-timeout, a minute here.
    await all('another leads and the blank node follows', settled, 100_000);
    expect(primary()).not.toBe(before);
    expect(Number(ask(before, 'DBSIZE'))).toBeGreaterThanOrEqual(Number(size));
  });

  slow('restore: a new deployment that names a backup has every key of it, and a damaged one is refused', async () => {
    const lines = Array.from({ length: 300 }, (_, index) => `SET app:copy:${index} value-${index}`).join('\n');
    pipe(primary(), lines);
    await all('the replicas have everything', () => names.every((name) => ask(name, 'DBSIZE') === ask(primary(), 'DBSIZE')));
    const size = ask(primary(), 'DBSIZE');
    const key = /backup (\S+)/.exec(lab.command(names.find((name) => name !== primary())!, 'backup'))![1]!;
    for (const name of names) {
      await lab.kill(lab.machine(name));
      lab.order('terminated', { id: lab.machine(name).id });
      lab.makeVolume(name);
    }
    const restored = sentinel({ workload: 'session', sentinels: { downAfterMs: 3000 }, backup: { restoreFrom: key } });
    await Promise.all(names.map((name) => lab.launch(name, restored)));
    await all('the new deployment is whole', settled);
    expect(primary()).toBe('data-1');
    expect(ask('data-2', 'DBSIZE')).toBe(size);
    expect(pipe(primary(), Array.from({ length: 300 }, (_, index) => `GET app:copy:${index}`).join('\n'))).toEqual(Array.from({ length: 300 }, (_, index) => `value-${index}`));
    lab.order('corrupt', { key });
    const refused = lab.run(lab.machine('data-2'), 'bash', '-c', `set -euo pipefail; for part in /usr/local/lib/redis-blueprints/*.sh; do . "$part"; done; restore_backup ${key}`);
    expect([refused.status, refused.stderr.trim()]).toEqual([1, `backup ${key} is damaged`]);
  });

  /** Commands as the application sends them, and their answers. */
  function pipe(node: string, commands: string): string[] {
    const machine = lab.machine(node);
    const ran = spawnSync('nsenter', ['-t', String(machine.pid), '-m', '-p', '-n', '-r', '-w', 'valkey-cli', '--tls', '--cacert', `${RUN}/tls/ca.crt`, '--user', 'app', '--no-auth-warning', '-h', lab.address(node)], {
      input: `${commands}\n`,
      encoding: 'utf8',
      maxBuffer: 1e8,
      env: { PATH: '/usr/bin:/bin', REDISCLI_AUTH: lab.password('app') },
    });
    return ran.stdout.trim().split('\n');
  }

  async function startWriter(at: Lab): Promise<ChildProcess> {
    const order = { sentinels: names.map((name) => ({ host: at.address(name), port: 26379 })), name: 'sessions', password: at.password('app'), ca: sh('data-1', `cat ${RUN}/tls/ca.crt`) };
    const child = at.spawnInside(process.execPath, ['--require', HOOK, `${__dirname}/support/writer.ts`, JSON.stringify(order)]);
    await new Promise<void>((resolve) => child.stdout!.once('data', () => resolve()));
    return child;
  }

  async function finish(child: ChildProcess): Promise<{ acknowledged: number[]; greatestGap: number }> {
    let text = '';
    child.stdout!.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.stdin!.end();
    await ended;
    return JSON.parse(text.trim().split('\n').at(-1)!) as { acknowledged: number[]; greatestGap: number };
  }

  function lost(acknowledged: readonly number[], node: string): number[] {
    const values = pipe(node, acknowledged.map((number) => `GET app:${number}`).join('\n'));
    return acknowledged.filter((number, index) => values[index] !== String(number));
  }
});
