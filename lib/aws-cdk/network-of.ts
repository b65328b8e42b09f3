import { Lazy, Stack, Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { NetworkSpec, SelfManagedNetworkSpec } from '../core/blueprint';

/** Describes a VPC construct the way blueprints do; zones and blocks are told where they are known before deployment. */
export function networkOf(vpc: ec2.IVpc, selection: ec2.SubnetSelection | undefined): NetworkSpec {
  const selected = vpc.selectSubnets(selection ?? defaultSelection(vpc));
  if (awaitsLookup(selected)) return { vpcId: opaque(vpc.vpcId), subnetIds: idsToCome(selected) };
  const { subnets, subnetIds } = selected;
  const zones = subnets.map((subnet) => subnet.availabilityZone);
  const blocks = subnets.map(blockOf);
  return {
    vpcId: vpc.vpcId,
    subnetIds,
    ...(allKnown(zones) ? { availabilityZones: zones } : {}),
    ...(allKnown(blocks) ? { subnetCidrs: blocks } : {}),
  };
}

/** The same for nodes that are pinned to subnets, whose zones must be stated. */
export function pinnedNetworkOf(vpc: ec2.IVpc, selection: ec2.SubnetSelection | undefined): SelfManagedNetworkSpec {
  const selected = vpc.selectSubnets(selection ?? { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS });
  if (!awaitsLookup(selected)) {
    return { vpcId: vpc.vpcId, subnets: selected.subnets.map(({ subnetId, availabilityZone }) => ({ subnetId, availabilityZone })) };
  }
  const { region } = Stack.of(vpc);
  return { vpcId: opaque(vpc.vpcId), subnets: LIKELY_ZONES.map((letter, index) => ({ subnetId: opaque(`subnet-to-come-${index}`), availabilityZone: `${region}${letter}` })) };
}

/** Enough for every rule about zones: which of them it will be is seen once they are looked up. */
const LIKELY_ZONES = ['a', 'b', 'c'] as const;

/** The zones that a stack has until they are looked up. */
const DUMMY_ZONE = /^dummy1[a-z]$/;

/**
 * Whether the CDK is in its first pass over an app, in which it only finds out what to look up: values are dummies that no rule would take,
 * and what is made from them is thrown away. A refusal would keep the CDK from ever looking them up.
 * @see https://docs.aws.amazon.com/cdk/v2/guide/context.html
 */
function awaitsLookup({ isPendingLookup, availabilityZones }: ec2.SelectedSubnets): boolean {
  return isPendingLookup === true || availabilityZones.some((zone) => DUMMY_ZONE.test(zone));
}

/** A selection by type or name finds none of the dummy's subnets; two stand for those to come. */
function idsToCome({ subnetIds }: ec2.SelectedSubnets): string[] {
  return (subnetIds.length > 0 ? subnetIds : ['subnet-to-come-0', 'subnet-to-come-1']).map(opaque);
}

/** A value that rules leave alone, as they do with those known at deployment. */
function opaque(value: string): string {
  return Lazy.string({ produce: () => value });
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
