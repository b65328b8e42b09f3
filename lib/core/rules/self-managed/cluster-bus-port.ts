import { CLUSTER_BUS_OFFSET } from '../../plan/self-managed/ports';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

/** Of TCP. */
const LAST_PORT = 65_535;

export const clusterBusPort: SelfManagedRule = {
  code: 'RB525',
  name: 'cluster-bus-port',
  severity: 'error',
  looksAt: 'self-managed',
  title: "The port of the cluster bus exists: the engine's port and 10000.",
  why: 'Nodes talk to each other on that port and cannot be told another one by every version.',
  source: 'https://valkey.io/topics/cluster-tutorial/',
  check: ({ resolved: { kind, port } }) =>
    kind === 'cluster' && port >= 1 && port <= LAST_PORT && port + CLUSTER_BUS_OFFSET > LAST_PORT
      ? [hit(['port'], `must be at most ${LAST_PORT - CLUSTER_BUS_OFFSET} in a cluster, whose bus is ${CLUSTER_BUS_OFFSET} above it, got ${port}`, 'lower it', port)]
      : [],
};
