import type { Construct } from 'constructs';
import type { RedisNode } from '../../core/plan/nodes';
import { groupNameOf, HEALTH_GRACE_SECONDS, NODE_TAG, nodeTagValue, RECORD_TTL_SECONDS } from '../../core/plan/self-managed/infrastructure';
import type { RenderContext, Renderer } from '../context';
import { literal } from '../text';
import { AutoscalingGroup, EbsVolume, NetworkInterface, Route53Record } from '../vendor';
import type { ITerraformDependable, LaunchTemplate } from '../vendor';
import { renderNodeRole } from './node-role';
import { renderNodeTemplate } from './node-template';

/**
 * One node. Interface, volume and name are its identity and outlive every instance; the group starts an instance, which takes them.
 *
 * A run that changes a launch template ends no instance: it takes effect when a node is replaced, which an operator does for one node
 * after the other, so that never more than one of them is away.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html
 */
export const renderRedisNode: Renderer<'redisNode'> = (node, context) => {
  const scope = context.scopeOf(node);
  const { networkInterface, volume, record } = renderIdentity(scope, node, context);
  const { role, permission, profile } = renderNodeRole(scope, node, { networkInterface, volume }, context);
  const template = renderNodeTemplate(scope, node, { networkInterface, volume, profile }, context);
  // The first boot needs all of them, and nothing in the template refers to them.
  const needed = [permission, record, ...node.secrets.map((id) => context.get('generatedSecret', id).version)];
  const group = renderGroup(scope, node, template, needed, context);
  return { networkInterface, volume, record, role, profile, template, group };
};

type Identity = { readonly networkInterface: NetworkInterface; readonly volume: EbsVolume; readonly record: Route53Record };

function renderIdentity(scope: Construct, node: RedisNode, context: RenderContext): Identity {
  const { retain, sizeGiB, iops, throughputMiBps, key } = node.volume;
  const tags = tagsOf(node, context);
  const networkInterface = new NetworkInterface(scope, 'interface', {
    subnetId: node.subnetId,
    description: literal(`Address of ${node.name} of ${context.plan.id}`),
    securityGroups: [context.get('nodeFirewall', node.firewall).securityGroup.id],
    tags,
    // Its address is in the other nodes' configuration and in clients: a plan that would replace it must fail.
    lifecycle: { preventDestroy: retain },
  });
  const volume = new EbsVolume(scope, 'volume', {
    availabilityZone: node.zone,
    encrypted: true,
    kmsKeyId: context.get('encryptionKey', key).arn,
    type: 'gp3',
    size: sizeGiB,
    iops,
    throughput: throughputMiBps,
    // A node that leaves the blueprint takes its lifecycle rule with it: what it held is kept as a snapshot.
    finalSnapshot: retain,
    tags,
    lifecycle: { preventDestroy: retain },
  });
  const record = new Route53Record(scope, 'record', {
    zoneId: context.get('privateZone', node.privateZone).zone.zoneId,
    name: literal(node.host),
    type: 'A',
    ttl: RECORD_TTL_SECONDS,
    records: [networkInterface.privateIp],
  });
  return { networkInterface, volume, record };
}

function renderGroup(scope: Construct, node: RedisNode, template: LaunchTemplate, needed: ITerraformDependable[], context: RenderContext): AutoscalingGroup {
  return new AutoscalingGroup(scope, 'group', {
    name: literal(groupNameOf(context.plan.id, node)),
    minSize: 1,
    maxSize: 1,
    desiredCapacity: 1,
    vpcZoneIdentifier: [node.subnetId],
    launchTemplate: { id: template.id, version: template.getStringAttribute('latest_version') },
    healthCheckType: 'EC2',
    healthCheckGracePeriod: HEALTH_GRACE_SECONDS,
    // Two instances cannot hold one volume: the old one goes before the new one comes.
    instanceMaintenancePolicy: { minHealthyPercentage: 0, maxHealthyPercentage: 100 },
    tag: Object.entries(tagsOf(node, context)).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
    dependsOn: needed,
  });
}

/** The tag of the node is what its role may attach to and detach from. */
function tagsOf(node: RedisNode, { plan, tags }: RenderContext): { [name: string]: string } {
  return { ...tags, Name: literal(groupNameOf(plan.id, node)), [NODE_TAG]: literal(nodeTagValue(plan.id, node)) };
}
