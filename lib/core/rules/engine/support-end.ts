import { isKnownVersion, PAGES, supportSchedule } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';

export const supportEnd: Rule = {
  code: 'RB101',
  name: 'support-end',
  severity: 'warning',
  title: 'The engine version has no announced end of support.',
  why: 'After standard support the service charges Extended Support for every node, and after that it upgrades by itself.',
  source: PAGES.elasticache.extendedSupport,
  check: ({ resolved: { engine, version } }) => {
    const schedule = isKnownVersion('elasticache', engine, version) ? supportSchedule(engine, version) : undefined;
    if (schedule === undefined) return [];
    return [
      hit(
        ['version'],
        `should be a version without an end of support, got ${engine} ${version}, whose standard support ends on ${schedule.standardSupportEnd} and paid Extended Support on ${schedule.extendedSupportEnd}`,
        'plan the upgrade to valkey, or to redis 7.1',
        version,
      ),
    ];
  },
};
