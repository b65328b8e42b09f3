import { knownRegions, PAGES } from '../../catalog';
import { closest } from '../closest';
import type { SharedRule } from '../rule';
import { hit } from '../hit';
import { shown } from '../wording';

const REGION = /^[a-z]{2,3}(?:-[a-z]+)+-\d+$/;

export const regionFormat: SharedRule = {
  code: 'RB335',
  name: 'region-format',
  severity: 'error',
  looksAt: 'every',
  title: 'The region is the code of an AWS region.',
  why: 'Zones, node types, keys and topics are checked against it; a zone or the name of a place leads nowhere.',
  source: PAGES.vpc.zones,
  check: ({ resolved: { region } }) => {
    if (region === undefined || REGION.test(region)) return [];
    const meant = closest(region, knownRegions());
    return [hit(['region'], `must be the code of a region, got ${shown(region)}`, meant === undefined ? 'write a code such as eu-central-1' : `did you mean \`${meant}\`?`, region)];
  },
};
