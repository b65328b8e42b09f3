import { shown } from '../wording';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

const NAME = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*\/\d{8}T\d{6}Z\.rdb$/;

export const restoreFrom: SelfManagedRule = {
  code: 'RB552',
  name: 'restore-from',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'A backup is named the way backups are stored.',
  why: 'Empty nodes would look for an object that cannot exist, and start empty or not at all.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html',
  check: ({ resolved: { backup: { restoreFrom } } }) =>
    restoreFrom === undefined || NAME.test(restoreFrom) ? [] : [hit(['backup', 'restoreFrom'], `must be <cacheId>/<shard>/<timestamp>.rdb with a timestamp such as 20260102T030405Z, got ${shown(restoreFrom)}`, 'copy the name from the bucket', restoreFrom)],
};
