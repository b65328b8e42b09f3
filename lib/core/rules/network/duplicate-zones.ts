import { PAGES } from '../../catalog';
import { ZONE_LETTERS } from '../../plan/network';
import type { Rule } from '../rule';
import { hit } from '../hit';
import { shown } from '../wording';

export const duplicateZones: Rule = {
  code: 'RB328',
  name: 'duplicate-zones',
  severity: 'error',
  title: 'A new VPC has one subnet in each zone, at the place that the letter of the zone gives it.',
  why: 'Two zones with the same letter would share one block, and a letter beyond h has none.',
  source: PAGES.vpc.zones,
  check: ({ blueprint: { network } }) => {
    const zones = network.newVpc?.availabilityZones ?? [];
    const letters = zones.map((zone) => zone.slice(-1));
    return zones.flatMap((zone, index) => {
      const path = ['network', 'newVpc', 'availabilityZones', index];
      const first = letters.indexOf(letters[index] ?? '');
      if (first !== index) return [hit(path, `must have another letter than \`network.newVpc.availabilityZones[${first}]\`, got ${shown(zone)}`, 'remove it, or name another zone', zone)];
      return ZONE_LETTERS.includes(letters[index] ?? '') && zone !== '' ? [] : [hit(path, `must end in a letter from ${ZONE_LETTERS[0]} to ${ZONE_LETTERS.at(-1)}, got ${shown(zone)}`, 'name another zone', zone)];
    });
  },
};
