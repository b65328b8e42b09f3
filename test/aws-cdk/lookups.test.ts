import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { MissingContext } from 'aws-cdk-lib/cloud-assembly-schema';
import { RedisSentinel, ReplicatedCache } from '../../lib/aws-cdk';
import { SESSIONS } from './support/plans';
import { SENTINEL } from './support/self-managed';

const ENV = { account: '111122223333', region: 'eu-central-1' };
const ZONES = ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'];

/** What the CDK's CLI finds out: three subnets of each type. */
const LOOKED_UP = {
  vpcId: 'vpc-0a1b2c3d4e5f60718',
  vpcCidrBlock: '10.0.0.0/16',
  ownerAccountId: ENV.account,
  availabilityZones: [],
  subnetGroups: ['Private', 'Isolated'].map((type, group) => ({
    name: type,
    type,
    subnets: ZONES.map((availabilityZone, index) => ({
      subnetId: `subnet-0a1b2c3d4e5f60${group}${index}`,
      cidr: `10.0.${group * 10 + index}.0/24`,
      availabilityZone,
      routeTableId: `rtb-0a1b2c3d4e5f60${group}${index}`,
    })),
  })),
};

const VPCS: readonly [string, (stack: Stack) => ec2.IVpc, unknown][] = [
  ['Vpc.fromLookup', (stack) => ec2.Vpc.fromLookup(stack, 'Vpc', { tags: { name: 'main' } }), LOOKED_UP],
  ['new Vpc', (stack) => new ec2.Vpc(stack, 'Vpc', { maxAzs: 3, restrictDefaultSecurityGroup: false }), ZONES],
];

/** Uses what it gets, as apps do: a construct that made nothing would throw here. */
function cacheIn(stack: Stack, vpc: ec2.IVpc, vpcSubnets?: ec2.SubnetSelection): void {
  const { kind: _kind, network: _network, ...options } = SESSIONS;
  const cache = new ReplicatedCache(stack, 'Sessions', { ...options, vpc, vpcSubnets });
  cache.grantReadSecret(new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') }), 'web');
  expect(cache.primaryEndpoint).toBeDefined();
}

function sentinelIn(stack: Stack, vpc: ec2.IVpc): void {
  const { kind: _kind, network: _network, ...options } = SENTINEL;
  expect(new RedisSentinel(stack, 'Carts', { ...options, vpc }).sentinels).toHaveLength(3);
}

function pass(vpcOf: (stack: Stack) => ec2.IVpc, use: (stack: Stack, vpc: ec2.IVpc) => void, context: { readonly [key: string]: unknown }) {
  const app = new App({ context });
  const stack = new Stack(app, 'shop', { env: ENV });
  use(stack, vpcOf(stack));
  const missing: readonly MissingContext[] = app.synth().manifest.missing ?? [];
  return { missing, errors: Annotations.fromStack(stack).findError('*', Match.anyValue()).map(({ entry }) => entry.data), template: Template.fromStack(stack) };
}

describe.each(VPCS)('%s', (_name, vpcOf, found) => {
  test.each([['a cache', cacheIn], ['Sentinels', sentinelIn]])('%s: the first pass asks for the lookup, the second is judged by what was found', (_kind, use) => {
    const first = pass(vpcOf, use, {});
    expect(first.errors).toEqual([]);
    expect(first.missing).toHaveLength(1);
    const second = pass(vpcOf, use, { [first.missing[0]!.key]: found });
    expect(second.errors).toEqual([]);
    expect(second.missing).toEqual([]);
    expect(JSON.stringify(second.template.toJSON())).not.toMatch(/dummy|12345"|1\.2\.3\.4|to-come/);
  });

  test('what was found is refused where a rule says so', () => {
    const { missing } = pass(vpcOf, cacheIn, {});
    const elsewhere = JSON.parse(JSON.stringify(found).replaceAll('eu-central-1', 'us-east-1')) as unknown;
    expect(() => pass(vpcOf, cacheIn, { [missing[0]!.key]: elsewhere })).toThrow(/RB327/);
  });
});

test.each<[string, ec2.SubnetSelection]>([
  ['type', { subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
  ['name', { subnetGroupName: 'Isolated' }],
])('subnets that are selected by %s are not known in the first pass', (_by, selection) => {
  const [, vpcOf, found] = VPCS[0]!;
  const use = (stack: Stack, vpc: ec2.IVpc) => cacheIn(stack, vpc, selection);
  const first = pass(vpcOf, use, {});
  expect(first.errors).toEqual([]);
  const second = pass(vpcOf, use, { [first.missing[0]!.key]: found });
  second.template.hasResourceProperties('AWS::ElastiCache::SubnetGroup', { SubnetIds: LOOKED_UP.subnetGroups[1]!.subnets.map(({ subnetId }) => subnetId) });
});
