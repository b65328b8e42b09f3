import { knownRegions, NODE_REGION_SOURCE, nodeTypesInRegion } from '../../catalog';
import { closest } from '../closest';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { shown } from '../wording';

export const regionKnown: Rule = {
  code: 'RB117',
  name: 'region-known',
  severity: 'info',
  title: 'The region is one whose node types the catalog knows.',
  why: 'AWS opens regions faster than the catalog learns them; what they offer is then not checked.',
  source: NODE_REGION_SOURCE,
  check: ({ resolved: { region } }) => {
    if (region === undefined || nodeTypesInRegion(region) !== undefined) return [];
    const meant = closest(region, knownRegions());
    return [hit(['region'], `is not known to the catalog, so the node type was not checked against it, got ${shown(region)}`, meant === undefined ? 'check that the region offers the node type' : `did you mean ${meant}?`, region)];
  },
};
