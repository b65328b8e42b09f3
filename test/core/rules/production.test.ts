import { validate } from '../../../lib/core/validate';
import { replicated, said, sharded } from './support';

describe('production rules refuse', () => {
  const table: [code: string, what: string, blueprint: object, findings: string[]][] = [
    [
      'RB420',
      'no replica',
      { ...replicated, replicas: 0 },
      ['warning: `replicas` should be at least 1 in production, got 0; remove it to get one replica [RB420]'],
    ],
    [
      'RB420',
      'shards without replicas',
      { ...sharded, replicasPerShard: 0 },
      ['warning: `replicasPerShard` should be at least 1 in production, got 0; remove it to get one replica [RB420]'],
    ],
    [
      'RB421',
      'one zone',
      { ...replicated, multiAz: false },
      ['warning: `multiAz` should be true in production, got false; remove it [RB421]'],
    ],
    [
      'RB422',
      'no failover',
      { ...replicated, multiAz: false, automaticFailover: false },
      ['warning: `automaticFailover` should be true in production, got false; remove it [RB422]'],
    ],
  ];
  test.each(table)('%s: %s', (code, _, blueprint, findings) => {
    expect(said(code, blueprint)).toEqual(findings);
  });
});

describe('production rules accept', () => {
  const table: [what: string, blueprint: object, codes: string[]][] = [
    ['one node in development', { ...replicated, environment: 'development', replicas: 0 }, ['RB420', 'RB421', 'RB422']],
    ['one zone in staging', { ...replicated, environment: 'staging', multiAz: false, automaticFailover: false }, ['RB420', 'RB421', 'RB422']],
  ];
  test.each(table)('%s', (_, blueprint, codes) => {
    const found = validate(blueprint).map(({ code }) => code);
    expect(found.filter((code) => codes.includes(code))).toEqual([]);
  });
});
