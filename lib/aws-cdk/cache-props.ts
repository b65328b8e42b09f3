import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { NetworkSpec } from '../core/blueprint';

/** What CDK users hold already and pass on instead of ids and ARNs. Exactly one of `vpc` and `network`. */
export interface CacheConstructProps {
  /**
   * VPC of the cache.
   * @default - `network` says where the cache lives
   */
  readonly vpc?: ec2.IVpc;

  /**
   * Subnets of `vpc` that nodes may stand in.
   * @default - isolated subnets where the VPC has some, otherwise private ones
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * Where the cache lives, by ids or as a new VPC.
   * @default - `vpc` says where the cache lives
   */
  readonly network?: NetworkSpec;

  /**
   * Customer managed key for data, logs, secrets and notifications. Its policy must let CloudWatch and CloudWatch Logs use it.
   * @default - `encryption.kmsKeyArn`, otherwise a new key
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * Topics that receive every alarm; the first one also receives the service's events.
   * @default - `monitoring.topicArns`, otherwise a new encrypted topic
   */
  readonly alarmTopics?: readonly sns.ITopic[];
}
