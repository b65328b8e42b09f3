import fc from 'fast-check';
import type { Blueprint, ClusterBlueprint, SentinelBlueprint } from '../../../lib/core';
import { BlueprintError, nodesOfKind, plan } from '../../../lib/core';
import type { Plan, PlanNode } from '../../../lib/core';
import { blueprintSchema } from '../../../lib/core/blueprint/schema';
import type { JsonSchema } from '../../../lib/core/blueprint/schema';
import { validate } from '../../../lib/core/validate';
import { cluster, sentinel } from '../rules/self-managed-support';

const sentinelPlan = plan(sentinel as unknown as Blueprint);
const clusterPlan = plan(cluster as unknown as Blueprint);

/** What replacing would lose: where a node is, and what it is called. */
function identities(of: Plan): { readonly [id: string]: unknown } {
  return Object.fromEntries(nodesOfKind(of, 'redisNode').map((node) => [node.id, { host: node.host, zone: node.zone, subnet: node.subnetId, shard: node.shard, volume: node.volume, duty: node.duty }]));
}

/** Ids of plan nodes that a text mentions as references. */
function references(node: PlanNode): string[] {
  switch (node.kind) {
    case 'redisNode':
      return [node.firewall, node.privateZone, node.authority, node.logGroup, node.volume.key, ...node.secrets, ...(node.backups === undefined ? [] : [node.backups])];
    case 'privateZone':
    case 'nodeFirewall':
      return [node.network];
    case 'generatedSecret':
    case 'backupBucket':
      return [node.key];
    case 'alarm':
    case 'compositeAlarm':
      return [...(node.notify === undefined ? [] : [node.notify]), ...(node.kind === 'compositeAlarm' ? node.anyOf : [])];
    case 'output':
      return 'of' in node.value ? [node.value.of] : [];
    default:
      return [];
  }
}

describe.each([
  ['sentinel', sentinelPlan],
  ['cluster', clusterPlan],
])('a %s plan', (_, made) => {
  test('is the same every time', () => {
    const again = plan((made.kind === 'sentinel' ? sentinel : cluster) as unknown as Blueprint);
    expect(JSON.stringify(again)).toBe(JSON.stringify(made));
  });

  test('has ids of their own, and refers to earlier nodes only', () => {
    const seen = new Set<string>();
    for (const node of made.nodes) {
      expect(seen.has(node.id)).toBe(false);
      expect(references(node).filter((id) => !seen.has(id))).toEqual([]);
      seen.add(node.id);
    }
  });

  test('gives each node the secrets of its users and no other', () => {
    const known = new Set(nodesOfKind(made, 'generatedSecret').map(({ id }) => id));
    for (const { secrets } of nodesOfKind(made, 'redisNode')) expect(secrets.filter((id) => !known.has(id))).toEqual([]);
  });

  test('holds no password and no open ingress', () => {
    expect(nodesOfKind(made, 'nodeFirewall').flatMap(({ allowFromCidrs }) => allowFromCidrs)).toEqual([]);
    expect(JSON.stringify(made)).not.toMatch(/requirepass|BEGIN [A-Z ]*PRIVATE KEY/);
  });
});

test('a sentinel plan: three machines in three zones, each with a Sentinel', () => {
  expect(nodesOfKind(sentinelPlan, 'redisNode').map(({ id, duty, zone, host }) => [id, duty, zone, host])).toEqual([
    ['node-data-1', 'data-and-sentinel', 'eu-central-1a', 'data-1.sessions.redis.internal'],
    ['node-data-2', 'data-and-sentinel', 'eu-central-1b', 'data-2.sessions.redis.internal'],
    ['node-data-3', 'data-and-sentinel', 'eu-central-1c', 'data-3.sessions.redis.internal'],
  ]);
  expect(nodesOfKind(sentinelPlan, 'nodeFirewall').map(({ peerPorts, clientPorts }) => [peerPorts, clientPorts])).toEqual([[[6379, 26379], [6379, 26379]]]);
});

test('a sentinel plan tells where to ask and for which name', () => {
  const texts = nodesOfKind(sentinelPlan, 'output').flatMap(({ id, value }) => ('text' in value ? [[id, value.text]] : []));
  expect(texts).toEqual([
    ['output-sentinels', 'data-1.sessions.redis.internal:26379,data-2.sessions.redis.internal:26379,data-3.sessions.redis.internal:26379'],
    ['output-primary-name', 'sessions'],
    ['output-data-nodes', 'data-1.sessions.redis.internal:6379,data-2.sessions.redis.internal:6379,data-3.sessions.redis.internal:6379'],
  ]);
});

test('Sentinels on machines of their own read no data, back up nothing and have small machines', () => {
  const made = plan({ ...sentinel, replicas: 1, minReplicasToWrite: 1 } as unknown as Blueprint);
  const own = nodesOfKind(made, 'redisNode').filter(({ duty }) => duty === 'sentinel');
  expect(own.map(({ name, instanceType, architecture, backups, volume }) => [name, instanceType, architecture, backups, volume.sizeGiB])).toEqual([
    ['sentinel-1', 't4g.small', 'arm64', undefined, 8],
    ['sentinel-2', 't4g.small', 'arm64', undefined, 8],
    ['sentinel-3', 't4g.small', 'arm64', undefined, 8],
  ]);
  expect(own[0]?.secrets).not.toContain('secret-replication');
});

