import { Stack, Token } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { SelfManagedNetworkSpec, SelfManagedOptions } from '../core/blueprint';
import type { Finding } from '../core/finding';
import { networkFindings, present, propsOrNone, regionFindings } from './blueprint-of';
import { constructFinding } from './construct-error';
import { pinnedNetworkOf } from './network-of';

/** What CDK users hold already and pass on instead of ids and ARNs. Exactly one of `vpc` and `network`. */
export interface SelfManagedConstructProps {
  /**
   * VPC of the nodes.
   * @default - `network` says where the nodes live
   */
  readonly vpc?: ec2.IVpc;

  /**
   * Subnets of `vpc` that nodes are pinned to, one for each zone, with a way to AWS APIs and package archives. Their order decides which
   * node stands where, so that a subnet can be added at the end, but not in between.
   * @default - private subnets with egress
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * Where the nodes live, by ids.
   * @default - `vpc` says where the nodes live
   */
  readonly network?: SelfManagedNetworkSpec;

  /**
   * Customer managed key for volumes, secrets, backups, logs and notifications. Its policy must let CloudWatch and CloudWatch Logs use it.
   * @default - `kmsKeyArn`, otherwise a new key
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * Topics that receive every alarm.
   * @default - `monitoring.topicArns`, otherwise a new encrypted topic
   */
  readonly alarmTopics?: readonly sns.ITopic[];
}

/** Turns construct props into the shape of a blueprint, `kind` apart. */
export function translateSelfManagedProps<Options extends Omit<SelfManagedOptions, 'network'>>(scope: Construct, given: Options & SelfManagedConstructProps) {
  const props = propsOrNone(given);
  const { vpc, vpcSubnets, network, encryptionKey, alarmTopics, ...options } = props;
  const { region } = Stack.of(scope);
  const concrete = Token.isUnresolved(region) ? undefined : region;
  return {
    blueprint: {
      ...options,
      // The empty network is only ever seen together with the finding that neither was given.
      network: vpc !== undefined ? pinnedNetworkOf(vpc, vpcSubnets) : (network ?? { vpcId: '', subnets: [] }),
      ...present('region', options.region ?? concrete),
      ...present('kmsKeyArn', encryptionKey?.keyArn ?? options.kmsKeyArn),
      ...present('monitoring', alarmTopics ? { ...options.monitoring, topicArns: alarmTopics.map((topic) => topic.topicArn) } : options.monitoring),
    },
    findings: [...networkFindings(props), ...twiceFindings(props), ...regionFindings(options.region, concrete)],
  };
}

function twiceFindings(props: Omit<SelfManagedOptions, 'network'> & SelfManagedConstructProps): Finding[] {
  return [
    ...(props.encryptionKey !== undefined && props.kmsKeyArn !== undefined
      ? [constructFinding('key', 'encryptionKey', '`encryptionKey` and `kmsKeyArn` name the key twice', 'keep one of them')]
      : []),
    ...(props.alarmTopics !== undefined && props.monitoring?.topicArns !== undefined
      ? [constructFinding('topics', 'alarmTopics', '`alarmTopics` and `monitoring.topicArns` name the topics twice', 'keep one of them')]
      : []),
  ];
}
