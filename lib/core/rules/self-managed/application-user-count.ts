import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

/** With names of 64 characters, 20 users and those of the deployment take 5 of the 6.1 KB of a managed policy, and most of the 16 KB of user data. */
const MOST_USERS = 20;

export const applicationUserCount: SelfManagedRule = {
  code: 'RB546',
  name: 'application-user-count',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'A deployment has at most 20 users for applications.',
  why: "Every node is told and allowed each user's secret by name, and user data and IAM policies end at a size that is found out at deployment.",
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  check: ({ blueprint: { users } }) =>
    users.length <= MOST_USERS ? [] : [hit(['users'], `must name at most ${MOST_USERS} users, got ${users.length}`, 'let applications with the same rights share one, or deploy a second time', users.length)],
};
