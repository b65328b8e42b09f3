import type { Rule, SharedRule } from '../rule';
import { broadIngress } from './broad-ingress';
import { cidrSyntax } from './cidr-syntax';
import { duplicateSubnets } from './duplicate-subnets';
import { duplicateZones } from './duplicate-zones';
import { networkSource } from './network-source';
import { nobodyAllowed } from './nobody-allowed';
import { openIngress } from './open-ingress';
import { portRange } from './port-range';
import { regionFormat } from './region-format';
import { resourceIds } from './resource-ids';
import { subnetCapacity } from './subnet-capacity';
import { subnetCountQuota } from './subnet-count';
import { subnetListsMatch } from './subnet-lists-match';
import { subnetsSpanZones } from './subnets-span-zones';
import { subnetsStated } from './subnets-stated';
import { vpcCidrRange } from './vpc-cidr-range';
import { wellKnownPort } from './well-known-port';
import { zonesInRegion } from './zones-in-region';

export const networkRules: readonly (Rule | SharedRule)[] = [
  networkSource,
  subnetsStated,
  subnetsSpanZones,
  duplicateSubnets,
  subnetCountQuota,
  cidrSyntax,
  vpcCidrRange,
  zonesInRegion,
  duplicateZones,
  subnetCapacity,
  openIngress,
  broadIngress,
  nobodyAllowed,
  subnetListsMatch,
  resourceIds,
  regionFormat,
  portRange,
  wellKnownPort,
];
