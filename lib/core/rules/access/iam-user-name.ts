import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { shown } from '../wording';
import { namedUsers } from './named-users';

export const iamUserName: Rule = {
  code: 'RB146',
  name: 'iam-user-name',
  severity: 'error',
  title: 'With IAM authentication the user name equals the user id, in lower case.',
  why: 'The token names the user id and the client sends the user name; the service refuses a user whose two differ.',
  source: PAGES.elasticache.iamAuthentication,
  check: (context) =>
    namedUsers(context).flatMap(({ path, user, stated }) => {
      if (user.authentication !== 'iam' || user.userName === user.userId.toLowerCase()) return [];
      const key = stated.userName === undefined ? 'userId' : 'userName';
      return [hit([...path, key], `must be ${shown(user.userId.toLowerCase())} with IAM authentication, the user id in lower case, got ${shown(user[key])}`, stated.userName === undefined ? 'write it in lower case' : 'remove it, or make it equal to the user id', user[key])];
    }),
};
