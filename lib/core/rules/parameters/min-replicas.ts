import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { counted } from '../wording';

const NAMES = ['min-replicas-to-write', 'min-slaves-to-write'];

export const minReplicas: Rule = {
  code: 'RB132',
  name: 'min-replicas',
  severity: 'error',
  title: 'Writes need fewer replicas than there are.',
  why: 'With more than there are every write is refused; with as many, every failover and every replaced replica stops writes.',
  source: PAGES.elasticache.parameters,
  check: ({ blueprint: { parameters = {} }, resolved: { replicasPerShard } }) =>
    NAMES.flatMap((name) => {
      const needed = Number(parameters[name] ?? 0);
      if (!(needed > 0) || needed < replicasPerShard) return [];
      const path = ['parameters', name];
      return needed > replicasPerShard
        ? [hit(path, `must not be above the ${counted(replicasPerShard, 'replica')} of a shard, got ${needed}`, 'lower it, or add replicas', needed)]
        : [{ ...hit(path, `should be below the ${counted(replicasPerShard, 'replica')} of a shard, got ${needed}: losing one stops writes`, 'lower it, or add a replica', needed), severity: 'warning' as const }];
    }),
};
