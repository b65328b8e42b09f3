import { effectiveParameters, presetChoices, presetParameters, PRESETS } from '../../../lib/core/blueprint/presets';
import type { WorkloadPreset } from '../../../lib/core/blueprint';
import { resolveBlueprint } from '../../../lib/core/blueprint/resolve';
import { checkParameterValue, engineVersions, findEvictionPolicy, findParameter, parameterGroupFamily } from '../../../lib/core/catalog';

const workloads = Object.keys(PRESETS) as WorkloadPreset[];
const targets = (['valkey', 'redis'] as const).flatMap((engine) =>
  engineVersions('elasticache', engine).map((version) => ({ engine, version, family: parameterGroupFamily(engine, version) ?? '' })),
);
const pairs = workloads.flatMap((workload) => targets.map((target) => ({ workload, target, name: `${target.engine} ${target.version}` })));

const blueprint = { kind: 'replicated', name: 'x', nodeType: 'cache.r7g.large', network: {} } as const;
const parametersOf = (over: object) => effectiveParameters(resolveBlueprint({ ...blueprint, ...over }));

describe('presets', () => {
  test.each(pairs)('of $workload fit $name: every parameter exists, may change and has a right value', ({ workload, target }) => {
    for (const [name, value] of Object.entries(presetParameters(workload, target))) {
      const parameter = findParameter(target.family, name);
      expect([name, parameter?.modifiable, parameter && checkParameterValue(parameter, value)]).toEqual([name, true, undefined]);
    }
  });

  test.each(workloads)('of %s choose a policy that data tiering takes too', (workload) => {
    const target = { engine: 'valkey', version: '8.1', family: 'valkey8', dataTiering: true } as const;
    expect(findEvictionPolicy(String(presetParameters(workload, target)['maxmemory-policy']))?.dataTiering).toBe(true);
  });

  test.each(workloads)('of %s give a reason and a page for every parameter', (workload) => {
    for (const { reason, source } of Object.values(PRESETS[workload])) {
      expect(reason.length).toBeGreaterThan(20);
      expect(source).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|valkey\.io)\//);
    }
  });

  it('evict where data can be fetched again, and nowhere else', () => {
    const policies = workloads.map((workload) => [workload, PRESETS[workload]['maxmemory-policy']?.value]);
    expect(Object.fromEntries(policies)).toEqual({
      cache: 'allkeys-lfu',
      session: 'volatile-lru',
      queue: 'noeviction',
      'primary-store': 'noeviction',
      leaderboard: 'noeviction',
      pubsub: 'noeviction',
      'rate-limiter': 'volatile-ttl',
    });
  });

  it('free in the background only where the family has the parameters', () => {
    const lazy = (family: string, version: string, engine: 'redis' | 'valkey') =>
      Object.keys(presetChoices('cache', { engine, version, family })).filter((name) => name.startsWith('lazyfree'));
    expect(lazy('valkey7', '7.2', 'valkey')).toHaveLength(4);
    expect(lazy('redis5.0', '5.0.6', 'redis')).toHaveLength(3);
    expect(lazy('valkey8', '8.0', 'valkey')).toEqual([]);
  });

  it('are empty for a workload that nobody knows', () => {
    expect(presetParameters('__proto__' as WorkloadPreset, { engine: 'valkey', version: '8.1', family: 'valkey8' })).toEqual({});
  });
});

describe('effectiveParameters', () => {
  it('leaves out what the family says anyway, and sorts', () => {
    expect(Object.entries(parametersOf({}))).toEqual([
      ['activedefrag', 'yes'],
      ['maxmemory-policy', 'allkeys-lfu'],
      ['maxmemory-samples', '5'],
      ['tcp-keepalive', '60'],
    ]);
  });

  it('lets overrides win, renders them, and drops those that restore a default', () => {
    expect(parametersOf({ parameters: { 'maxmemory-policy': 'volatile-lru', activedefrag: false, timeout: 300, 'notify-keyspace-events': 'Ex' } })).toEqual({
      'maxmemory-samples': '5',
      'notify-keyspace-events': 'Ex',
      'tcp-keepalive': '60',
      timeout: '300',
    });
  });

  it('switches cluster mode on for sharded caches, whatever the overrides say', () => {
    const sharded = { kind: 'sharded', shardCount: 3, parameters: { 'cluster-enabled': 'no' } };
    expect(parametersOf(sharded)['cluster-enabled']).toBe('yes');
    expect(parametersOf({})['cluster-enabled']).toBeUndefined();
  });

  it('chooses a policy for data tiering nodes', () => {
    expect(parametersOf({ nodeType: 'cache.r6gd.xlarge' })['maxmemory-policy']).toBe('allkeys-lru');
  });

  it('is empty where no family serves the version', () => {
    expect(parametersOf({ version: '3.0' })).toEqual({});
  });
});
