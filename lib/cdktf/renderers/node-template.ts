import type { Construct } from 'constructs';
import { renderUserData, secretVariable } from '../../core/config/boot';
import type { RedisNode } from '../../core/plan/nodes';
import { nodeById, nodesOfKind } from '../../core/plan/plan';
import { groupNameOf, IMAGE_SOURCES } from '../../core/plan/self-managed/infrastructure';
import type { RenderContext } from '../context';
import { literal } from '../text';
import { Fn, LaunchTemplate } from '../vendor';
import type { EbsVolume, IamInstanceProfile, NetworkInterface } from '../vendor';

interface Parts {
  readonly networkInterface: NetworkInterface;
  readonly volume: EbsVolume;
  readonly profile: IamInstanceProfile;
}

/**
 * How an instance of the node starts: IMDSv2 for this machine alone, no public address, no key pair, nothing unencrypted. The image is
 * looked up at each start, so that a replacement brings the vendor's updates and a run of Terraform changes nothing.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/using-systems-manager-parameters.html
 */
export function renderNodeTemplate(scope: Construct, node: RedisNode, parts: Parts, context: RenderContext): LaunchTemplate {
  const { parameter, rootDevice } = IMAGE_SOURCES[node.image];
  const name = literal(groupNameOf(context.plan.id, node));
  const tags = { Name: name, ...context.tags };
  return new LaunchTemplate(scope, 'template', {
    name,
    description: literal(`Instances of ${node.name} of ${context.plan.id}`),
    updateDefaultVersion: true,
    imageId: `resolve:ssm:${parameter[node.architecture]}`,
    instanceType: node.instanceType,
    ebsOptimized: 'true',
    iamInstanceProfile: { arn: parts.profile.arn },
    metadataOptions: { httpEndpoint: 'enabled', httpTokens: 'required', httpPutResponseHopLimit: 1, instanceMetadataTags: 'disabled' },
    monitoring: { enabled: true },
    networkInterfaces: [
      {
        deviceIndex: 0,
        associatePublicIpAddress: 'false',
        deleteOnTermination: 'true',
        securityGroups: [context.get('nodeFirewall', node.firewall).securityGroup.id],
      },
    ],
    // Under the account's own key for volumes: the group's service role may not use this deployment's, and the root holds no data and no secret.
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
    blockDeviceMappings: [{ deviceName: rootDevice, ebs: { encrypted: 'true', volumeType: 'gp3', deleteOnTermination: 'true' } }],
    tagSpecifications: ['volume', 'network-interface'].map((resourceType) => ({ resourceType, tags })),
    userData: Fn.base64encode(renderUserData({ files: node.bootFiles, command: node.bootCommand, envLines: environmentOf(node, parts, context) })),
    tags: context.tags,
    // Parameters of the scripts first, so that no instance starts from a template whose scripts are not there.
    dependsOn: nodesOfKind(context.plan, 'bootScripts').flatMap(({ id }) => [...context.get('bootScripts', id).parameters]),
  });
}

/** What the node is told of its resources: names and addresses, never a secret. */
function environmentOf(node: RedisNode, { networkInterface, volume }: Parts, context: RenderContext): string[] {
  const secrets = node.secrets.map((id): readonly [string, string] => [secretVariable(nodeById(context.plan, 'generatedSecret', id).user), context.get('generatedSecret', id).secret.arn]);
  const values: readonly (readonly [string, string])[] = [
    ['REGION', context.account.region],
    ['INTERFACE_ID', networkInterface.id],
    ['VOLUME_ID', volume.id],
    ...secrets,
    ['AUTHORITY_SECRET_ARN', context.get('certificateAuthority', node.authority).secretArn],
    ['KEY_ARN', context.get('encryptionKey', node.volume.key).arn],
    ['LOG_GROUP', context.get('logGroup', node.logGroup).logGroup.name],
    ...(node.backups === undefined ? [] : [['BACKUP_BUCKET', context.get('backupBucket', node.backups).bucket.id] as const]),
  ];
  return values.map(([name, value]) => `${name}=${value}`);
}
