import { DEFAULTS } from '../../blueprint/defaults';
import type { ResolvedSelfManagedBlueprint } from '../../blueprint/resolve-self-managed';
import { serviceUsersOf } from '../../config';
import { NODE_IDS, SELF_MANAGED_IDS, secretId } from '../ids';
import type { BackupBucket, CertificateAuthority, EncryptionKey, GeneratedSecret, LogGroup, Network, NodeFirewall, PrivateZone } from '../nodes';
import { CLUSTER_BUS_OFFSET } from './ports';
import { IMAGE_SOURCES } from './infrastructure';

/** The key for volumes, secrets, backups, logs and notifications. */
export function planSelfManagedKey({ kmsKeyArn, cacheId, disposable }: ResolvedSelfManagedBlueprint): EncryptionKey {
  return {
    kind: 'encryptionKey',
    id: NODE_IDS.key,
    source:
      kmsKeyArn !== undefined
        ? { from: 'existing', arn: kmsKeyArn }
        : {
            from: 'new',
            alias: `alias/redis-blueprints/${cacheId}`,
            description: `Volumes, secrets, backups, logs and notifications of ${cacheId}`,
            rotation: true,
            usedBy: ['cloudwatch-alarms', 'cloudwatch-logs'],
            deletionWindowDays: DEFAULTS.kmsDeletionWindowDays,
            retain: !disposable,
          },
  };
}

/** One group for the journals of all nodes; each node has a stream of its own in it. */
export function planNodeLog({ cacheId, logRetentionDays, disposable }: ResolvedSelfManagedBlueprint): LogGroup {
  return {
    kind: 'logGroup',
    id: SELF_MANAGED_IDS.nodeLog,
    name: `/redis-blueprints/${cacheId}/node-log`,
    purpose: 'node-log',
    retentionDays: logRetentionDays,
    key: NODE_IDS.key,
    retain: !disposable,
  };
}

/** The network that exists, the names in it, and who may reach the nodes. */
export function planSelfManagedNetwork(resolved: ResolvedSelfManagedBlueprint): { network: Network; privateZone: PrivateZone; firewall: NodeFirewall } {
  const { network, cacheId, port } = resolved;
  const sentinelPorts = resolved.kind === 'sentinel' ? [resolved.sentinels.port] : [];
  const busPorts = resolved.kind === 'cluster' ? [port + CLUSTER_BUS_OFFSET] : [];
  return {
    network: { kind: 'network', id: NODE_IDS.network, source: { from: 'existing', vpcId: network.vpcId, subnetIds: network.subnets.map(({ subnetId }) => subnetId) } },
    privateZone: { kind: 'privateZone', id: SELF_MANAGED_IDS.privateZone, name: `${cacheId}.${network.domain}`, network: NODE_IDS.network },
    firewall: {
      kind: 'nodeFirewall',
      id: SELF_MANAGED_IDS.firewall,
      network: NODE_IDS.network,
      description: `Who may connect to ${cacheId}`,
      peerPorts: [port, ...sentinelPorts, ...busPorts],
      clientPorts: [port, ...sentinelPorts],
      outboundPorts: IMAGE_SOURCES[resolved.image].archivePorts,
      allowFromSecurityGroups: network.allowFromSecurityGroups ?? [],
      allowFromCidrs: network.allowFromCidrs ?? [],
    },
  };
}

/** One generated password for each ACL user, those of the deployment itself first. */
export function planSecrets(resolved: ResolvedSelfManagedBlueprint): GeneratedSecret[] {
  return [...serviceUsersOf(resolved), ...resolved.users].map(({ name }) => ({
    kind: 'generatedSecret',
    id: secretId(name),
    user: name,
    secretName: `redis-blueprints/${resolved.cacheId}/${name}`,
    passwordLength: DEFAULTS.generatedPasswordLength,
    key: NODE_IDS.key,
    recoveryWindowDays: recoveryWindowOf(resolved),
  }));
}

/** Below a folder of its own: names of users hold no slash, so that no user's secret can meet it. */
export function planAuthority(resolved: ResolvedSelfManagedBlueprint): CertificateAuthority {
  const secretArn = resolved.certificates.authoritySecretArn;
  return {
    kind: 'certificateAuthority',
    id: SELF_MANAGED_IDS.authority,
    source:
      secretArn !== undefined
        ? { from: 'existing', secretArn }
        : { from: 'generated', secretName: `redis-blueprints/${resolved.cacheId}/tls/authority`, key: NODE_IDS.key, recoveryWindowDays: recoveryWindowOf(resolved) },
  };
}

/** Where backups go. */
export function planBackups({ backup, disposable }: ResolvedSelfManagedBlueprint): BackupBucket {
  return {
    kind: 'backupBucket',
    id: SELF_MANAGED_IDS.backups,
    key: NODE_IDS.key,
    retentionDays: backup.retentionDays,
    ...(backup.copyToBucketArn === undefined ? {} : { copyToBucketArn: backup.copyToBucketArn }),
    ...(backup.copyKeyArn === undefined ? {} : { copyKeyArn: backup.copyKeyArn }),
    retain: !disposable,
  };
}

function recoveryWindowOf({ disposable }: ResolvedSelfManagedBlueprint): number {
  return disposable ? 0 : DEFAULTS.secretRecoveryWindowDays;
}
