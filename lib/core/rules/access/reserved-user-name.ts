import { DEFAULT_USER_NAME, PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { shown } from '../wording';
import { namedUsers } from './named-users';

export const reservedUserName: Rule = {
  code: 'RB144',
  name: 'reserved-user-name',
  severity: 'error',
  title: 'No user is called `default`.',
  why: 'The engines log in everybody who sends no name as `default`; the library keeps that user switched off.',
  source: PAGES.elasticache.accessControl,
  check: (context) =>
    namedUsers(context).flatMap(({ path, user, stated }) => {
      const keys = (['name', 'userName', 'userId'] as const).filter((key) => (key === 'name' || stated[key] !== undefined) && user[key].toLowerCase() === DEFAULT_USER_NAME);
      return keys.map((key) => hit([...path, key], `must not be ${DEFAULT_USER_NAME}, which is reserved for the engine's own user, got ${shown(user[key])}`, 'choose another name', user[key]));
    }),
};
