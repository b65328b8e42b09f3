import { featureSource } from '../../catalog';
import type { Rule } from '../rule';
import { lacking } from './minimum';

export const iamVersion: Rule = {
  code: 'RB103',
  name: 'iam-version',
  severity: 'error',
  title: 'IAM authentication needs an engine version that has it.',
  why: 'The service refuses to attach a group with IAM users to an older engine.',
  source: featureSource('iamAuth'),
  check: (context) => {
    const { access } = context.resolved;
    if (access.mode !== 'users') return [];
    return access.users.flatMap(({ authentication }, index) =>
      authentication === 'iam'
        ? lacking(context, 'iamAuth', ['access', 'users', index, 'authentication'], 'IAM authentication', 'use a later version, or `authentication: password`')
        : [],
    );
  },
};
