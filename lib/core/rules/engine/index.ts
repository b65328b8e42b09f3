import type { Rule } from '../rule';
import { accessUsersVersion } from './access-users-version';
import { autoscalingVersion } from './autoscaling-version';
import { engineVersion } from './engine-version';
import { iamVersion } from './iam-version';
import { logVersion } from './log-version';
import { supportEnd } from './support-end';
import { tlsPreferredVersion } from './tls-preferred-version';

/** What the engine and its version can do. */
export const engineRules: readonly Rule[] = [
  engineVersion, supportEnd, accessUsersVersion, iamVersion, tlsPreferredVersion, logVersion, autoscalingVersion,
];
