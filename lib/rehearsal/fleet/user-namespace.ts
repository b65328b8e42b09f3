import { spawnSync } from 'node:child_process';

export type WrappedCommand =
  | { readonly possible: true; readonly file: string; readonly args: readonly string[] }
  | { readonly possible: false; readonly reason: string };

/** `ip netns` keeps its names under /run, where only root may write; a fresh one hides the machine's. */
const PREPARE = 'mount -t tmpfs tmpfs /run && ip link set lo up && exec "$@"';
const UNSHARE = ['--user', '--map-root-user', '--net', '--mount', '--', 'sh', '-c', PREPARE, 'sh'];

/**
 * Wraps a command so that it may lay out network namespaces without root, for real partitions on a developer's machine.
 *
 * The command has no way to the outside network, so engines must be fetched before. Systems may forbid it.
 * @see https://man7.org/linux/man-pages/man7/user_namespaces.7.html
 */
export function withOwnNamespaces(file: string, args: readonly string[]): WrappedCommand {
  const probe = spawnSync('unshare', [...UNSHARE, 'ip', 'netns', 'add', 'probe'], { encoding: 'utf8', timeout: 10_000 });
  if (probe.status !== 0) {
    const said = probe.error?.message ?? probe.stderr.trim().split('\n')[0] ?? '';
    return { possible: false, reason: `this system gives users no namespaces of their own (${said})` };
  }
  return { possible: true, file: 'unshare', args: [...UNSHARE, file, ...args] };
}
