import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const writeGuard: SelfManagedRule = {
  code: 'RB515',
  name: 'write-guard',
  severity: 'warning',
  looksAt: 'self-managed',
  title: 'A primary that Sentinels replace stops accepting writes by itself.',
  why: 'Cut off together with a client, it accepted writes until the network healed and then lost all of them; with one replica asked for and a lag of 2 s it stopped after 2.5 s.',
  source: 'https://valkey.io/topics/replication/',
  check: ({ resolved }) =>
    resolved.kind === 'sentinel' && resolved.minReplicasToWrite === 0
      ? [hit(['minReplicasToWrite'], 'should be at least 1, got 0, with which a primary that is cut off accepts writes that are lost', 'remove it to get the default', 0)]
      : [],
};
