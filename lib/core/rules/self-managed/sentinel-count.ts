import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

const SENTINEL_COUNTS: readonly number[] = [3, 5];

export const sentinelCount: SelfManagedRule = {
  code: 'RB500',
  name: 'sentinel-count',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'There are 3 or 5 Sentinels.',
  why: 'An even number tolerates no more failures than one less and can be split in halves; 1 or 2 cannot outvote a failure, and more than 5 only talk more.',
  source: 'https://valkey.io/topics/sentinel/',
  check: ({ resolved }) => {
    if (resolved.kind !== 'sentinel' || SENTINEL_COUNTS.includes(resolved.sentinels.count)) return [];
    const { count } = resolved.sentinels;
    const verdict = count > 1 && count % 2 === 0 ? `must be 3 or 5, since an even number can be split in halves, got ${count}` : `must be 3 or 5, got ${count}`;
    return [hit(['sentinels', 'count'], verdict, `state ${count > 4 ? 5 : 3}`, count)];
  },
};
