import { majorityOf } from '../../blueprint/resolve-self-managed';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const quorumMajority: SelfManagedRule = {
  code: 'RB503',
  name: 'quorum-majority',
  severity: 'warning',
  looksAt: 'self-managed',
  title: 'The quorum is the majority of the Sentinels.',
  why: 'Below it few Sentinels that cannot reach the primary begin failovers that nobody else would; at their full number one lost Sentinel stops all failovers.',
  source: 'https://valkey.io/topics/sentinel/',
  check: ({ resolved }) => {
    if (resolved.kind !== 'sentinel') return [];
    const { count, quorum } = resolved.sentinels;
    const majority = majorityOf(count);
    if (quorum < 1 || quorum > count || quorum === majority) return [];
    const effect = quorum < majority ? 'with which a minority begins failovers' : quorum === count ? 'with which one lost sentinel stops all failovers' : 'with which fewer sentinels may be lost';
    return [hit(['sentinels', 'quorum'], `should be ${majority} for ${count} sentinels, got ${quorum}, ${effect}`, 'remove it to get the majority', quorum)];
  },
};
