import { lintAccessString } from '../../access';
import { isKnownVersion, PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { namedUsers } from './named-users';

export const accessString: Rule = {
  code: 'RB149',
  name: 'access-string',
  severity: 'error',
  title: 'An access string is one that the service and the engine version accept.',
  why: 'One wrong rule fails the deployment, and a string without `on` makes a user that cannot log in.',
  source: PAGES.elasticache.accessControl,
  check: (context) => {
    const { engine, version } = context.resolved;
    if (!isKnownVersion('elasticache', engine, version)) return [];
    return namedUsers(context).flatMap(({ path, user }) =>
      user.accessString === undefined
        ? []
        : lintAccessString(user.accessString, { engine, version }).map(({ problem, remedy }) => hit([...path, 'accessString'], problem, remedy)),
    );
  },
};
