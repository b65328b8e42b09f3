import { CfnDeletionPolicy } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { RedisNode } from '../../core/plan/nodes';
import { RECORD_TTL_SECONDS } from '../../core/plan/self-managed/infrastructure';
import { acknowledge } from '../acknowledgements';
import type { RenderContext } from '../render-context';

/** What outlives a node's instances: its address, its name and its volume. */
export function renderIdentity(node: RedisNode, scope: Construct, context: RenderContext) {
  const networkInterface = renderInterface(node, scope, context);
  const record = new route53.CfnRecordSet(scope, 'Record', {
    hostedZoneId: context.rendered('privateZone', node.privateZone).id,
    name: node.host,
    type: 'A',
    ttl: String(RECORD_TTL_SECONDS),
    resourceRecords: [networkInterface.attrPrimaryPrivateIpAddress],
  });
  const volume = renderVolume(node, scope, context);
  networkInterface.tags.setTag('Name', node.host);
  volume.tags.setTag('Name', node.host);
  return { networkInterface, record, volume };
}

/**
 * Goes with the stack: an address can be made anew, and names point at it. It stays as long as node and subnet are the same.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkinterface.html
 */
function renderInterface(node: RedisNode, scope: Construct, context: RenderContext): ec2.CfnNetworkInterface {
  return new ec2.CfnNetworkInterface(scope, 'Interface', {
    description: `Address of node ${node.name} of ${context.plan.id}`,
    subnetId: node.subnetId,
    groupSet: [context.rendered('nodeFirewall', node.firewall).resource.attrGroupId],
  });
}

/**
 * A volume cannot be made anew, so CloudFormation takes a snapshot before it deletes or replaces one, unless data is disposable.
 * Size, IOPS and throughput change in place.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-volume.html
 */
function renderVolume(node: RedisNode, scope: Construct, context: RenderContext): ec2.CfnVolume {
  const { sizeGiB, iops, throughputMiBps, key, retain } = node.volume;
  const volume = new ec2.CfnVolume(scope, 'Volume', {
    availabilityZone: node.zone,
    volumeType: 'gp3',
    size: sizeGiB,
    iops,
    throughput: throughputMiBps,
    encrypted: true,
    kmsKeyId: context.rendered('encryptionKey', key).arn,
  });
  const leaving = retain ? CfnDeletionPolicy.SNAPSHOT : CfnDeletionPolicy.DELETE;
  volume.cfnOptions.deletionPolicy = leaving;
  volume.cfnOptions.updateReplacePolicy = leaving;
  acknowledge(volume, 'volumeWithoutBackupPlan');
  acknowledge(volume, 'namedZones');
  return volume;
}
