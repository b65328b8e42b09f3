import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as route53 from 'aws-cdk-lib/aws-route53';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { NODE_IDS, SELF_MANAGED_IDS } from '../core/plan/ids';
import { nodesOfKind } from '../core/plan/plan';
import type { RenderedPlan } from './render';
import type { RenderedNode } from './rendered';
import { byId } from './underlying';

/** The CloudFormation resources of a self-managed deployment, for what props do not offer. */
export interface SelfManagedUnderlyingResources {
  /** By the node's name, such as `data-1`. */
  readonly nodes: { readonly [name: string]: RenderedNode };
  readonly securityGroup: ec2.CfnSecurityGroup;
  readonly hostedZone: route53.CfnHostedZone;
  readonly backupBucket: s3.CfnBucket;
  /** Absent when the key exists already. */
  readonly key?: kms.CfnKey;
  /** By node id. */
  readonly alarms: { readonly [nodeId: string]: cloudwatch.CfnAlarm };
}

/** Collects the resources of a rendered plan. */
export function selfManagedUnderlyingOf({ plan, rendered }: RenderedPlan): SelfManagedUnderlyingResources {
  return {
    nodes: Object.fromEntries(nodesOfKind(plan, 'redisNode').map(({ id, name }) => [name, rendered('redisNode', id)])),
    securityGroup: rendered('nodeFirewall', SELF_MANAGED_IDS.firewall).resource,
    hostedZone: rendered('privateZone', SELF_MANAGED_IDS.privateZone).resource,
    backupBucket: rendered('backupBucket', SELF_MANAGED_IDS.backups).resource,
    key: rendered('encryptionKey', NODE_IDS.key).resource,
    alarms: byId(nodesOfKind(plan, 'alarm'), (id) => rendered('alarm', id).resource),
  };
}
