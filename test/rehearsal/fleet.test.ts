import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { eventually } from '../../lib/rehearsal/clock';
import { Fleet, removeLeftovers, withOwnNamespaces } from '../../lib/rehearsal/fleet';
import { runsDirectory } from '../../lib/rehearsal/paths';
import { identify, isRunning, type ProcessIdentity } from '../../lib/rehearsal/processes';
import { createAuthority } from '../../lib/rehearsal/tls';
import { describeUnless, missingEngine, missingNamespaces } from './support/needs';
import { PASSWORD, PORT, SPEC, secured, startServer } from './support/topology';

const noEngine = missingEngine(SPEC);
const noNamespaces = missingNamespaces();

const fleets: Fleet[] = [];

async function fleetOf(names: readonly string[], isolation?: Fleet['isolation']): Promise<Fleet> {
  const fleet = await Fleet.start({ hosts: names.map((name) => ({ name })), isolation });
  fleets.push(fleet);
  return fleet;
}

afterEach(async () => {
  await Promise.all(fleets.splice(0).map(async (fleet) => await fleet.stop()));
});

function namespacesWith(id: string): string[] {
  const listed = spawnSync('ip', ['netns', 'list'], { encoding: 'utf8' }).stdout ?? '';
  return listed.split('\n').filter((name) => name.includes(id));
}

describeUnless(noEngine, 'a fleet', () => {
  for (const isolation of ['namespaces', 'loopback'] as const) {
    describeUnless(isolation === 'namespaces' ? noNamespaces : undefined, `on ${isolation}`, () => {
      test('kills, freezes and thaws real servers, and keeps their logs', async () => {
        const fleet = await fleetOf(['a'], isolation);
        expect(fleet.isolation).toBe(isolation);
        const server = await startServer(fleet, 'a');
        const admin = await fleet.adminWhenReady('a', { port: PORT, commandTimeoutMs: 200 });

        server.freeze();
        await expect(admin.ping()).rejects.toThrow('Command timed out');
        server.thaw();
        await expect(admin.ping()).resolves.toBe('PONG');

        await expect(server.kill()).resolves.toEqual({ code: null, signal: 'SIGKILL' });
        expect(server.running).toBe(false);
        expect(server.logTail()).toContain('Ready to accept connections');
        expect(() => server.freeze()).toThrow(
          `\`a-server\` must be running to receive SIGSTOP, got an ended process; see ${server.logPath} [RB954]`,
        );
        await startServer(fleet, 'a');
        await eventually(() => admin.ping(), { what: 'an answer of the next server', timeoutMs: 3_000 });
      });

      test('two at a time share neither addresses nor names', async () => {
        const [one, two] = await Promise.all([fleetOf(['a'], isolation), fleetOf(['a'], isolation)]);
        for (const [fleet, answer] of [[one, 'first'], [two, 'second']] as const) {
          await startServer(fleet, 'a');
          await (await fleet.adminWhenReady('a', { port: PORT })).set('who', answer);
        }
        await expect((await one.admin('a', { port: PORT })).get('who')).resolves.toBe('first');
        const directory = one.directory;
        await one.stop();
        expect(existsSync(directory)).toBe(false);
        expect(namespacesWith(one.id)).toEqual([]);
        await expect((await two.admin('a', { port: PORT })).get('who')).resolves.toBe('second');
      });
    });
  }

  test('serves TLS and access lists: each user can do what it should and nothing else', async () => {
    const fleet = await fleetOf(['a']);
    const authority = createAuthority('run');
    const server = await startServer(fleet, 'a', secured(fleet, 'a', authority));
    const tls = { ca: authority.cert, ...authority.issue({ commonName: 'app' }) };
    const app = await fleet.adminWhenReady('a', { port: PORT, username: 'app', password: PASSWORD, tls });
    await expect(app.set('app:1', 'x')).resolves.toBe('OK');
    await expect(app.set('other', 'x')).rejects.toThrow('NOPERM');
    await expect(app.flushall()).rejects.toThrow('NOPERM');

    const plaintext = await fleet.admin('a', { port: PORT });
    await expect(plaintext.ping()).rejects.toThrow();
    const stranger = createAuthority('run');
    const wrong = await fleet.admin('a', { port: PORT, tls: { ca: authority.cert, ...stranger.issue({ commonName: 'app' }) } });
    await expect(wrong.ping()).rejects.toThrow();
    await eventually(() => server.logTail(50).includes('Error accepting a client connection'), { what: 'a refusal in the log', timeoutMs: 2_000 });
  });

  test('says at once why a server does not stay up', async () => {
    const fleet = await fleetOf(['a']);
    const server = await startServer(fleet, 'a', ['no-such-directive yes']);
    const refused = fleet.adminWhenReady('a', { port: PORT }).catch((error: Error) => error.message);
    // Each engine words its own complaint.
    expect(await refused).toMatch(/^`a-server` must keep running, got an end: .*'no-such-directive yes'.*; see .* \[RB953\]$/);
    expect(await refused).toContain(server.logPath);
  });

  test('says what a wrong name is', async () => {
    const fleet = await fleetOf(['a', 'b'], 'loopback');
    expect(() => fleet.host('c')).toThrow('`host` must be one of a, b, got c; name it in `Fleet.start` [RB956]');
    await startServer(fleet, 'a');
    await expect(startServer(fleet, 'a')).rejects.toThrow(
      '`name` must be unique among running processes, got a-server twice; stop the first or name the second [RB959]',
    );
    await expect(Fleet.start({ hosts: [{ name: 'a' }, { name: 'a' }] })).rejects.toThrow(
      '`hosts` must have unique names of letters, digits and hyphens, got a; rename it [RB956]',
    );
  });

  test('says that loopback addresses cannot be cut off', async () => {
    const fleet = await fleetOf(['a'], 'loopback');
    expect(fleet.cut('a')).toEqual({
      possible: false,
      reason: 'a network cut needs network namespaces, and the hosts are loopback addresses: loopback was asked for',
    });
  });

  test('keeps configuration and logs when asked to', async () => {
    const fleet = await Fleet.start({ hosts: [{ name: 'a' }], keepFiles: true });
    const server = await startServer(fleet, 'a');
    const kept = await fleet.stop();
    expect(kept).toBe(fleet.directory);
    expect(readFileSync(path.join(kept!, 'logs', path.basename(server.logPath)), 'utf8')).toBeDefined();
    expect(readFileSync(path.join(kept!, 'hosts/a/redis.conf'), 'utf8')).toContain(`port ${PORT}`);
    removeLeftovers();
    expect(existsSync(kept!)).toBe(true);
    removeLeftovers(Date.now() + 8 * 24 * 3_600_000);
    expect(existsSync(kept!)).toBe(false);
  });
});

