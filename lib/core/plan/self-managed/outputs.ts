import type { ResolvedNode, ResolvedSelfManagedBlueprint } from '../../blueprint/resolve-self-managed';
import { SELF_MANAGED_IDS } from '../ids';
import type { GeneratedSecret, PlanOutput } from '../nodes';

/** What an application team needs to connect: where to ask for the primary or the slots, and where each user's password is. */
export function planSelfManagedOutputs(resolved: ResolvedSelfManagedBlueprint, secrets: readonly GeneratedSecret[]): PlanOutput[] {
  const applications = new Set(resolved.users.map(({ name }) => name));
  return [
    ...addressesOf(resolved),
    output('node-firewall', 'Security group of the nodes', { of: SELF_MANAGED_IDS.firewall, attribute: 'id' }),
    output('backups', 'Bucket that holds the backups', { of: SELF_MANAGED_IDS.backups, attribute: 'id' }),
    ...secrets
      .filter(({ user }) => applications.has(user) || user === 'operator')
      .map(({ id, user }) => output(id, `Secret with the name and password of ${user}`, { of: id, attribute: 'secretArn' })),
  ];
}

function addressesOf(resolved: ResolvedSelfManagedBlueprint): PlanOutput[] {
  const { port } = resolved;
  const named = (nodes: readonly ResolvedNode[], onPort: number): string => nodes.map(({ host }) => `${host}:${onPort}`).join(',');
  if (resolved.kind === 'cluster') {
    return [output('seed-nodes', 'Nodes that cluster clients learn the shards from, over TLS', { text: named(resolved.nodes, port) })];
  }
  return [
    output('sentinels', 'Sentinels that clients ask for the primary, over TLS', { text: named(resolved.nodes.filter(({ duty }) => duty !== 'data'), resolved.sentinels.port) }),
    output('primary-name', 'Name that the Sentinels know the primary by', { text: resolved.primaryName }),
    output('data-nodes', 'Data nodes, over TLS; which one is the primary is for the Sentinels to say', { text: named(resolved.nodes.filter(({ duty }) => duty !== 'sentinel'), port) }),
  ];
}

function output(id: string, description: string, value: PlanOutput['value']): PlanOutput {
  return { kind: 'output', id: `output-${id}`, description, value };
}
