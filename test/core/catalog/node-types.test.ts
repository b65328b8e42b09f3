import {
  engineVersions,
  findMemoryDbNodeType,
  findNodeType,
  knownRegions,
  memoryDbNodeTypeNames,
  nodeTypeNames,
  nodeTypes,
  nodeTypesInRegion,
} from '../../../lib/core/catalog';

const GIB = 1024 ** 3;

describe('node types', () => {
  test('names are unique and found', () => {
    expect(new Set(nodeTypeNames()).size).toBe(nodeTypeNames().length);
    expect(nodeTypeNames()).toHaveLength(94);
    expect(nodeTypeNames().every((name) => findNodeType(name)?.name === name)).toBe(true);
  });

  test.each(nodeTypes().map((node) => [node.name, node] as const))('%s is plausible', (_name, node) => {
    expect(node.name).toBe(`cache.${node.family}.${node.size}`);
    expect(node.maxmemoryBytes / GIB).toBeGreaterThan(node.memoryGiB * 0.97);
    expect(node.maxmemoryBytes / GIB).toBeLessThan(node.memoryGiB * 1.03);
    expect(node.burstGbps).toBeGreaterThanOrEqual(node.baselineGbps);
    expect(node.dataTiering).toBe(node.ssdGiB !== undefined);
    expect(node.burstable).toBe(node.family.startsWith('t'));
    expect(node.architecture).toBe(/\dg/.test(node.family) ? 'arm64' : 'x86_64');
    for (const engine of ['redis', 'valkey'] as const) {
      const minimum = node.minVersion[engine];
      if (minimum !== undefined) {
        expect(engineVersions('elasticache', engine)).toContain(minimum);
      }
    }
  });

  test('carries what the vendor table says', () => {
    expect(findNodeType('cache.r7g.large')).toMatchObject({
      vcpu: 2,
      memoryGiB: 13.07,
      maxmemoryBytes: 14037181030,
      maxclients: 65000,
      baselineGbps: 0.937,
      burstGbps: 12.5,
      minVersion: { valkey: '7.2', redis: '6.2' },
      globalDatastore: true,
      autoScaling: true,
      durability: true,
    });
    expect(findNodeType('cache.t4g.micro')).toMatchObject({ maxclients: 20000, minVersion: { redis: '5.0.6' } });
    expect(findNodeType('cache.r6gd.4xlarge')).toMatchObject({ ssdGiB: 398.14, autoScaling: false, durability: false });
    expect(findNodeType('cache.m8g.large')?.minVersion).toEqual({ valkey: '7.2' });
    expect(findNodeType('cache.t2.micro')?.generation).toBe('previous');
    expect(findNodeType('cache.r99.large')).toBeUndefined();
  });

  test('bigger sizes of a family hold more', () => {
    for (const family of new Set(nodeTypes().map((node) => node.family))) {
      const sizes = nodeTypes().filter((node) => node.family === family);
      expect([...sizes].sort((a, b) => a.maxmemoryBytes - b.maxmemoryBytes)).toEqual(sizes);
    }
  });
});

describe('regions', () => {
  test('offer only node types the catalog knows', () => {
    for (const region of knownRegions()) {
      const names = nodeTypesInRegion(region) ?? new Set();
      expect(names.size).toBeGreaterThan(20);
      expect([...names].filter((name) => findNodeType(name) === undefined)).toEqual([]);
    }
  });

  test('are regions, and there are 38 of them', () => {
    expect(knownRegions()).toHaveLength(38);
    expect(knownRegions().every((region) => /^[a-z]{2}(-gov)?-[a-z]+-\d$/.test(region))).toBe(true);
  });

  test('every node type is on offer somewhere', () => {
    const offered = new Set(knownRegions().flatMap((region) => [...(nodeTypesInRegion(region) ?? [])]));
    expect(nodeTypeNames().filter((name) => !offered.has(name))).toEqual([]);
  });

  test('an unknown region has no list, rather than an empty one', () => {
    expect(nodeTypesInRegion('xx-north-9')).toBeUndefined();
    expect(nodeTypesInRegion('us-east-1')?.has('cache.c7gn.large')).toBe(true);
    expect(nodeTypesInRegion('af-south-1')?.has('cache.c7gn.large')).toBe(false);
  });
});

test('MemoryDB nodes hold what their ElastiCache twins hold', () => {
  expect(memoryDbNodeTypeNames()).toHaveLength(20);
  for (const name of memoryDbNodeTypeNames()) {
    expect(findMemoryDbNodeType(name)?.maxmemoryBytes).toBe(findNodeType(name.replace('db.', 'cache.'))?.maxmemoryBytes);
  }
  expect(findMemoryDbNodeType('db.r7g.large')?.multiRegion).toBe(false);
  expect(findMemoryDbNodeType('db.r7g.xlarge')?.multiRegion).toBe(true);
});
