import { Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { NetworkSpec } from '../core/blueprint';

/** Describes a VPC construct the way blueprints do; zones and blocks are told where they are known before deployment. */
export function networkOf(vpc: ec2.IVpc, selection: ec2.SubnetSelection | undefined): NetworkSpec {
  const { subnets, subnetIds } = vpc.selectSubnets(selection ?? defaultSelection(vpc));
  const zones = subnets.map((subnet) => subnet.availabilityZone);
  const blocks = subnets.map(blockOf);
  return {
    vpcId: vpc.vpcId,
    subnetIds,
    ...(allKnown(zones) ? { availabilityZones: zones } : {}),
    ...(allKnown(blocks) ? { subnetCidrs: blocks } : {}),
  };
}

/** A cache needs no way to the internet, so subnets without one come first. */
function defaultSelection(vpc: ec2.IVpc): ec2.SubnetSelection {
  return { subnetType: vpc.isolatedSubnets.length > 0 ? ec2.SubnetType.PRIVATE_ISOLATED : ec2.SubnetType.PRIVATE_WITH_EGRESS };
}

function blockOf(subnet: ec2.ISubnet): string | undefined {
  try {
    return subnet.ipv4CidrBlock;
  } catch {
    // Imported subnets that were not told their block throw; the capacity check is then not made.
    return undefined;
  }
}

function allKnown(values: readonly (string | undefined)[]): values is readonly string[] {
  return values.length > 0 && values.every((value) => value !== undefined && !Token.isUnresolved(value));
}
