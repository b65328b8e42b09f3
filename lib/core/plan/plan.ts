import type { Blueprint } from '../blueprint';
import type { Environment, WorkloadPreset } from '../blueprint';
import type { Finding } from '../finding';
import type { NodeId, NodeOfKind, PlanNode } from './nodes';

/** What will exist, in Redis vocabulary: plain data, the same for every reader. */
export interface Plan {
  /** Version of this shape; raised when a reader would misread an older plan. */
  readonly schemaVersion: 1;
  /** Identity of the deployment; names the stack. */
  readonly id: string;
  readonly name: string;
  readonly kind: Blueprint['kind'];
  readonly environment: Environment;
  readonly workload: WorkloadPreset;
  readonly region?: string;
  /** Tags of every resource. */
  readonly tags: { readonly [key: string]: string };
  /** In an order in which each node only refers to earlier ones. */
  readonly nodes: readonly PlanNode[];
  /** Warnings and infos that remain, acknowledged ones included. */
  readonly findings: readonly Finding[];
  /** What the plan takes for granted, for reports. */
  readonly assumptions: readonly string[];
}

/** The node with this id and kind; throws when there is none, which is a defect of the planner. */
export function nodeById<K extends PlanNode['kind']>(plan: Plan, kind: K, id: NodeId): NodeOfKind<K> {
  const node = plan.nodes.find((candidate) => candidate.id === id);
  if (node === undefined || node.kind !== kind) throw new Error(`plan ${plan.id} has no ${kind} "${id}"`);
  return node as NodeOfKind<K>;
}

/** All nodes of a kind, in plan order. */
export function nodesOfKind<K extends PlanNode['kind']>(plan: Plan, kind: K): NodeOfKind<K>[] {
  return plan.nodes.filter((node): node is NodeOfKind<K> => node.kind === kind);
}

/** The one managed cache of a plan; throws when the plan's kind has none. */
export function managedCacheOf(plan: Plan): NodeOfKind<'managedCache'> {
  const [cache] = nodesOfKind(plan, 'managedCache');
  if (cache === undefined) throw new Error(`plan ${plan.id} of kind ${plan.kind} has no managed cache`);
  return cache;
}
