import { spawnSync } from 'node:child_process';
import type { Host, HostSpec, Network, Possible } from './network';

const DONE: Possible = { possible: true };

/** Fixed, as each run's hub is a world of its own without a way out. */
const SUBNET = '10.77.0';
const PREFIX_LENGTH = 24;
const FIRST_HOST = 11;
export const MOST_HOSTS = 200;

/** The part of every namespace's name by which a later run recognises leftovers. */
export function namespacePrefix(runId: string): string {
  return `rb-${runId}-`;
}

function ip(args: readonly string[], batch?: readonly string[]): void {
  const result = spawnSync('ip', [...args, ...(batch === undefined ? [] : ['-batch', '-'])], {
    encoding: 'utf8',
    input: batch === undefined ? '' : `${batch.join('\n')}\n`,
    timeout: 20_000,
  });
  if (result.error !== undefined) throw result.error;
  if (result.status !== 0) throw new Error(result.stderr.trim().split('\n')[0] || 'ip failed without a word');
}

function namespacesOf(runId: string): string[] {
  const listed = spawnSync('ip', ['netns', 'list'], { encoding: 'utf8', timeout: 20_000 });
  return (listed.stdout ?? '')
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')
    .filter((name) => name.startsWith(namespacePrefix(runId)));
}

/** Removes all namespaces of a run, with what still runs inside. */
export function removeNamespaces(runId: string): void {
  for (const name of namespacesOf(runId)) {
    const inside = spawnSync('ip', ['netns', 'pids', name], { encoding: 'utf8', timeout: 20_000 });
    for (const pid of (inside.stdout ?? '').split('\n').map(Number).filter((id) => id > 1)) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended by itself in between.
      }
    }
    spawnSync('ip', ['netns', 'delete', name], { timeout: 20_000 });
  }
}

/**
 * Lays out one network namespace per host and a hub that joins them; throws where the system forbids it.
 *
 * Each host hangs on the hub by its own cable. Cutting hosts off plugs their cables into another switch, so that
 * packets vanish as in a real partition: no reset, no refusal, no link going down.
 */
export function createNamespaces(runId: string, specs: readonly HostSpec[]): Network {
  const prefix = namespacePrefix(runId);
  const hub = `${prefix}hub`;
  const hosts: Host[] = specs.map((spec, index) => ({ ...spec, address: `${SUBNET}.${FIRST_HOST + index}` }));
  const cable = (host: Host): string => `v${hosts.indexOf(host)}`;
  const namespace = (host: Host): string => `${prefix}${hosts.indexOf(host)}`;
  let switches = 0;

  try {
    ip([], [`netns add ${hub}`, ...hosts.map((host) => `netns add ${namespace(host)}`)]);
    ip(['-n', hub], [
      'link set lo up',
      'link add main type bridge',
      'link set main up',
      ...hosts.flatMap((host) => [
        `link add ${cable(host)} type veth peer name eth0 netns ${namespace(host)}`,
        `link set ${cable(host)} master main up`,
      ]),
    ]);
    for (const host of hosts) {
      ip(['-n', namespace(host)], [
        'link set lo up',
        `addr add ${host.address}/${PREFIX_LENGTH} dev eth0`,
        'link set eth0 up',
      ]);
    }
  } catch (error) {
    removeNamespaces(runId);
    throw error;
  }

  const plug = (moved: readonly Host[], into: string): string[] =>
    moved.map((host) => `link set ${cable(host)} master ${into}`);

  return {
    isolation: 'namespaces',
    hosts,
    onHost: (host, file, args) => ({ file: 'ip', args: ['netns', 'exec', namespace(host), file, ...args] }),
    cut(moved) {
      switches += 1;
      const other = `cut${switches}`;
      ip(['-n', hub], [`link add ${other} type bridge`, `link set ${other} up`, ...plug(moved, other)]);
      return DONE;
    },
    heal(moved) {
      ip(['-n', hub], plug(moved, 'main'));
      return DONE;
    },
    removeSync: () => removeNamespaces(runId),
  };
}
