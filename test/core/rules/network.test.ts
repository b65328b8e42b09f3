import { validate } from '../../../lib/core/validate';
import { inNetwork, replicated, said, sharded } from './support';

/** Nothing at all may be said. */
const anyCode: string[] = [];

describe('network rules refuse', () => {
  const table: [code: string, what: string, blueprint: object, findings: string[]][] = [
    [
      'RB320',
      'both',
      { ...replicated, network: { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'], newVpc: { cidr: '10.0.0.0/16', availabilityZones: ['eu-central-1a', 'eu-central-1b'] } } },
      ['error: `network` must name either an existing VPC or `newVpc`, got both; remove `newVpc`, or `vpcId` and `subnetIds` [RB320]'],
    ],
    [
      'RB320',
      'neither',
      { ...replicated, network: {  } },
      ['error: `network` must name either an existing VPC or `newVpc`, got neither; add `vpcId` with `subnetIds`, or `newVpc` [RB320]'],
    ],
    [
      'RB321',
      'a VPC without subnets',
      { ...replicated, network: { vpcId: 'vpc-1' } },
      ['error: `network.subnetIds` must list the subnets of `network.vpcId`, got none; add private subnets in different zones [RB321]'],
    ],
    [
      'RB321',
      'subnets without a VPC',
      { ...replicated, network: { subnetIds: ['subnet-1', 'subnet-2'] } },
      ['error: `network.vpcId` must name the VPC of `network.subnetIds`, got nothing; add it [RB321]'],
    ],
    [
      'RB321',
      'a new VPC without zones',
      { ...replicated, network: { newVpc: { cidr: '10.0.0.0/16', availabilityZones: [] } } },
      ['error: `network.newVpc.availabilityZones` must list at least one zone, got none; add two or more zones of the region [RB321]'],
    ],
    [
      'RB322',
      'one subnet',
      { ...replicated, network: { vpcId: 'vpc-1', subnetIds: ['subnet-1'] } },
      ['error: `network.subnetIds` must span at least 2 zones for Multi-AZ, got 1 subnet; add a subnet in another zone, or set `multiAz: false` [RB322]'],
    ],
    [
      'RB322',
      'subnets in one zone',
      { ...replicated, network: { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'], availabilityZones: ['eu-central-1a', 'eu-central-1a'] } },
      ['error: `network.availabilityZones` must span at least 2 zones for Multi-AZ, got only eu-central-1a; add a subnet in another zone, or set `multiAz: false` [RB322]'],
    ],
    [
      'RB322',
      'one zone of a new VPC',
      { ...replicated, network: { newVpc: { cidr: '10.0.0.0/16', availabilityZones: ['eu-central-1a'] } } },
      ['error: `network.newVpc.availabilityZones` must span at least 2 zones for Multi-AZ, got 1 subnet; add a subnet in another zone, or set `multiAz: false` [RB322]'],
    ],
    [
      'RB323',
      'a subnet twice',
      { ...replicated, network: { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-1'] } },
      ['error: `network.subnetIds[1]` repeats `network.subnetIds[0]`, got "subnet-1"; remove it, or name a subnet in another zone [RB323]'],
    ],
    [
      'RB323',
      'blocks that overlap',
      { ...replicated, network: { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'], subnetCidrs: ['10.0.0.0/16', '10.0.1.0/24'] } },
      ['error: `network.subnetCidrs[1]` must not overlap `network.subnetCidrs[0]`, got 10.0.1.0/24 and 10.0.0.0/16; correct the block [RB323]'],
    ],
    [
      'RB324',
      '21 subnets',
      { ...replicated, network: { vpcId: 'vpc-1', subnetIds: Array.from({ length: 21 }, (_, index) => `subnet-${index}`) } },
      ['warning: `network.subnetIds` must list at most 20 subnets without a quota increase, got 21; keep one or two in each zone [RB324]'],
    ],
    [
      'RB325',
      'a prefix of 33',
      { ...replicated, network: { newVpc: { cidr: '10.0.0.0/33', availabilityZones: ['eu-central-1a', 'eu-central-1b'] } } },
      ['error: `network.newVpc.cidr` must be an IPv4 block such as 10.0.0.0/16, got "10.0.0.0/33"; choose a prefix length from 1 to 32 [RB325]'],
    ],
    [
      'RB325',
      'bits after the prefix',
      inNetwork({ allowFromCidrs: ['10.0.0.1/24'] }),
      ['error: `network.allowFromCidrs[0]` must be an IPv4 block such as 10.0.0.0/16, got "10.0.0.1/24"; write four numbers from 0 to 255 with no address bits after the prefix [RB325]'],
    ],
    [
      'RB325',
      'an octet of 256',
      inNetwork({ allowFromCidrs: ['10.0.256.0/24'] }),
      ['error: `network.allowFromCidrs[0]` must be an IPv4 block such as 10.0.0.0/16, got "10.0.256.0/24"; write four numbers from 0 to 255 with no address bits after the prefix [RB325]'],
    ],
    [
      'RB325',
      'no prefix',
      inNetwork({ allowFromCidrs: ['10.0.0.1'] }),
      ['error: `network.allowFromCidrs[0]` must be an IPv4 block such as 10.0.0.0/16, got "10.0.0.1"; add the prefix length, /32 for one address [RB325]'],
    ],
    [
      'RB325',
      'IPv6',
      inNetwork({ allowFromCidrs: ['2001:db8::/32'] }),
      ['error: `network.allowFromCidrs[0]` must be an IPv4 block such as 10.0.0.0/16, got "2001:db8::/32"; write the IPv4 block, since IPv6 is not offered yet [RB325]'],
    ],
    [
      'RB326',
      'a VPC of /15',
      { ...replicated, network: { newVpc: { cidr: '10.0.0.0/15', availabilityZones: ['eu-central-1a', 'eu-central-1b'] } } },
      ['error: `network.newVpc.cidr` must be a block from /16 to /25, got 10.0.0.0/15; choose a /16 [RB326]'],
    ],
    [
      'RB326',
      'a VPC of /26, whose eighths are too small',
      { ...replicated, network: { newVpc: { cidr: '10.0.0.0/26', availabilityZones: ['eu-central-1a', 'eu-central-1b'] } } },
      ['error: `network.newVpc.cidr` must be a block from /16 to /25, got 10.0.0.0/26; choose a /25 [RB326]'],
    ],
    [
      'RB327',
      'a zone of another region',
      inNetwork({ availabilityZones: ['eu-central-1a', 'eu-west-1b'] }),
      ['error: `network.availabilityZones[1]` must be a zone of eu-central-1, got "eu-west-1b"; choose a zone of that region [RB327]'],
    ],
    [
      'RB327',
      'a zone id',
      inNetwork({ availabilityZones: ['eu-central-1a', 'euc1-az1'] }),
      ['error: `network.availabilityZones[1]` must be the name of a zone such as eu-central-1a, got "euc1-az1"; write the name of the zone, not its id [RB327]'],
    ],
    [
      'RB327',
      'a shard in another region',
      { ...sharded, shardCount: undefined, shards: [{ id: '0001', primaryZone: 'us-east-1a', replicaZones: ['eu-central-1b'] }] },
      ['error: `shards[0].primaryZone` must be a zone of eu-central-1, got "us-east-1a"; choose a zone of that region [RB327]'],
    ],
    [
      'RB328',
      'a zone twice',
      { ...replicated, network: { newVpc: { cidr: '10.0.0.0/16', availabilityZones: ['eu-central-1a', 'eu-central-1a'] } } },
      ['error: `network.newVpc.availabilityZones[1]` must have another letter than `network.newVpc.availabilityZones[0]`, got "eu-central-1a"; remove it, or name another zone [RB328]'],
    ],
    [
      'RB328',
      'a zone beyond h',
      { ...replicated, network: { newVpc: { cidr: '10.0.0.0/16', availabilityZones: ['us-east-1a', 'us-east-1z'] } } },
      ['error: `network.newVpc.availabilityZones[1]` must end in a letter from a to h, got "us-east-1z"; name another zone [RB328]'],
    ],
    [
      'RB329',
      'no address left for a replacement',
      { ...sharded, shardCount: 27, network: { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'], subnetCidrs: ['10.0.0.0/27', '10.0.1.0/24'] } },
      ['error: `network.subnetCidrs[0]` must have at least 28 free addresses for 27 nodes and a replacement, got 27 addresses in 10.0.0.0/27 after the 5 that AWS reserves; choose a larger block or more zones [RB329]'],
    ],
    [
      'RB329',
      'too few addresses for the nodes',
      { ...sharded, shardCount: 30, network: { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'], subnetCidrs: ['10.0.0.0/27', '10.0.1.0/24'] } },
      ['error: `network.subnetCidrs[0]` must have at least 31 free addresses for 30 nodes and a replacement, got 27 addresses in 10.0.0.0/27 after the 5 that AWS reserves; choose a larger block or more zones [RB329]'],
    ],
    [
      'RB329',
      'too few addresses to change the node type',
      { ...sharded, shardCount: 20, network: { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'], subnetCidrs: ['10.0.0.0/27', '10.0.1.0/24'] } },
      ['warning: `network.subnetCidrs[0]` must have 40 free addresses to change the node type online, got 27 addresses in 10.0.0.0/27 after the 5 that AWS reserves; choose a larger block or more zones [RB329]'],
    ],
    [
      'RB329',
      'a new VPC too small for what scaling may make',
      { ...sharded, shardCount: 3, shardScaling: { min: 3, max: 30 }, network: { newVpc: { cidr: '10.0.0.0/24', availabilityZones: ['eu-central-1a', 'eu-central-1b'] } } },
      ['error: `network.newVpc.cidr` must have at least 31 free addresses for 30 nodes and a replacement, got 27 addresses in 10.0.0.0/24 after the 5 that AWS reserves; choose a larger block or more zones [RB329]'],
    ],
    [
      'RB330',
      'everybody',
      inNetwork({ allowFromCidrs: ['0.0.0.0/0'] }),
      ['error: `network.allowFromCidrs[0]` must not let every address in, got 0.0.0.0/0; name the security groups or blocks of the clients [RB330]'],
    ],
    [
      'RB330',
      'everybody by IPv6',
      inNetwork({ allowFromCidrs: ['::/0'] }),
      ['error: `network.allowFromCidrs[0]` must not let every address in, got ::/0; name the security groups or blocks of the clients [RB330]'],
    ],
    [
      'RB330',
      'everybody by another block',
      inNetwork({ allowFromCidrs: ['10.0.0.0/0'] }),
      ['error: `network.allowFromCidrs[0]` must not let every address in, got 10.0.0.0/0; name the security groups or blocks of the clients [RB330]'],
    ],
    [
      'RB331',
      'a block larger than a VPC',
      inNetwork({ allowFromCidrs: ['10.0.0.0/8'] }),
      ['warning: `network.allowFromCidrs[0]` lets 16777216 addresses in, more than a VPC can have, got 10.0.0.0/8; name security groups, or blocks of /16 and smaller [RB331]'],
    ],
    [
      'RB332',
      'nobody',
      inNetwork({ allowFromSecurityGroups: undefined }),
      ['info: `network` lets nobody connect; add `allowFromSecurityGroups`, or let applications in with the construct [RB332]'],
    ],
    [
      'RB333',
      'fewer zones than subnets',
      inNetwork({ availabilityZones: ['eu-central-1a'] }),
      ['error: `network.availabilityZones` must have one entry for each of `network.subnetIds`, got 1 for 2; state one for each subnet, in the same order [RB333]'],
    ],
    [
      'RB333',
      'more blocks than subnets',
      inNetwork({ subnetCidrs: ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24'] }),
      ['error: `network.subnetCidrs` must have one entry for each of `network.subnetIds`, got 3 for 2; state one for each subnet, in the same order [RB333]'],
    ],
    [
      'RB334',
      'a name instead of an id',
      inNetwork({ vpcId: 'banana' }),
      ['error: `network.vpcId` must be an id that begins with vpc-, got "banana"; write the id of the resource, not its name [RB334]'],
    ],
    [
      'RB334',
      'the id of another resource',
      inNetwork({ subnetIds: ['vpc-1', 'subnet-2'] }),
      ['error: `network.subnetIds[0]` must be an id that begins with subnet-, got "vpc-1"; write the id of the resource, not its name [RB334]'],
    ],
    [
      'RB334',
      'a security group by name',
      inNetwork({ allowFromSecurityGroups: ['default'] }),
      ['error: `network.allowFromSecurityGroups[0]` must be an id that begins with sg-, got "default"; write the id of the resource, not its name [RB334]'],
    ],
    [
      'RB335',
      'a zone',
      { ...replicated, region: 'eu-central-1a' },
      ['error: `region` must be the code of a region, got "eu-central-1a"; did you mean `eu-central-1`? [RB335]'],
    ],
    [
      'RB335',
      'a place',
      { ...replicated, region: 'Frankfurt' },
      ['error: `region` must be the code of a region, got "Frankfurt"; write a code such as eu-central-1 [RB335]'],
    ],
    [
      'RB336',
      'port 0',
      { ...replicated, port: 0 },
      ['error: `port` must be from 1 to 65535, got 0; remove it to get the default [RB336]'],
    ],
    [
      'RB336',
      'port 70000',
      { ...replicated, port: 70000 },
      ['error: `port` must be from 1 to 65535, got 70000; remove it to get the default [RB336]'],
    ],
    [
      'RB337',
      'the well-known port',
      { ...replicated, port: 6379 },
      ['warning: `port` should not be the well-known port, got 6379; use 6380, or another port [RB337]'],
    ],
  ];
  test.each(table)('%s: %s', (code, _, blueprint, findings) => {
    expect(said(code, blueprint)).toEqual(findings);
  });
});

describe('network rules accept', () => {
  const table: [what: string, blueprint: object, codes: string[]][] = [
    ['a new VPC in three zones', { ...replicated, network: { newVpc: { cidr: '10.40.0.0/21', availabilityZones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'] }, allowFromCidrs: ['10.50.0.0/16'] } }, anyCode],
    ['the smallest new VPC', { ...replicated, network: { newVpc: { cidr: '10.40.0.0/25', availabilityZones: ['eu-central-1a', 'eu-central-1b'] }, allowFromSecurityGroups: ['sg-1'] } }, anyCode],
    ['ids that are tokens', inNetwork({ vpcId: '${Token[TOKEN.1]}', subnetIds: ['${Token[TOKEN.2]}', '${TfToken[TOKEN.3]}'], allowFromSecurityGroups: ['${Token[TOKEN.4]}'] }), anyCode],
    ['one subnet without Multi-AZ', { ...replicated, environment: 'development', multiAz: false, network: { vpcId: 'vpc-1', subnetIds: ['subnet-1'], allowFromSecurityGroups: ['sg-1'] } }, ['RB322']],
    ['a local zone', { ...replicated, region: 'us-west-2', network: { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'], availabilityZones: ['us-west-2-lax-1a', 'us-west-2b'], allowFromSecurityGroups: ['sg-1'] } }, ['RB327']],
    ['one address', inNetwork({ allowFromCidrs: ['10.0.0.1/32'] }), anyCode],
  ];
  test.each(table)('%s', (_, blueprint, codes) => {
    const found = validate(blueprint).map(({ code }) => code);
    expect(found.filter((code) => codes.length === 0 || codes.includes(code))).toEqual([]);
  });
});
