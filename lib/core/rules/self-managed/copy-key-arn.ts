import { PAGES } from '../../catalog';
import { KEY_ARN } from '../encryption/kms-key-arn';
import { isToken } from '../structure/tokens';
import { shown } from '../wording';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const copyKeyArn: SelfManagedRule = {
  code: 'RB556',
  name: 'copy-key-arn',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'The key of the copies is given by the ARN of a key, beside the bucket that it encrypts.',
  why: 'Replication encrypts copies with a key of the other region, which it finds by nothing but its ARN.',
  source: PAGES.kms.keyArns,
  check: ({ resolved: { backup: { copyKeyArn: arn, copyToBucketArn } } }) => {
    if (arn === undefined) return [];
    const path = ['backup', 'copyKeyArn'];
    if (copyToBucketArn === undefined) return [hit(path, 'must not be stated without `backup.copyToBucketArn`', 'name the bucket, or remove the key')];
    return isToken(arn) || KEY_ARN.test(arn) ? [] : [hit(path, `must be the ARN of a key, got ${shown(arn)}`, 'write it as arn:aws:kms:<region>:<account>:key/<id>', arn)];
  },
};
