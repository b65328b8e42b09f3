import type { ResolvedSelfManaged } from '../../blueprint/resolve-self-managed';
import { compareVersions } from '../../catalog';
import { instanceOf } from '../memory-budget';
import type { Setting } from '../render';

/**
 * Threads for reading, writing and TLS, the main one included.
 *
 * Before 8.0 neither engine uses them with TLS. The stock file advises 2 or 3 on 4 cores and 6 on 8, and always a spare one,
 * which forks and the agent use here.
 * @see https://valkey.io/topics/encryption/
 */
export function ioThreads({ version }: Pick<ResolvedSelfManaged, 'version'>, vcpus: number): number {
  if (compareVersions(version, '8.0') < 0 || vcpus < 4) return 1;
  if (vcpus < 8) return 2;
  return vcpus < 16 ? 6 : 8;
}

export function threadSettings(resolved: ResolvedSelfManaged): readonly Setting[] {
  const { vcpus } = instanceOf(resolved);
  return [{ directive: 'io-threads', value: ioThreads(resolved, vcpus), reason: `${vcpus} vCPUs, of which forks, the kernel and the agent need some` }];
}