describeUnless(noEngine ?? noNamespaces, 'a partition', () => {
  const link = async (fleet: Fleet, host: string): Promise<string> => {
    const admin = await fleet.admin(host, { port: PORT });
    return /master_link_status:(\w+)/.exec(await admin.info('replication'))?.[1] ?? 'none';
  };

  test('separates hosts, leaves those cut off together joined, and heals', async () => {
    const fleet = await fleetOf(['a', 'b', 'c']);
    const { address } = fleet.host('a');
    await startServer(fleet, 'a', ['repl-timeout 2', 'repl-ping-replica-period 1']);
    const replica = [`replicaof ${address} ${PORT}`, 'repl-timeout 2'];
    await Promise.all([startServer(fleet, 'b', replica), startServer(fleet, 'c', replica)]);
    await eventually(async () => (await link(fleet, 'b')) === 'up' && (await link(fleet, 'c')) === 'up', { what: 'two synchronous replicas', timeoutMs: 8_000 });

    expect(fleet.cut('a', 'b')).toEqual({ possible: true });
    await eventually(async () => (await link(fleet, 'c')) === 'down', { what: 'a broken link', timeoutMs: 8_000 });
    expect(await link(fleet, 'b')).toBe('up');
    const primary = await fleet.admin('a', { port: PORT });
    await primary.set('written', 'during');
    const beside = await fleet.admin('b', { port: PORT });
    await eventually(async () => (await beside.get('written')) === 'during', { what: 'replication beside the cut', timeoutMs: 3_000 });

    fleet.heal('a', 'b');
    const apart = await fleet.admin('c', { port: PORT });
    await eventually(async () => (await apart.get('written')) === 'during', { what: 'replication after healing', timeoutMs: 10_000 });
  });
});

