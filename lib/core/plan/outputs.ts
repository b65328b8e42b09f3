import { NODE_IDS } from './ids';
import type { AccessUser, ManagedCache, PlanOutput } from './nodes';

/** What an application team needs to connect: endpoints, port, and where each user's secret is. */
export function planOutputs(cache: ManagedCache, users: readonly AccessUser[]): PlanOutput[] {
  const output = (id: string, description: string, value: PlanOutput['value']): PlanOutput => ({ kind: 'output', id: `output-${id}`, description, value });
  const endpoints =
    cache.topology.mode === 'sharded'
      ? [output('configuration-endpoint', 'Endpoint for cluster clients, which learn the shards from it', { of: NODE_IDS.cache, attribute: 'configurationEndpoint' })]
      : [
          output('primary-endpoint', 'Endpoint for writes; follows the primary through failovers', { of: NODE_IDS.cache, attribute: 'primaryEndpoint' }),
          ...(cache.topology.replicas > 0
            ? [output('reader-endpoint', 'Endpoint for reads that may lag; spread over the replicas', { of: NODE_IDS.cache, attribute: 'readerEndpoint' })]
            : []),
        ];
  const secrets = users
    .filter((user) => user.authentication.method === 'password')
    .map((user) => output(`secret-${user.id}`, `Secret with the name and password of ${user.userName}`, { of: user.id, attribute: 'secretArn' }));
  return [...endpoints, output('port', 'Port of every endpoint', { of: NODE_IDS.cache, attribute: 'port' }), ...secrets];
}
