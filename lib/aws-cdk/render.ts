import { Stack, TagManager } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { NodeId, NodeOfKind, PlanNode } from '../core/plan/nodes';
import { nodesOfKind } from '../core/plan/plan';
import type { Plan } from '../core/plan/plan';
import { acknowledge } from './acknowledgements';
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
  if (nodesOfKind(plan, 'alarm').some(({ notify }) => notify === undefined)) acknowledge(scope, 'toldByComposite');
  tagAll(scope, plan.tags);
  return { plan, rendered: context.rendered };
}

/** Below the priority of `Tags.of(app)`, so that whoever composes the app has the last word. */
const TAG_PRIORITY = 50;

/** At once and in one walk: an aspect for each tag would walk the tree as often, in every synthesis. */
function tagAll(scope: Construct, tags: Plan['tags']): void {
  const entries = Object.entries(tags);
  for (const construct of scope.node.findAll()) {
    const manager = TagManager.of(construct);
    if (manager !== undefined) for (const [key, value] of entries) manager.setTag(key, value, TAG_PRIORITY);
  }
}

const renderers: { readonly [K in PlanNode['kind']]: Renderer<K> } = RENDERERS;

function renderNode<K extends PlanNode['kind']>(node: NodeOfKind<K>, context: RenderContext): RenderedByKind[K] {
  return renderers[node.kind as K](node, context);
}
