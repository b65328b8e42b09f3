import { featureMinimum, featureSource, isKnownVersion, supportsFeature } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';

export const databasesInCluster: Rule = {
  code: 'RB133',
  name: 'databases-in-cluster',
  severity: 'warning',
  title: 'A sharded cache does not count on numbered databases.',
  why: 'With cluster mode, engines before Valkey 9.0 have database 0 alone and answer SELECT with an error; from 9.0 on `cluster-databases` counts.',
  source: featureSource('multiDatabaseCluster'),
  kinds: ['sharded'],
  check: ({ blueprint, resolved: { engine, version } }) => {
    const stated = blueprint.parameters?.databases;
    if (stated === undefined || Number(stated) <= 1 || !isKnownVersion('elasticache', engine, version)) return [];
    const remedy = supportsFeature('multiDatabaseCluster', engine, version)
      ? 'set `cluster-databases` instead'
      : `keep data apart by key prefixes, or use valkey ${featureMinimum('multiDatabaseCluster', 'valkey')}`;
    return [hit(['parameters', 'databases'], `has no effect with cluster mode, got ${String(stated)}`, remedy, stated)];
  },
};
