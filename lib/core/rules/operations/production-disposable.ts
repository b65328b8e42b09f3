import type { SharedRule } from '../rule';
import { hit } from '../hit';

export const productionDisposable: SharedRule = {
  code: 'RB378',
  name: 'production-disposable',
  severity: 'warning',
  looksAt: 'every',
  title: 'Production data is not disposable.',
  why: 'A deleted stack, or one change that replaces the cache, deletes the data without a final snapshot and the key with it.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html',
  check: ({ resolved: { environment, disposable } }) =>
    environment === 'production' && disposable
      ? [hit(['disposable'], 'should not be true in production, got true', 'remove it, or state the `environment` that this is', true)]
      : [],
};
