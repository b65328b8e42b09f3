import { checkName, NAME_RULES } from '../../catalog';
import type { SharedRule } from '../rule';
import { hit } from '../hit';
import { shown } from '../wording';
import { nameFormat } from './name-format';

export const cacheIdFormat: SharedRule = {
  code: 'RB301',
  name: 'cache-id-format',
  severity: 'error',
  looksAt: 'every',
  title: 'The cache id is a valid replication group id.',
  why: 'The service refuses other ids, and every member, endpoint and metric dimension carries it.',
  source: NAME_RULES.replicationGroupId.source,
  check: (context) => {
    const stated = context.blueprint.cacheId;
    const id = stated ?? context.blueprint.name;
    const allowed = checkName(NAME_RULES.replicationGroupId, id);
    if (allowed === undefined || (stated === undefined && nameFormat.check(context).length > 0)) return [];
    return stated === undefined
      ? [hit(['name'], `is also the cache id, which must be ${allowed}, got ${counted(id)}`, 'shorten the name, or state a shorter `cacheId`', id)]
      : [hit(['cacheId'], `must be ${allowed}, got ${shown(id)}`, 'choose another id', id)];
  },
};

function counted(id: string): string {
  return `${shown(id)} with ${id.length} characters`;
}
