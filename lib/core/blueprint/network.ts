/** A VPC made for the cache: private subnets only, no internet gateway, flow logs on. */
export interface NewVpcSpec {
  /** IPv4 block of the VPC, /16 to /24; each zone letter from `a` to `h` has a fixed eighth of it. */
  readonly cidr: string;
  /** Zones, concrete, such as `eu-central-1a`; one private subnet in each. */
  readonly availabilityZones: readonly string[];
}

/** Where the cache lives and who may reach it. Either an existing VPC (`vpcId` with `subnetIds`) or `newVpc`. */
export interface NetworkSpec {
  /**
   * Id of an existing VPC; may be a token.
   * @default - `newVpc` is used
   */
  readonly vpcId?: string;

  /**
   * Private subnets of the existing VPC, in different zones; may be tokens.
   * @default - the subnets of `newVpc`
   */
  readonly subnetIds?: readonly string[];

  /**
   * IPv4 blocks of `subnetIds`, in the same order; lets the capacity check count free addresses.
   * @default - the capacity check is not made
   */
  readonly subnetCidrs?: readonly string[];

  /**
   * Zones of `subnetIds`, in the same order; lets Multi-AZ be checked.
   * @default - the zones are not checked
   */
  readonly availabilityZones?: readonly string[];

  /**
   * A VPC to be made for the cache.
   * @default - an existing VPC is used
   */
  readonly newVpc?: NewVpcSpec;

  /**
   * Security groups whose members may connect; may be tokens.
   * @default - nobody; applications are let in by construct or by id later
   */
  readonly allowFromSecurityGroups?: readonly string[];

  /**
   * IPv4 blocks that may connect. Never `0.0.0.0/0`.
   * @default - none
   */
  readonly allowFromCidrs?: readonly string[];
}
