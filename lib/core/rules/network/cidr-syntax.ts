import { PAGES } from '../../catalog';
import type { SharedRule } from '../rule';
import { hit } from '../hit';
import { shown } from '../wording';
import { statedCidrs } from './stated-cidrs';

export const cidrSyntax: SharedRule = {
  code: 'RB325',
  name: 'cidr-syntax',
  severity: 'error',
  looksAt: 'every',
  title: 'Every address block is an IPv4 block on its own boundary.',
  why: 'Templates pass with blocks such as 10.0.0.0/33 and fail while they are deployed.',
  source: PAGES.vpc.cidrBlocks,
  check: ({ blueprint }) =>
    statedCidrs(blueprint)
      .filter(({ cidr, text }) => cidr === undefined && !/^::\/0$|\/0$/.test(text))
      .map(({ path, text }) => hit(path, `must be an IPv4 block such as 10.0.0.0/16, got ${shown(text)}`, remedyFor(text), text)),
};

function remedyFor(text: string): string {
  if (text.includes(':')) return 'write the IPv4 block, since IPv6 is not offered yet';
  const prefix = /\/(\d+)$/.exec(text)?.[1];
  if (prefix === undefined) return 'add the prefix length, /32 for one address';
  return Number(prefix) > 32 ? 'choose a prefix length from 1 to 32' : 'write four numbers from 0 to 255 with no address bits after the prefix';
}