interface ChildFleet {
  readonly id: string;
  readonly directory: string;
  readonly server: ProcessIdentity;
}

/** A rehearsal in a process of its own, as only there it can come to an end of its own. */
async function rehearsalThat(fate: string, end?: NodeJS.Signals): Promise<ChildFleet & { readonly code: number | null; readonly signal: string | null }> {
  const child = spawn(process.execPath, [path.join(__dirname, 'support/fleet-child'), fate], { env: { ...process.env }, stdio: ['ignore', 'pipe', 'ignore'] });
  const exit = once(child, 'exit') as Promise<[number | null, string | null]>;
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const started = JSON.parse(line.toString()) as ChildFleet;
  if (end !== undefined) {
    expect(isRunning(started.server)).toBe(true);
    child.kill(end);
  }
  const [code, signal] = await exit;
  return { ...started, code, signal };
}

async function expectNothingLeft({ id, directory, server }: ChildFleet): Promise<void> {
  await eventually(() => !isRunning(server), { what: 'the end of the server', timeoutMs: 2_000 });
  expect(namespacesWith(id)).toEqual([]);
  expect(existsSync(directory)).toBe(false);
}

describeUnless(noEngine, 'a rehearsal leaves nothing behind', () => {
  test.each([
    ['is interrupted', 'stay', 'SIGINT', null],
    ['is terminated', 'stay', 'SIGTERM', null],
    ['fails with an uncaught error', 'throw', undefined, 1],
    ['exits in the middle', 'exit', undefined, 3],
  ] as const)('when it %s', async (_how, fate, end, code) => {
    const ended = await rehearsalThat(fate, end);
    expect(ended).toMatchObject({ code, signal: end ?? null });
    await expectNothingLeft(ended);
  });

  test('after it was killed, once the next one starts', async () => {
    const killed = await rehearsalThat('stay', 'SIGKILL');
    expect(existsSync(killed.directory)).toBe(true);
    await fleetOf(['a']);
    await expectNothingLeft(killed);
  });

  test('but never ends a stranger that got the same process id', async () => {
    const stranger = spawn('sleep', ['60']);
    const left = spawn('sleep', ['60']);
    await Promise.all([once(stranger, 'spawn'), once(left, 'spawn')]);
    const directory = path.join(runsDirectory(), 'deadbeef');
    mkdirSync(path.join(directory, 'pids'), { recursive: true });
    const dead = { pid: process.pid, startedAt: 'another boot:1' };
    writeFileSync(path.join(directory, 'owner.json'), JSON.stringify(dead));
    writeFileSync(path.join(directory, 'pids/stranger.json'), JSON.stringify({ pid: stranger.pid, startedAt: 'another boot:1' }));
    writeFileSync(path.join(directory, 'pids/left.json'), JSON.stringify(identify(left.pid!)));
    try {
      expect(removeLeftovers()).toContain('deadbeef');
      await once(left, 'exit');
      expect(identify(stranger.pid!)).toBeDefined();
      expect(existsSync(directory)).toBe(false);
    } finally {
      stranger.kill('SIGKILL');
      rmSync(directory, { recursive: true, force: true });
    }
  });
});

const own = withOwnNamespaces(process.execPath, [path.join(__dirname, 'support/fleet-child'), 'exit']);

describeUnless(noEngine ?? (own.possible ? undefined : own.reason), 'without root', () => {
  test('a rehearsal in namespaces of its own has real partitions', () => {
    const { file, args } = own as Extract<typeof own, { possible: true }>;
    const said = spawnSync(file, args, { encoding: 'utf8', env: { ...process.env } });
    const started = JSON.parse(said.stdout) as ChildFleet;
    expect(started).toMatchObject({ isolation: 'namespaces', cut: { possible: true } });
    expect(said.status).toBe(3);
    expect(existsSync(started.directory)).toBe(false);
  });
});
