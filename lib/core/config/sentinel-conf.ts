import type { ResolvedNode, ResolvedSentinel } from '../blueprint/resolve-self-managed';
import { SENTINEL_DEFAULTS } from '../catalog/directives';
import { ConfigDefect } from './defect';
import { ACL_FILES, addressOf, passwordOf, PLACES } from './placeholders';
import { sha1 } from './sha1';
import { TLS_SETTINGS } from './settings/tls';
import { renderSettings } from './render';

/** Name of the data node that is the primary of a new deployment. */
export function firstPrimaryOf(resolved: Pick<ResolvedSentinel, 'nodes'>): string {
  const found = resolved.nodes.find(({ duty, ordinal }) => duty !== 'sentinel' && ordinal === 1);
  if (found === undefined) throw new ConfigDefect('no data node');
  return found.name;
}

/** Identity of a Sentinel: follows from names, so that a replaced one is not counted as one more, which would raise the majority for ever. */
export function sentinelId(resolved: Pick<ResolvedSentinel, 'cacheId'>, node: Pick<ResolvedNode, 'name'>): string {
  return sha1(`redis-blueprints/${resolved.cacheId}/${node.name}`);
}

/**
 * First `sentinel.conf` of a Sentinel. Sentinel writes what it learns into the file, so it is never rendered over an existing one.
 * @see https://valkey.io/topics/sentinel/
 */
export function renderSentinelConf(resolved: ResolvedSentinel, node: ResolvedNode): string {
  if (node.duty === 'data') throw new ConfigDefect(`node ${node.name} runs no Sentinel`);
  const { primaryName, sentinels } = resolved;
  const settings = renderSettings(resolved, [
    { directive: 'port', value: 0, reason: 'plaintext is never offered' },
    { directive: 'tls-port', value: sentinels.port, reason: 'TLS alone' },
    { directive: 'bind', value: [addressOf(node.name), PLACES.loopback], reason: 'no other interface of the machine answers' },
    { directive: 'bind-source-addr', value: addressOf(node.name), reason: 'others know the node by this address', whereKnown: true },
    { directive: 'protected-mode', value: true, reason: 'a second lock, should the ACL file ever let the default user in' },
    ...TLS_SETTINGS,
    { directive: 'tls-replication', value: true, reason: 'decides that connections to data nodes and other Sentinels use TLS' },
    { directive: 'aclfile', value: `${PLACES.run}/${ACL_FILES.sentinel}`, reason: 'users are rendered anew at every start, unlike this file' },
    { directive: 'acllog-max-len', value: SENTINEL_DEFAULTS.aclLogMaxLen, reason: 'refused commands stay visible' },
    { directive: 'dir', value: PLACES.dir, reason: 'on the volume that survives the instance' },
    { directive: 'supervised', value: 'systemd', reason: 'systemd knows when it is ready' },
    { directive: 'loglevel', value: 'notice', reason: 'failovers without noise' },
  ]);
  const own = [
    'deny-scripts-reconfig yes',
    'resolve-hostnames no',
    'announce-hostnames no',
    `announce-ip ${addressOf(node.name)}`,
    `announce-port ${sentinels.port}`,
    `myid ${sentinelId(resolved, node)}`,
    'sentinel-user sentinel',
    `sentinel-pass ${passwordOf('sentinel')}`,
    `monitor ${primaryName} ${addressOf(firstPrimaryOf(resolved))} ${resolved.port} ${sentinels.quorum}`,
    `auth-user ${primaryName} sentinel`,
    `auth-pass ${primaryName} ${passwordOf('sentinel')}`,
    `down-after-milliseconds ${primaryName} ${sentinels.downAfterMs}`,
    `failover-timeout ${primaryName} ${sentinels.failoverTimeoutMs}`,
    // One replica after the other loads the new primary's data; the others keep serving.
    `parallel-syncs ${primaryName} 1`,
  ];
  return `${settings}${own.map((words) => `sentinel ${words}\n`).join('')}`;
}
