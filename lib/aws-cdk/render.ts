import { Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { NodeId, NodeOfKind, PlanNode } from '../core/plan/nodes';
import type { Plan } from '../core/plan/plan';
import type { RenderContext, Renderer } from './render-context';
import type { RenderedByKind } from './rendered';
import { RENDERERS } from './renderers';

/** What a plan became: look-ups by kind and node id. */
export interface RenderedPlan {
  readonly plan: Plan;
  readonly rendered: RenderContext['rendered'];
}

/** Makes every resource of a plan below `scope`, in plan order, and tags them. */
export function renderPlan(scope: Construct, plan: Plan): RenderedPlan {
  const done = new Map<NodeId, { readonly kind: PlanNode['kind']; readonly rendered: object }>();
  const renderedAs = <K extends PlanNode['kind']>(kinds: readonly K[], id: NodeId): RenderedByKind[K] => {
    const entry = done.get(id);
    if (entry === undefined || !(kinds as readonly PlanNode['kind'][]).includes(entry.kind)) {
      throw new Error(`plan ${plan.id} refers to ${kinds.join(' or ')} "${id}" before it exists`);
    }
    return entry.rendered as RenderedByKind[K];
  };
  const context: RenderContext = { plan, scope, stack: Stack.of(scope), rendered: (kind, id) => renderedAs([kind], id), renderedAs };
  for (const node of plan.nodes) done.set(node.id, { kind: node.kind, rendered: renderNode(node, context) });
  for (const [key, value] of Object.entries(plan.tags)) Tags.of(scope).add(key, value);
  return { plan, rendered: context.rendered };
}

const renderers: { readonly [K in PlanNode['kind']]: Renderer<K> } = RENDERERS;

function renderNode<K extends PlanNode['kind']>(node: NodeOfKind<K>, context: RenderContext): RenderedByKind[K] {
  return renderers[node.kind as K](node, context);
}
