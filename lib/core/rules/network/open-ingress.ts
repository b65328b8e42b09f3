import { PAGES } from '../../catalog';
import type { Finding, FindingPath } from '../../finding';
import type { RuleHit, SharedRule } from '../rule';
import { hit } from '../hit';
import { allowedCidrs } from './stated-cidrs';

/** Whether a block, of either address family, holds every address. */
export function isEverybody(block: string): boolean {
  return /\/0+$/.test(block);
}

export const openIngress: SharedRule = {
  code: 'RB330',
  name: 'open-ingress',
  severity: 'error',
  looksAt: 'every',
  title: 'Nobody may connect from everywhere.',
  why: 'A cache that any address may reach is one routing mistake away from the internet.',
  source: PAGES.elasticache.vpcAccess,
  check: ({ blueprint: { network } }) =>
    allowedCidrs(network.allowFromCidrs ?? [])
      .filter(({ text }) => isEverybody(text))
      .map(({ path, text }) => everybody(path, text)),
};

/** Says the same of a rule that was added to the security group afterwards. */
export function openIngressFinding(path: FindingPath, text: string): Finding {
  const { code, severity, source } = openIngress;
  return { code, severity, source, ...everybody(path, text) };
}

function everybody(path: FindingPath, text: string): Omit<RuleHit, 'severity'> {
  return hit(path, `must not let every address in, got ${text}`, 'name the security groups or blocks of the clients', text);
}
