import { formatFinding } from '../../../lib/core/finding';
import { validateTogether } from '../../../lib/core/validate-together';
import { cluster, sentinel } from './self-managed-support';
import { replicated } from './support';

const said = (...blueprints: object[]): string[] => validateTogether(blueprints).map(formatFinding);
const elsewhere = { ...sentinel, name: 'others', cacheId: 'sessions', region: 'eu-west-1' };

test('Sentinels of two regions must not share the name of a set', () => {
  expect(said(sentinel, elsewhere)).toEqual(['blueprint "others" has the primary name "sessions", which blueprint "sessions" has too; state another `cacheId` [RB598]']);
});

test('in one region the cache id says it, and says it once', () => {
  expect(said(sentinel, { ...elsewhere, region: sentinel.region })).toEqual(['blueprint "others" has the cache id "sessions", which blueprint "sessions" has too; state another `cacheId` [RB450]']);
});

test('a self-managed and a managed deployment share ids neither', () => {
  expect(said(sentinel, { ...replicated, name: 'web', cacheId: 'sessions' })).toHaveLength(1);
});

test('quotas of ElastiCache do not count nodes of one\'s own', () => {
  const clusters = Array.from({ length: 60 }, (_, index) => ({ ...cluster, name: `events-${index}` }));
  expect(said(...clusters)).toEqual([]);
});
