import { isArm } from '../../blueprint/resolve-self-managed';
import type { ResolvedNode, ResolvedSelfManagedBlueprint } from '../../blueprint/resolve-self-managed';
import { SELF_MANAGED_DEFAULTS } from '../../blueprint/self-managed-defaults';
import { usersOn, volumeSizeGiB } from '../../config';
import { bootFilesOf } from '../../config/boot';
import { SELF_MANAGED_NAMESPACE } from '../../monitoring/self-managed-metrics';
import { NODE_IDS, redisNodeId, secretId, SELF_MANAGED_IDS } from '../ids';
import type { RedisNode } from '../nodes';

/** One node of the plan for each machine; everything about it follows from names, so that no other machine's fate can move it. */
export function planRedisNodes(resolved: ResolvedSelfManagedBlueprint): RedisNode[] {
  return resolved.nodes.map((node) => planNode(resolved, node));
}

function planNode(resolved: ResolvedSelfManagedBlueprint, node: ResolvedNode): RedisNode {
  const instanceType = instanceTypeOf(resolved, node);
  const { files, command, stopTimeoutSeconds } = bootFilesOf(resolved, node);
  return {
    kind: 'redisNode',
    id: redisNodeId(node.name),
    name: node.name,
    duty: node.duty,
    ...(node.shard === undefined ? {} : { shard: node.shard }),
    host: node.host,
    zone: node.subnet.availabilityZone,
    subnetId: node.subnet.subnetId,
    instanceType,
    architecture: isArm(instanceType) ? 'arm64' : 'x86_64',
    image: resolved.image,
    firewall: SELF_MANAGED_IDS.firewall,
    privateZone: SELF_MANAGED_IDS.privateZone,
    volume: { sizeGiB: volumeSizeGiB(resolved, node), ...speedOf(resolved, node), key: NODE_IDS.key, retain: !resolved.disposable },
    secrets: usersOn(resolved, node).map(secretId),
    authority: SELF_MANAGED_IDS.authority,
    ...(node.duty === 'sentinel' ? {} : { backups: SELF_MANAGED_IDS.backups }),
    logGroup: SELF_MANAGED_IDS.nodeLog,
    metricNamespace: SELF_MANAGED_NAMESPACE,
    bootFiles: files,
    bootCommand: command,
    stopTimeoutSeconds,
  };
}

/** Instance type of a node: Sentinels on nodes of their own need next to nothing. */
export function instanceTypeOf(resolved: ResolvedSelfManagedBlueprint, { duty }: Pick<ResolvedNode, 'duty'>): string {
  return duty === 'sentinel' && resolved.kind === 'sentinel' ? resolved.sentinels.instanceType : resolved.instanceType;
}

/** What is stated is meant for data; a Sentinel writes a few lines a day. */
function speedOf(resolved: ResolvedSelfManagedBlueprint, { duty }: ResolvedNode): { iops: number; throughputMiBps: number } {
  const { iops, throughputMiBps } = duty === 'sentinel' ? SELF_MANAGED_DEFAULTS.volume : resolved.dataVolume;
  return { iops, throughputMiBps };
}
