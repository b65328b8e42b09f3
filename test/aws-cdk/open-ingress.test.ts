import { App, Aspects, CfnResource, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { RedisSentinel, ReplicatedCache } from '../../lib/aws-cdk';
import { SESSIONS } from './support/plans';
import { SENTINEL } from './support/self-managed';

const ENV = { region: 'eu-central-1' };

/** Two caches with the same logical ids in two stacks; only the first is opened. */
function appWith(open: (cache: ReplicatedCache, stack: Stack, other: Stack) => void): App {
  const app = new App();
  const [stack, other] = ['shop', 'other'].map((id) => new Stack(app, id, { env: ENV })) as [Stack, Stack];
  const { kind: _kind, ...options } = SESSIONS;
  const [cache] = [stack, other].map((parent, index) => new ReplicatedCache(parent, 'Sessions', { ...options, cacheId: `sessions-${index}` }));
  open(cache!, stack, other);
  return app;
}

const CASES: readonly [string, string, (cache: ReplicatedCache, stack: Stack, other: Stack) => void][] = [
  ['connections', '0.0.0.0/0', (cache) => cache.connections.allowFromAnyIpv4(ec2.Port.tcp(6380))],
  ['connections over IPv6', '::/0', (cache) => cache.connections.allowFrom(ec2.Peer.anyIpv6(), ec2.Port.tcp(6380))],
  ['the group itself', '0.0.0.0/0', (cache) => void (cache.underlying.securityGroup.securityGroupIngress = [{ ipProtocol: '-1', cidrIp: '0.0.0.0/0' }])],
  [
    'a rule in another stack',
    '0.0.0.0/0',
    (cache, _stack, other) => void new ec2.CfnSecurityGroupIngress(other, 'Open', { groupId: cache.underlying.securityGroup.attrGroupId, ipProtocol: 'tcp', fromPort: 6380, toPort: 6380, cidrIp: '0.0.0.0/0' }),
  ],
  [
    'an aspect',
    '0.0.0.0/0',
    (cache, stack) => Aspects.of(stack).add({ visit: (node) => void (node === cache.underlying.securityGroup && CfnResource.isCfnResource(node) && (cache.underlying.securityGroup.securityGroupIngress = [{ ipProtocol: '-1', cidrIp: '0.0.0.0/0' }])) }),
  ],
];

test.each(CASES)('%s must not let every address in', (_how, block, open) => {
  expect(() => appWith(open).synth()).toThrow(
    new Error(`Validation failed with the following errors:\n  [shop/Sessions] \`connections\` must not let every address in, got ${block}; name the security groups or blocks of the clients [RB330]`),
  );
});

test('blocks and groups of clients are let in', () => {
  const open = (cache: ReplicatedCache, stack: Stack): void => {
    cache.connections.allowFrom(ec2.Peer.ipv4('10.0.0.0/8'), ec2.Port.tcp(6380));
    cache.connections.allowDefaultPortFrom(ec2.SecurityGroup.fromSecurityGroupId(stack, 'Clients', 'sg-0a1b2c3d'));
    new ec2.CfnSecurityGroupIngress(stack, 'Elsewhere', { groupId: 'sg-0a1b2c3d', ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIp: '0.0.0.0/0' });
  };
  expect(() => appWith(open).synth()).not.toThrow();
});

test('nodes of one\'s own are held to the same', () => {
  const app = new App();
  const stack = new Stack(app, 'shop', { env: ENV });
  const { kind: _kind, ...options } = SENTINEL;
  new RedisSentinel(stack, 'Carts', options).connections.allowFromAnyIpv4(ec2.Port.tcp(6379));
  expect(() => app.synth()).toThrow(/\[shop\/Carts\] .*\[RB330\]/);
});
