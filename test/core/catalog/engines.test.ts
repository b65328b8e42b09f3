import fc from 'fast-check';
import {
  compareVersions,
  engineVersions,
  engineVersionsSource,
  featureMinimum,
  featureSource,
  isKnownVersion,
  memoryDbParameterGroupFamily,
  parameterFamilies,
  parameterGroupFamily,
  supportSchedule,
  supportsFeature,
} from '../../../lib/core/catalog';
import type { EngineName, Feature, ManagedService } from '../../../lib/core/catalog';

const ENGINES: readonly EngineName[] = ['valkey', 'redis'];
const SERVICES: readonly ManagedService[] = ['elasticache', 'memorydb', 'serverless'];
const FEATURES: readonly Feature[] = [
  'tls', 'tlsModify', 'rbac', 'iamAuth', 'dataTiering', 'globalDatastore', 'json', 'vectorSearch', 'bloom', 'ipv6',
  'shardedPubSub', 'slowLog', 'engineLog', 'commandLog', 'autoScaling', 'clusterModeCompatible', 'durability',
  'multiDatabaseCluster',
];

const version = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));

describe('compareVersions', () => {
  test('is a total order', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0);
        expect(compareVersions(a, a)).toBe(0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) {
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test.each([
    ['7.2', '7.10', -1],
    ['8.0', '7.2', 1],
    ['7', '7.0', 0],
    ['6.x', '6.2', 1],
    ['6.x', '7.0', -1],
    ['5.0.6', '5.0', 1],
  ])('orders %s and %s', (a, b, expected) => {
    expect(compareVersions(a, b)).toBe(expected);
  });
});

describe('engine versions', () => {
  test.each(SERVICES.flatMap((service) => ENGINES.map((engine) => [service, engine] as const)))(
    '%s %s are listed oldest first and known',
    (service, engine) => {
      const versions = engineVersions(service, engine);
      expect(versions.length).toBeGreaterThan(0);
      expect([...versions].sort(compareVersions)).toEqual(versions);
      expect(versions.every((candidate) => isKnownVersion(service, engine, candidate))).toBe(true);
      expect(engineVersionsSource(service, engine)).toMatch(/^https:\/\//);
    },
  );

  test('an unknown version is not accepted', () => {
    expect(isKnownVersion('elasticache', 'valkey', '7.1')).toBe(false);
    expect(isKnownVersion('elasticache', 'redis', '7.2')).toBe(false);
    expect(isKnownVersion('elasticache', 'redis', '6.x')).toBe(true);
    expect(isKnownVersion('elasticache', 'valkey', '6.x')).toBe(false);
  });

  test('every version has a family that holds parameters', () => {
    for (const engine of ENGINES) {
      for (const candidate of engineVersions('elasticache', engine)) {
        expect(parameterFamilies()).toContain(parameterGroupFamily(engine, candidate));
      }
      for (const candidate of engineVersions('memorydb', engine)) {
        expect(parameterFamilies()).toContain(memoryDbParameterGroupFamily(engine, candidate));
      }
    }
  });

  test.each([
    ['redis', '5.0.6', 'redis5.0'],
    ['redis', '6.x', 'redis6.x'],
    ['redis', '7.1', 'redis7'],
    ['redis', '7.2', undefined],
    ['valkey', '7.2', 'valkey7'],
    ['valkey', '8.2', 'valkey8'],
    ['valkey', '9.1', 'valkey9'],
    ['valkey', '6.2', undefined],
  ] as const)('%s %s belongs to %s', (engine, candidate, family) => {
    expect(parameterGroupFamily(engine, candidate)).toBe(family);
  });
});

describe('features', () => {
  test.each(FEATURES)('%s begins with a version the service offers and names its page', (feature) => {
    expect(featureSource(feature)).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    for (const engine of ENGINES) {
      const minimum = featureMinimum(feature, engine);
      if (minimum !== undefined) {
        expect(engineVersions('elasticache', engine)).toContain(minimum);
      }
    }
  });

  test('once supported, always supported', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FEATURES), fc.constantFrom(...ENGINES), version, version, (feature, engine, a, b) => {
        const [older, newer] = compareVersions(a, b) <= 0 ? [a, b] : [b, a];
        expect(supportsFeature(feature, engine, older) && !supportsFeature(feature, engine, newer)).toBe(false);
      }),
    );
  });

  test('vector search and durability never came to Redis OSS', () => {
    expect(supportsFeature('vectorSearch', 'redis', '7.1')).toBe(false);
    expect(supportsFeature('durability', 'valkey', '9.0')).toBe(true);
    expect(supportsFeature('durability', 'valkey', '8.2')).toBe(false);
  });
});

test('Redis OSS 5 left standard support with January 2026; 7 has no end announced', () => {
  expect(supportSchedule('redis', '5.0.6')?.standardSupportEnd).toBe('2026-01-31');
  expect(supportSchedule('redis', '6.2')?.extendedSupportEnd).toBe('2030-01-31');
  expect(supportSchedule('redis', '7.1')).toBeUndefined();
  expect(supportSchedule('valkey', '7.2')).toBeUndefined();
});
