const zones = ['a', 'b', 'c'];

/** A sentinel blueprint that no rule has anything to say about. */
export const sentinel = {
  kind: 'sentinel',
  name: 'sessions',
  region: 'eu-central-1',
  workload: 'session',
  instanceType: 'r7g.large',
  network: {
    vpcId: 'vpc-1',
    subnets: zones.map((zone) => ({ subnetId: `subnet-${zone}`, availabilityZone: `eu-central-1${zone}` })),
    allowFromSecurityGroups: ['sg-1'],
  },
  users: [{ name: 'web', can: ['read', 'write'], keys: ['session:*'] }],
  monitoring: { emails: ['team@example.com'] },
};

/** A cluster blueprint that no rule has anything to say about. */
export const cluster = { ...sentinel, kind: 'cluster', name: 'events', shards: ['s1', 's2', 's3'] };

/** The sound sentinel blueprint in the first so many zones. */
export function inZones(count: number, blueprint: typeof sentinel = sentinel): object {
  return { ...blueprint, network: { ...blueprint.network, subnets: blueprint.network.subnets.slice(0, count) } };
}

/** The sound sentinel blueprint with other words about its Sentinels. */
export function watching(sentinels: object, rest: object = {}): object {
  return { ...sentinel, ...rest, sentinels };
}

/** The sound sentinel blueprint with another first user. */
export function user(words: object): object {
  return { ...sentinel, users: [{ ...sentinel.users[0], ...words }] };
}
