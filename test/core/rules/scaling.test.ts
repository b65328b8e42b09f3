import { validate } from '../../../lib/core/validate';
import { said, sharded } from './support';

/** Nothing at all may be said. */
const anyCode: string[] = [];

describe('scaling rules refuse', () => {
  const table: [code: string, what: string, blueprint: object, findings: string[]][] = [
    [
      'RB470',
      'bounds in the wrong order',
      { ...sharded, shardScaling: { min: 8, max: 4 } },
      ['error: `shardScaling.min` must not be above `shardScaling.max`, got 8 and 4; swap the two, or raise `max` [RB470]'],
    ],
    [
      'RB470',
      'a lower bound of 0',
      { ...sharded, replicaScaling: { min: 0, max: 2 } },
      ['error: `replicaScaling.min` must be at least 1, got 0; set it to 1 or more [RB470]'],
    ],
    [
      'RB470',
      'too many shards',
      { ...sharded, shardScaling: { min: 3, max: 501 } },
      ['error: `shardScaling.max` must be at most 500, got 501; lower it [RB470]'],
    ],
    [
      'RB470',
      'too many replicas',
      { ...sharded, replicaScaling: { min: 1, max: 6 } },
      ['error: `replicaScaling.max` must be at most 5, got 6; lower it [RB470]'],
    ],
    [
      'RB471',
      'a target too low',
      { ...sharded, shardScaling: { min: 3, max: 6, targetPercent: 20 } },
      ['error: `shardScaling.targetPercent` must be from 35 to 70, got 20; remove it to get the default [RB471]'],
    ],
    [
      'RB471',
      'a target too high',
      { ...sharded, replicaScaling: { min: 1, max: 3, targetPercent: 90 } },
      ['error: `replicaScaling.targetPercent` must be from 35 to 70, got 90; remove it to get the default [RB471]'],
    ],
    [
      'RB472',
      'replicas by memory',
      { ...sharded, replicaScaling: { min: 1, max: 3, metric: 'memory' } },
      ['error: `replicaScaling.metric` must be engine-cpu, got memory; use `shardScaling` to follow memory [RB472]'],
    ],
    [
      'RB473',
      'named shards',
      { ...sharded, shardCount: undefined, shards: [{ id: '0001' }, { id: '0002' }], shardScaling: { min: 2, max: 4 } },
      ['error: `shardScaling` must not be stated together with `shards`, got both; state `shardCount` instead of `shards`, or remove `shardScaling` [RB473]'],
    ],
    [
      'RB474',
      'too few shards',
      { ...sharded, shardScaling: { min: 5, max: 8 } },
      ['warning: `shardCount` should be from 5 to 8, the bounds of `shardScaling`, got 3; begin with 5 [RB474]'],
    ],
    [
      'RB474',
      'too many replicas',
      { ...sharded, replicasPerShard: 3, replicaScaling: { min: 1, max: 2 } },
      ['warning: `replicasPerShard` should be from 1 to 2, the bounds of `replicaScaling`, got 3; begin with 2 [RB474]'],
    ],
    [
      'RB475',
      'shards that may exceed the quota',
      { ...sharded, shardScaling: { min: 3, max: 60 } },
      ['warning: `shardScaling.max` lets the cache grow to 120 nodes, more than the default quota of 90 in one cluster; lower it, or have the quota raised [RB475]'],
    ],
    [
      'RB475',
      'replicas that may exceed the quota',
      { ...sharded, shardCount: 20, replicaScaling: { min: 1, max: 4 } },
      ['warning: `replicaScaling.max` lets the cache grow to 100 nodes, more than the default quota of 90 in one cluster; lower it, or have the quota raised [RB475]'],
    ],
    [
      'RB476',
      'a negative cooldown',
      { ...sharded, shardScaling: { min: 3, max: 6, scaleInCooldownSeconds: -1 } },
      ['error: `shardScaling.scaleInCooldownSeconds` must be 0 or more, got -1; remove it to get 900 [RB476]'],
    ],
  ];
  test.each(table)('%s: %s', (code, _, blueprint, findings) => {
    expect(said(code, blueprint)).toEqual(findings);
  });
});

describe('scaling rules accept', () => {
  const table: [what: string, blueprint: object, codes: string[]][] = [
    ['shards by memory and replicas by CPU', { ...sharded, shardScaling: { min: 3, max: 6, metric: 'memory' }, replicaScaling: { min: 1, max: 3 } }, anyCode],
    ['targets at the ends of the range', { ...sharded, shardScaling: { min: 3, max: 6, targetPercent: 35 }, replicaScaling: { min: 1, max: 3, targetPercent: 70 } }, anyCode],
  ];
  test.each(table)('%s', (_, blueprint, codes) => {
    const found = validate(blueprint).map(({ code }) => code);
    expect(found.filter((code) => codes.length === 0 || codes.includes(code))).toEqual([]);
  });
});
