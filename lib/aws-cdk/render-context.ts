import type { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { NodeId, NodeOfKind, PlanNode } from '../core/plan/nodes';
import type { Plan } from '../core/plan/plan';
import type { RenderedByKind } from './rendered';

/** Makes the resources of one plan node and returns what other renderers and the construct need of them. */
export type Renderer<K extends PlanNode['kind']> = (node: NodeOfKind<K>, context: RenderContext) => RenderedByKind[K];

/** Where resources are made, and how a renderer gets at what earlier nodes became. */
export interface RenderContext {
  readonly plan: Plan;
  /** Parent of every construct; construct ids below it are node ids. */
  readonly scope: Construct;
  readonly stack: Stack;
  /** What the node with this id became; throws when it was not rendered yet, which is a defect of the planner. */
  rendered<K extends PlanNode['kind']>(kind: K, id: NodeId): RenderedByKind[K];
  /** The same for a reference that may be to one of several kinds. */
  renderedAs<K extends PlanNode['kind']>(kinds: readonly K[], id: NodeId): RenderedByKind[K];
}
