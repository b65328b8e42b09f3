import { Fn } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { renderUserData } from '../../core/config/boot';
import type { RedisNode } from '../../core/plan/nodes';
import { nodesOfKind } from '../../core/plan/plan';
import { groupNameOf, HEALTH_GRACE_SECONDS, IMAGE_SOURCES, NODE_TAG, nodeTagValue } from '../../core/plan/self-managed/infrastructure';
import { acknowledge } from '../acknowledgements';
import { MAIN, nodeScope } from '../node-scope';
import type { RenderContext, Renderer } from '../render-context';
import { environmentOf } from './node-environment';
import { renderIdentity } from './node-identity';
import { renderNodeRole } from './node-role';

/** One node: what outlives its instances, what they may do, and a group that always runs exactly one. */
export const renderRedisNode: Renderer<'redisNode'> = (node, context) => {
  const scope = nodeScope(node, context);
  const { networkInterface, record, volume } = renderIdentity(node, scope, context);
  const own = { interfaceId: networkInterface.ref, volumeId: volume.ref };
  const { role, policies, profile } = renderNodeRole(node, { ...own, ...sharedResources(node, context) }, scope, context);
  const launchTemplate = renderLaunchTemplate(node, environmentOf(node, own, context), profile.attrArn, scope, context);
  const group = renderGroup(node, launchTemplate, scope, context);
  // An instance that starts before it may do anything only fails until it may.
  for (const needed of [...policies, record, ...scriptsOf(context)]) group.addResourceDependency(needed);
  return { networkInterface, volume, record, role, launchTemplate, group };
};

function scriptsOf(context: RenderContext) {
  return nodesOfKind(context.plan, 'bootScripts').flatMap(({ id }) => context.rendered('bootScripts', id).parameters);
}

function sharedResources(node: RedisNode, context: RenderContext) {
  const { partition, region, account } = context.stack;
  const authority = context.rendered('certificateAuthority', node.authority);
  return {
    partition,
    region,
    account,
    keyArn: context.rendered('encryptionKey', node.volume.key).arn,
    secretArns: node.secrets.map((id) => context.rendered('generatedSecret', id).arn),
    authority: { secretArn: authority.secretArn, generated: authority.resource !== undefined },
    logGroupArn: context.rendered('logGroup', node.logGroup).arn,
    ...(node.backups === undefined ? {} : { bucketArn: context.rendered('backupBucket', node.backups).arn }),
  };
}

/**
 * IMDSv2 only and for this machine only, no public address, no key pair. The root volume holds packages and logs, no data and no secret:
 * it is encrypted with the account's key for EBS, since a key of its own would have to let the service role of EC2 Auto Scaling in.
 * The image is looked up when the stack is deployed, so that a replacement starts from the image that was deployed with.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm.html
 */
function renderLaunchTemplate(node: RedisNode, envLines: readonly string[], profileArn: string, scope: Construct, context: RenderContext): ec2.CfnLaunchTemplate {
  const { parameter, rootDevice } = IMAGE_SOURCES[node.image];
  const tags = [{ key: 'Name', value: node.host }, ...Object.entries(context.plan.tags).map(([key, value]) => ({ key, value }))];
  return new ec2.CfnLaunchTemplate(scope, 'LaunchTemplate', {
    launchTemplateData: {
      imageId: `{{resolve:ssm:${parameter[node.architecture]}}}`,
      instanceType: node.instanceType,
      iamInstanceProfile: { arn: profileArn },
      ebsOptimized: true,
      monitoring: { enabled: true },
      metadataOptions: { httpEndpoint: 'enabled', httpTokens: 'required', httpPutResponseHopLimit: 1, instanceMetadataTags: 'disabled' },
      networkInterfaces: [
        { deviceIndex: 0, associatePublicIpAddress: false, deleteOnTermination: true, groups: [context.rendered('nodeFirewall', node.firewall).resource.attrGroupId] },
      ],
      blockDeviceMappings: [{ deviceName: rootDevice, ebs: { encrypted: true, volumeType: 'gp3', deleteOnTermination: true } }],
      tagSpecifications: [{ resourceType: 'volume', tags }, { resourceType: 'network-interface', tags }],
      userData: Fn.base64(renderUserData({ files: node.bootFiles, command: node.bootCommand, envLines })),
    },
  });
}

/**
 * Exactly one instance, in the node's own subnet, terminated before the next is launched, since both need the same volume.
 *
 * No `UpdatePolicy`: CloudFormation would replace the instances of all nodes at the same time, since groups do not know of each other. A new
 * template version is for the next instance; the runbook replaces nodes one by one, replicas first, each with its safe stop.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-instance-maintenance-policy.html
 */
function renderGroup(node: RedisNode, template: ec2.CfnLaunchTemplate, scope: Construct, context: RenderContext): autoscaling.CfnAutoScalingGroup {
  const group = new autoscaling.CfnAutoScalingGroup(scope, MAIN, {
    autoScalingGroupName: groupNameOf(context.plan.id, node),
    minSize: '1',
    maxSize: '1',
    desiredCapacity: '1',
    vpcZoneIdentifier: [node.subnetId],
    healthCheckType: 'EC2',
    healthCheckGracePeriod: HEALTH_GRACE_SECONDS,
    instanceMaintenancePolicy: { minHealthyPercentage: 0, maxHealthyPercentage: 100 },
    launchTemplate: { launchTemplateId: template.ref, version: template.attrLatestVersionNumber },
    tags: [
      { key: 'Name', value: node.host, propagateAtLaunch: true },
      { key: NODE_TAG, value: nodeTagValue(context.plan.id, node), propagateAtLaunch: true },
    ],
  });
  acknowledge(group, 'groupOfOne');
  acknowledge(group, 'groupWithoutNotifications');
  return group;
}
