import { formatFinding } from '../../lib/core/finding';
import { validateTogether } from '../../lib/core/validate-together';
import { replicated, sharded } from './rules/support';

function lines(...blueprints: unknown[]): string[] {
  return validateTogether(blueprints).map((finding) => `${finding.severity}: ${finding.path.join('.')}: ${formatFinding(finding)}`);
}

const other = { ...replicated, name: 'carts' };

describe('several blueprints', () => {
  test('that have nothing in common', () => {
    expect(lines(replicated, sharded, other)).toEqual([]);
  });

  test('with one cache id', () => {
    expect(lines(replicated, { ...other, cacheId: 'Sessions', access: { userGroup: { id: 'people', engine: 'valkey' } } })).toEqual([
      'error: 1.cacheId: blueprint "carts" has the cache id "sessions", which blueprint "sessions" has too; state another `cacheId` [RB450]',
    ]);
  });

  test('with one name', () => {
    expect(lines(replicated, { ...replicated, cacheId: 'sessions-two' })).toEqual([
      'error: 1.name: blueprint "sessions" has the name "sessions", which blueprint "sessions" has too; rename one of them [RB451]',
    ]);
  });

  test('with one name in two regions', () => {
    expect(lines(replicated, { ...replicated, region: 'us-east-1' })).toEqual([]);
  });

  test('with one user id', () => {
    const access = { users: [{ name: 'web', userId: 'sessions-web', can: ['read'], keys: ['*'] }] };
    expect(lines(replicated, { ...other, access })).toEqual([
      'error: 1.access.users.0: blueprint "carts" has the user id "sessions-web", which blueprint "sessions" has too; state another `userId` [RB452]',
    ]);
  });

  test('with more nodes than a region has by default', () => {
    const caches = Array.from({ length: 4 }, (_, index) => ({ ...sharded, name: `catalog-${index}`, shardCount: 40 }));
    expect(lines(...caches)).toEqual([
      'warning: : 4 blueprints make 320 nodes in eu-central-1, more than the default quota of 300; have the quota raised first, or use another account or region [RB455]',
    ]);
  });

  describe('with ids of the same words', () => {
    const feed = { ...sharded, name: 'feed', shardCount: 80 };
    const warning = (other: string): string =>
      `warning: 0.cacheId: the dashboard of "feed" searches for the words of its id, which nodes of "${other}" have too; state a \`cacheId\` whose words no other cache has in a row, or read the full names in the legend [RB456]`;

    test.each(['feed-staging', 'my-feed', 'feed2', 'my-feed-2'])('%s', (name) => {
      expect(lines(feed, { ...replicated, name })).toEqual([warning(name)]);
    });

    test.each(['feeds', 'newsfeed', 'fe-ed'])('but not as words: %s', (name) => {
      expect(lines(feed, { ...replicated, name })).toEqual([]);
    });

    test('that are searched for by shard meet only at the end', () => {
      const smaller = { ...feed, shardCount: 50 };
      expect(lines(smaller, { ...replicated, name: 'feed-staging' })).toEqual([]);
      expect(lines(smaller, { ...replicated, name: 'my-feed' })).toEqual([warning('my-feed')]);
    });

    test('is accepted where nothing is searched for, or nothing else stands in the region', () => {
      const other = { ...replicated, name: 'my-feed' };
      expect(lines({ ...feed, shardCount: 6 }, other)).toEqual([]);
      expect(lines({ ...feed, monitoring: { dashboard: false } }, other)).toEqual([]);
      expect(lines(feed, { ...other, region: 'us-east-1' })).toEqual([]);
      expect(lines({ ...feed, acknowledge: [{ code: 'RB456', reason: 'the legend tells' }] }, other)).toEqual([warning('my-feed')]);
    });
  });

  test('with more users than a region has by default', () => {
    const users = Array.from({ length: 100 }, (_, index) => ({ name: `u${index}`, can: ['read'], keys: ['*'] }));
    const caches = Array.from({ length: 21 }, (_, index) => ({ ...replicated, name: `cache-${index}`, access: { users } }));
    expect(lines(...caches)).toEqual([
      'warning: : 21 blueprints make 2100 users in eu-central-1, more than the default quota of 2000; have the quota raised first, or use another account or region [RB453]',
    ]);
  });

  test('with more groups than a region has by default', () => {
    const caches = Array.from({ length: 201 }, (_, index) => ({ ...replicated, name: `cache-${index}`, replicas: 0 }));
    expect(lines(...caches)).toEqual([
      'warning: : 201 blueprints make 201 user groups in eu-central-1, more than the default quota of 200; have the quota raised first, or use another account or region [RB454]',
    ]);
  });

  test('whose warning one of them acknowledges', () => {
    const caches = Array.from({ length: 4 }, (_, index) => ({ ...sharded, name: `catalog-${index}`, shardCount: 40, acknowledge: [{ code: 'RB455', reason: 'raised to 500' }] }));
    expect(validateTogether(caches).map(({ acknowledged }) => acknowledged)).toEqual(['raised to 500']);
  });

  test('of which one has the wrong shape', () => {
    expect(lines(replicated, { kind: 'banana' }, null)).toEqual([]);
  });
});
