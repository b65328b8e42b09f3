import { majorityOf } from '../../blueprint/resolve-self-managed';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const quorumRange: SelfManagedRule = {
  code: 'RB502',
  name: 'quorum-range',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'The quorum is a number that the Sentinels can reach.',
  why: 'With a quorum over their number no failure is ever agreed on, and the primary is never replaced.',
  source: 'https://valkey.io/topics/sentinel/',
  check: ({ resolved }) => {
    if (resolved.kind !== 'sentinel') return [];
    const { count, quorum } = resolved.sentinels;
    if (quorum > count) return [hit(['sentinels', 'quorum'], `must be ${majorityOf(count)} for ${count} sentinels, got ${quorum}`, 'lower the quorum or add sentinels', quorum)];
    return quorum >= 1 ? [] : [hit(['sentinels', 'quorum'], `must be at least 1, got ${quorum}`, 'remove it to get the majority', quorum)];
  },
};
