import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';

export const userGroupEngine: Rule = {
  code: 'RB147',
  name: 'user-group-engine',
  severity: 'error',
  title: 'An existing user group is of the engine of the cache.',
  why:
    'The service refuses a Valkey group on Redis. A Redis group on Valkey is accepted, but it always holds a user named default, which lets anybody in unless somebody switched it off.',
  source: PAGES.elasticache.accessControl,
  check: ({ resolved: { access, engine } }) => {
    if (access.mode !== 'userGroup' || access.userGroup.engine === engine) return [];
    const path = ['access', 'userGroup', 'engine'];
    return engine === 'redis'
      ? [hit(path, 'must be redis for a redis cache, got valkey', 'name a group made for redis', 'valkey')]
      : [{ ...hit(path, 'should be valkey for a valkey cache, got redis, whose user named default may be open', 'name a group made for valkey, or check that its default user is off', 'redis'), severity: 'warning' as const }];
  },
};
