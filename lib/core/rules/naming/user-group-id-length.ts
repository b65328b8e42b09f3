import { checkName, NAME_RULES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';
import { shown } from '../wording';
import { cacheIdFormat } from './cache-id-format';
import { nameFormat } from './name-format';

export const userGroupIdLength: Rule = {
  code: 'RB304',
  name: 'user-group-id-length',
  severity: 'error',
  title: 'The id of the user group, made from the cache id, is one that the service accepts.',
  why: 'A cache id of full length leaves no room for the ending that the group id needs.',
  source: NAME_RULES.userGroupId.source,
  check: (context) => {
    const { access } = context.resolved;
    if (access.mode !== 'users' || [nameFormat, cacheIdFormat].some((rule) => rule.check(context).length > 0)) return [];
    const allowed = checkName(NAME_RULES.userGroupId, access.userGroupId);
    if (allowed === undefined) return [];
    const path = context.blueprint.cacheId === undefined ? 'name' : 'cacheId';
    return [hit([path], `makes the user group id ${shown(access.userGroupId)}, which must be ${allowed}`, 'choose a shorter `cacheId`', access.userGroupId)];
  },
};
