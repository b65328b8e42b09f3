import type { SelfManagedPlanNode } from '../../core/plan/nodes';
import type { Renderer } from '../context';

const notRendered = ({ kind }: SelfManagedPlanNode): never => {
  throw new Error(`${kind} is not rendered yet`);
};

/** Kinds of self-managed topologies. */
export const SELF_MANAGED_RENDERERS = {
  privateZone: notRendered,
  nodeFirewall: notRendered,
  generatedSecret: notRendered,
  certificateAuthority: notRendered,
  backupBucket: notRendered,
  bootScripts: notRendered,
  redisNode: notRendered,
} satisfies { readonly [K in SelfManagedPlanNode['kind']]: Renderer<K> };
