import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { shown } from '../wording';
import { namedUsers } from './named-users';

export const duplicateUsers: Rule = {
  code: 'RB145',
  name: 'duplicate-users',
  severity: 'error',
  title: 'Every user has a name, a user id and a user name of its own.',
  why: 'Ids are unique in a region whatever their case, and the service refuses two users of one user name in a group.',
  source: PAGES.elasticache.createUserGroup,
  check: (context) => {
    const users = namedUsers(context);
    return (['name', 'userId', 'userName'] as const).flatMap((key) =>
      users.flatMap(({ path, user, stated }, at) => {
        // A derived id or user name repeats whenever the name does; one finding is enough.
        if (key !== 'name' && users.slice(0, at).some((earlier) => earlier.user.name === user.name)) return [];
        const first = users.slice(0, at).findIndex((earlier) => sameKey(key, earlier.user[key]) === sameKey(key, user[key]));
        if (first < 0) return [];
        const place = stated[key] === undefined ? [...path, 'name'] : [...path, key];
        const verdict = stated[key] === undefined ? `makes the ${key === 'userId' ? 'user id' : 'user name'} ${shown(user[key])}, which \`access.users[${first}]\` has already` : `must be unique, got ${shown(user[key])}, which \`access.users[${first}]\` has already`;
        return [hit(place, verdict, 'choose another one, or remove one of the users', user[key])];
      }),
    );
  },
};

/** The service keeps ids in lower case; the engines tell user names apart by case. */
function sameKey(key: 'name' | 'userId' | 'userName', value: string): string {
  return key === 'userName' ? value : value.toLowerCase();
}