test('a cluster plan opens the bus between nodes and not to clients', () => {
  expect(nodesOfKind(clusterPlan, 'nodeFirewall').map(({ peerPorts, clientPorts }) => [peerPorts, clientPorts])).toEqual([[[6379, 16379], [6379]]]);
});

test.each([
  ['removed', ['s1', 's3', 's4']],
  ['reordered', ['s4', 's2', 's1', 's3']],
  ['added', ['s1', 's2', 's3', 's4', 's5']],
])('shards that are %s move no other node', (_, shards) => {
  const before = identities(plan({ ...cluster, shards: ['s1', 's2', 's3', 's4'] } as unknown as Blueprint));
  const after = identities(plan({ ...cluster, shards } as unknown as Blueprint));
  for (const [id, identity] of Object.entries(after)) if (id in before) expect([id, identity]).toEqual([id, before[id]]);
  expect(Object.keys(after).filter((id) => id in before).length).toBeGreaterThanOrEqual(6);
});

test('any list of shards: a shard\'s nodes depend on its name alone', () => {
  const shards = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 3, maxLength: 9 }).map((numbers) => numbers.map((number) => `s${number}`));
  fc.assert(
    fc.property(shards, shards, (one, other) => {
      const staging = { ...cluster, environment: 'staging' };
      const [a, b] = [one, other].map((names) => attempt({ ...staging, shards: names }));
      if (a === undefined || b === undefined) return;
      const [left, right] = [identities(a), identities(b)];
      for (const id of Object.keys(left)) if (id in right) expect(right[id]).toEqual(left[id]);
    }),
    { numRuns: 25 },
  );
});

test('a user that is removed renames no other user\'s secret', () => {
  const users = ['web', 'jobs', 'support'].map((name) => ({ name, can: ['read'], keys: ['*'] }));
  const ids = (names: typeof users): string[] => nodesOfKind(plan({ ...sentinel, users: names } as unknown as Blueprint), 'generatedSecret').map(({ id, secretName }) => `${id} ${secretName}`);
  expect(ids(users)).toEqual(expect.arrayContaining(ids(users.slice(1))));
});

const definitions = blueprintSchema.definitions ?? {};
const text = fc.constantFrom('sessions', 's1', 's2', 's3', 'r7g.large', 't4g.small', 'm7g.medium', '8.1', 'eu-central-1', 'eu-central-1a', 'eu-central-1b', 'vpc-1', 'subnet-1', 'sg-1', 'app:*', 'get', '@read', '10.0.0.0/24', 'noeviction', '', '${x}', '{{password:web}}', '\u202e', '"\\');
const whole = fc.constantFrom(-1, 0, 1, 2, 3, 4, 5, 7, 60, 90, 1000, 3000, 5000, 1e15);

function shaped(schema: JsonSchema): fc.Arbitrary<unknown> {
  const resolved = schema.$ref === undefined ? schema : (definitions[schema.$ref.replace('#/definitions/', '')] ?? {});
  if (resolved.const !== undefined) return fc.constant(resolved.const);
  if (resolved.enum !== undefined) return fc.constantFrom(...resolved.enum);
  if (Array.isArray(resolved.type)) return fc.oneof(text, whole, fc.boolean());
  if (resolved.type === 'string') return text;
  if (resolved.type === 'integer' || resolved.type === 'number') return whole;
  if (resolved.type === 'boolean') return fc.boolean();
  if (resolved.type === 'array') return fc.array(shaped(resolved.items ?? {}), { maxLength: 4 });
  if (resolved.properties === undefined) return fc.dictionary(fc.constantFrom('maxmemory-policy', 'hz', 'port', 'nonsense'), shaped(resolved.additionalProperties as JsonSchema), { maxKeys: 2 });
  return fc.record(Object.fromEntries(Object.entries(resolved.properties).map(([key, property]) => [key, shaped(property)])), { requiredKeys: [...(resolved.required ?? [])] });
}

function attempt(blueprint: object): Plan | undefined {
  try {
    return plan(blueprint as unknown as SentinelBlueprint | ClusterBlueprint);
  } catch (error) {
    if (error instanceof BlueprintError) return undefined;
    throw error;
  }
}

/** A sound blueprint with a few keys of any shape: most random blueprints alone would be refused at once. */
test.each([
  ['SentinelBlueprint', sentinel],
  ['ClusterBlueprint', cluster],
] as const)('any %s is planned, or refused with findings', (name, sound) => {
  const properties = Object.entries(definitions[name]?.properties ?? {}).filter(([key]) => key !== 'kind');
  const change = fc.constantFrom(...properties).chain(([key, property]) => shaped(property).map((value) => ({ [key]: value })));
  let planned = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
      const blueprint = Object.assign({}, sound, ...changes) as object;
      const made = attempt(blueprint);
      const refused = validate(blueprint).some(({ severity }) => severity === 'error');
      expect(made === undefined).toBe(refused);
      if (made !== undefined) planned += 1;
    }),
    { numRuns: 150 },
  );
  expect(planned).toBeGreaterThan(15);
});
