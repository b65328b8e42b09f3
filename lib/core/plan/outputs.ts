import { NODE_IDS } from './ids';
import type { AccessUser, ManagedCache, Network, NotificationTopic, PlanOutput } from './nodes';

/**
 * What an application team needs to connect (endpoints, port, the name or the secret of each user), and what other stacks refer to: the
 * security group to be let in by, the key to decrypt secrets with, topics to subscribe to, and a new network to peer with.
 */
export function planOutputs({ cache, users, network, topics }: { readonly cache: ManagedCache; readonly users: readonly AccessUser[]; readonly network: Network; readonly topics: readonly NotificationTopic[] }): PlanOutput[] {
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
  return [
    ...endpoints,
    output('port', 'Port of every endpoint', { of: NODE_IDS.cache, attribute: 'port' }),
    ...secrets,
    ...users.filter((user) => user.authentication.method === 'iam').map((user) => output(`iam-${user.id}`, `User id of ${user.userName}, to connect as with IAM`, { of: user.id, attribute: 'id' })),
    output('security-group', 'Security group of the cache, which lets clients in', { of: NODE_IDS.firewall, attribute: 'id' }),
    output('key', 'Key of data, logs and secrets', { of: NODE_IDS.key, attribute: 'arn' }),
    ...topics.filter(({ source }) => source.from === 'new').map(({ id }) => output(id, TOPICS[id] ?? 'Topic', { of: id, attribute: 'arn' })),
    ...networkOutputs(network),
  ];
}

const TOPICS: { readonly [id: string]: string } = {
  [NODE_IDS.topic]: 'Topic of the alarms',
  [NODE_IDS.eventsTopic]: 'Topic of the service\'s own events, such as failovers and maintenance',
};

function networkOutputs({ id, source }: Network): PlanOutput[] {
  if (source.from === 'existing') return [];
  return [
    output('vpc', 'VPC made for the cache', { of: id, attribute: 'id' }),
    output('subnets', 'Subnets of the cache, separated by commas', { of: id, attribute: 'subnetIds' }),
  ];
}

function output(id: string, description: string, value: PlanOutput['value']): PlanOutput {
  return { kind: 'output', id: `output-${id}`, description, value };
}
