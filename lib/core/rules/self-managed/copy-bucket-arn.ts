import { shown } from '../wording';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

const ARN = /^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

export const copyBucketArn: SelfManagedRule = {
  code: 'RB553',
  name: 'copy-bucket-arn',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'The bucket for copies is given by its ARN.',
  why: 'Replication takes an ARN; a name or an address of the bucket fails when the rule is made.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html',
  check: ({ resolved: { backup: { copyToBucketArn: arn } } }) =>
    arn === undefined || ARN.test(arn) ? [] : [hit(['backup', 'copyToBucketArn'], `must be the ARN of a bucket, got ${shown(arn)}`, 'write it as arn:aws:s3:::<bucket>', arn)],
};
