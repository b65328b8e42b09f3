import { featureSource } from '../../catalog';
import type { Rule } from '../rule';
import { lacking } from './minimum';

export const accessUsersVersion: Rule = {
  code: 'RB102',
  name: 'access-users-version',
  severity: 'error',
  title: 'Users and user groups need an engine version with access control lists.',
  why: 'Older engines know a single password only, and the service refuses a user group on them.',
  source: featureSource('rbac'),
  check: (context) => {
    const { mode } = context.resolved.access;
    if (mode !== 'users' && mode !== 'userGroup') return [];
    return lacking(context, 'rbac', ['access', mode], 'access control lists', 'use a later version, or `access.authTokenSecretArn`');
  },
};
