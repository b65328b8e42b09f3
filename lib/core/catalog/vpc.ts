import type { Sourced } from './source';

const SUBNET_SIZING = 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html';
const VPC_CIDR_BLOCKS = 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html';

/** A number that a vendor states about networks. */
export interface NetworkFact extends Sourced {
  readonly value: number;
}

/** Sizes of VPCs and subnets. */
export const VPC_FACTS = {
  /** Prefix length of the largest IPv4 block of a VPC. */
  widestPrefix: { value: 16, source: VPC_CIDR_BLOCKS },
  /** Prefix length of the smallest IPv4 block of a VPC or subnet. */
  narrowestPrefix: { value: 28, source: SUBNET_SIZING },
  /** Addresses of every subnet that AWS keeps: the first four and the last. */
  reservedAddresses: { value: 5, source: SUBNET_SIZING },
} as const satisfies { readonly [name: string]: NetworkFact };

/** What a tag of an ElastiCache user may consist of, the strictest of the resources that take the blueprint's tags. */
export const TAG_RULE = {
  keyLength: 128,
  valueLength: 256,
  characters: /^[A-Za-z0-9 _./=+:@-]*$/,
  reservedPrefix: 'aws:',
  describe: 'letters, digits, spaces and _ . / = + : @ -',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-elasticache-user-tag.html',
} as const;
