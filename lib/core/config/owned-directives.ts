const BY_FIELD: Readonly<Record<string, string>> = {
  port: 'state `port`',
  'tls-port': 'state `port`',
  appendonly: 'state `persistence.appendOnly`',
  'min-replicas-to-write': 'state `minReplicasToWrite`',
  'min-replicas-max-lag': 'state `minReplicasMaxLagSeconds`',
  'cluster-node-timeout': 'state `nodeTimeoutMs`',
  'cluster-require-full-coverage': 'state `requireFullCoverage`',
};

const BY_LIBRARY: ReadonlySet<string> = new Set([
  'aclfile', 'appenddirname', 'appendfilename', 'bind', 'bind-source-addr', 'cluster-config-file', 'cluster-enabled', 'cluster-port', 'daemonize', 'dbfilename', 'dir',
  'enable-debug-command', 'enable-module-command', 'enable-protected-configs', 'logfile', 'masterauth', 'masteruser', 'pidfile', 'primaryauth', 'primaryuser', 'protected-mode',
  'rdma-bind', 'rdma-port', 'replica-announce-ip', 'replica-announce-port', 'replicaof', 'slaveof', 'requirepass', 'supervised', 'unixsocket', 'unixsocketgroup', 'unixsocketperm',
]);

/** The way out for a directive that a blueprint's `directives` may not state; undefined for all others. */
export function ownedBy(directive: string): string | undefined {
  if (Object.hasOwn(BY_FIELD, directive)) return BY_FIELD[directive];
  const owned = BY_LIBRARY.has(directive) || directive.startsWith('tls-') || directive.startsWith('cluster-announce-');
  return owned ? 'remove it' : undefined;
}
