import type { PlanNode } from '../../core/plan/nodes';
import type { RenderContext, Renderer, Renderers } from '../context';
import { renderAccessGroup } from './access-group';
import { renderAccessUser } from './access-user';
import { renderAlarm } from './alarm';
import { renderBackupBucket } from './backup-bucket';
import { renderBootScripts } from './boot-scripts';
import { renderCacheScaling } from './cache-scaling';
import { renderCertificateAuthority } from './certificate-authority';
import { renderCompositeAlarm } from './composite-alarm';
import { renderDashboard } from './dashboard';
import { renderEncryptionKey } from './encryption-key';
import { renderFirewall } from './firewall';
import { renderGeneratedSecret } from './generated-secret';
import { renderLogGroup } from './log-group';
import { renderManagedCache } from './managed-cache';
import { renderNetwork } from './network';
import { renderNodeFirewall } from './node-firewall';
import { renderNotificationTopic } from './notification-topic';
import { renderOutput } from './output';
import { renderParameterGroup } from './parameter-group';
import { renderPrivateZone } from './private-zone';
import { renderRedisNode } from './redis-node';
import { renderSubnetGroup } from './subnet-group';

/** One renderer for every kind of plan node; a kind without one does not compile. */
export const RENDERERS = {
  network: renderNetwork,
  firewall: renderFirewall,
  subnetGroup: renderSubnetGroup,
  encryptionKey: renderEncryptionKey,
  parameterGroup: renderParameterGroup,
  logGroup: renderLogGroup,
  accessUser: renderAccessUser,
  accessGroup: renderAccessGroup,
  managedCache: renderManagedCache,
  cacheScaling: renderCacheScaling,
  notificationTopic: renderNotificationTopic,
  alarm: renderAlarm,
  compositeAlarm: renderCompositeAlarm,
  dashboard: renderDashboard,
  output: renderOutput,
  privateZone: renderPrivateZone,
  nodeFirewall: renderNodeFirewall,
  generatedSecret: renderGeneratedSecret,
  certificateAuthority: renderCertificateAuthority,
  backupBucket: renderBackupBucket,
  bootScripts: renderBootScripts,
  redisNode: renderRedisNode,
} satisfies Renderers;

/** Renders every node of the context's plan, in plan order, in which nodes only refer to earlier ones. */
export function renderPlan(context: RenderContext): void {
  for (const node of context.plan.nodes) renderNode(node.kind, node, context);
}

function renderNode<K extends PlanNode['kind']>(kind: K, node: PlanNode, context: RenderContext): void {
  // The compiler cannot see that a node's kind picks its own renderer out of the table.
  const renderer = RENDERERS[kind] as unknown as Renderer<K>;
  const own = node as Parameters<Renderer<K>>[0];
  context.keep(own, renderer(own, context));
}
