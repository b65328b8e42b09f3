import { validate } from '../../../lib/core/validate';
import { replicated, said, sharded } from './support';

describe('quotas rules refuse', () => {
  const table: [code: string, what: string, blueprint: object, findings: string[]][] = [
    [
      'RB440',
      'more nodes than the default quota',
      { ...sharded, shardCount: 50 },
      ['warning: `shardCount` makes 100 nodes, more than the default quota of 90 in one cluster; have the quota raised before the deployment, or use fewer, larger nodes [RB440]'],
    ],
    [
      'RB440',
      'more nodes than the service allows',
      { ...sharded, shardCount: 300 },
      ['error: `shardCount` must make at most 500 nodes, got 600; use fewer shards or replicas on larger nodes [RB440]'],
    ],
    [
      'RB441',
      '101 users',
      { ...replicated, access: { users: Array.from({ length: 101 }, (_, index) => ({ name: `u${index}`, can: ['read'], keys: ['*'] })) } },
      ['error: `access.users` must be at most 100 users for valkey, got 101; share users between clients with the same rights [RB441]'],
    ],
    [
      'RB441',
      '100 users on Redis, whose group also holds the default user',
      { ...replicated, engine: 'redis', access: { users: Array.from({ length: 100 }, (_, index) => ({ name: `u${index}`, can: ['read'], keys: ['*'] })) } },
      ['error: `access.users` must be at most 99 users for redis, got 100; share users between clients with the same rights [RB441]'],
    ],
  ];
  test.each(table)('%s: %s', (code, _, blueprint, findings) => {
    expect(said(code, blueprint)).toEqual(findings);
  });
});

describe('quotas rules accept', () => {
  const table: [what: string, blueprint: object, codes: string[]][] = [
    ['90 nodes', { ...sharded, shardCount: 45 }, ['RB440']],
    ['100 users on Valkey', { ...replicated, access: { users: Array.from({ length: 100 }, (_, index) => ({ name: `u${index}`, can: ['read'], keys: ['*'] })) } }, ['RB441']],
  ];
  test.each(table)('%s', (_, blueprint, codes) => {
    const found = validate(blueprint).map(({ code }) => code);
    expect(found.filter((code) => codes.includes(code))).toEqual([]);
  });
});
