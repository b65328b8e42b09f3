import { PAGES, parameterFamilies, parameterGroupFamily } from '../../catalog';
import { closest } from '../closest';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { shown } from '../wording';

export const importedFamily: Rule = {
  code: 'RB126',
  name: 'imported-family',
  severity: 'error',
  title: 'An existing parameter group is of the family of the engine version.',
  why: 'The service refuses a group of another family, at creation and at every engine upgrade.',
  source: PAGES.elasticache.parameters,
  check: ({ resolved: { engine, version, parameterGroup } }) => {
    const family = parameterGroupFamily(engine, version);
    if (parameterGroup === undefined || family === undefined || parameterGroup.family === family) return [];
    const meant = parameterFamilies().includes(parameterGroup.family) ? undefined : closest(parameterGroup.family, [family]);
    return [
      hit(
        ['parameterGroup', 'family'],
        `must be ${family} for ${engine} ${version}, got ${shown(parameterGroup.family)}`,
        meant === undefined ? `name a group of the family ${family}, or let one be made` : `did you mean ${meant}?`,
        parameterGroup.family,
      ),
    ];
  },
};
