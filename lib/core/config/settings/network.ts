import type { ResolvedNode, ResolvedSelfManaged } from '../../blueprint/resolve-self-managed';
import { TCP_BACKLOG } from '../kernel-settings';
import { maxClients } from '../max-clients';
import { addressOf, PLACES } from '../placeholders';
import type { Setting } from '../render';

/** Where a data node listens and under which address others know it. */
export function networkSettings(resolved: ResolvedSelfManaged, node: ResolvedNode): readonly Setting[] {
  const address = addressOf(node.name);
  return [
    { directive: 'port', value: 0, reason: 'plaintext is never offered' },
    { directive: 'tls-port', value: resolved.port, reason: 'TLS alone' },
    { directive: 'bind', value: [address, PLACES.loopback], reason: 'no other interface of the machine answers' },
    { directive: 'bind-source-addr', value: address, reason: 'others know the node by this address, and firewalls expect it', whereKnown: true },
    { directive: 'tcp-backlog', value: TCP_BACKLOG, reason: 'every client reconnects at once after a failover' },
    { directive: 'maxclients', value: maxClients(resolved), reason: 'a leak of connections must not use up the node\'s memory' },
  ];
}
