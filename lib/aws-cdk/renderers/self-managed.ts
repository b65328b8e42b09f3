import type { SelfManagedPlanNode } from '../../core/plan/nodes';
import type { Renderer } from '../render-context';
import { renderBackupBucket } from './backup-bucket';
import { renderBootScripts } from './boot-scripts';
import { renderCertificateAuthority } from './certificate-authority';
import { renderGeneratedSecret } from './generated-secret';
import { renderNodeFirewall } from './node-firewall';
import { renderPrivateZone } from './private-zone';
import { renderRedisNode } from './redis-node';

/** Kinds of self-managed topologies. */
export const SELF_MANAGED_RENDERERS = {
  privateZone: renderPrivateZone,
  nodeFirewall: renderNodeFirewall,
  generatedSecret: renderGeneratedSecret,
  certificateAuthority: renderCertificateAuthority,
  backupBucket: renderBackupBucket,
  bootScripts: renderBootScripts,
  redisNode: renderRedisNode,
} satisfies { readonly [K in SelfManagedPlanNode['kind']]: Renderer<K> };
