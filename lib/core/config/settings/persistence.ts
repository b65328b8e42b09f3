import type { ResolvedSelfManaged } from '../../blueprint/resolve-self-managed';
import { PLACES } from '../placeholders';
import type { Setting } from '../render';

/**
 * What reaches the disk, and when.
 * @see https://valkey.io/topics/persistence/
 */
export function persistenceSettings({ persistence, workload }: ResolvedSelfManaged): readonly Setting[] {
  const { appendOnly, snapshots } = persistence;
  return [
    { directive: 'dir', value: PLACES.dir, reason: 'on the volume that survives the instance' },
    { directive: 'appendonly', value: appendOnly, reason: appendOnly ? 'a restart loses at most one second' : 'the data can be made again' },
    { directive: 'appendfsync', value: 'everysec', reason: 'an fsync for every write would wait for the disk; replicas hold the last second' },
    { directive: 'aof-use-rdb-preamble', value: true, reason: 'loads several times faster' },
    { directive: 'no-appendfsync-on-rewrite', value: false, reason: 'a rewrite must not widen what a crash loses' },
    { directive: 'aof-load-truncated', value: true, reason: 'a power cut leaves half a command at the end; the node must still start' },
    ...saves(appendOnly, snapshots),
    {
      directive: 'stop-writes-on-bgsave-error',
      value: snapshots && workload !== 'cache',
      reason: 'data that cannot be saved must not grow unnoticed; a cache rather goes on and raises the alarm',
    },
    { directive: 'rdb-save-incremental-fsync', value: true, reason: 'a snapshot must not fill the disk\'s queue at its end' },
    { directive: 'shutdown-timeout', value: 10, reason: 'a stopping primary waits for its replicas', whereKnown: true },
  ];
}

/** One line for each pair: 6.2 takes no more on a line. */
function saves(appendOnly: boolean, snapshots: boolean): readonly Setting[] {
  if (!snapshots) return [{ directive: 'save', value: [''], reason: 'snapshots are off' }];
  const hourly: Setting = { directive: 'save', value: ['3600', '1'], reason: 'a copy that an error in the append-only file does not touch' };
  // The stock `60 10000` would keep a busy node forking all the time.
  return appendOnly ? [hourly] : [hourly, { directive: 'save', value: ['300', '100'], reason: 'the only copy on disk is five minutes old at most' }];
}
