import { Construct } from 'constructs';
import type { NodeId, NodeOfKind, PlanNode } from '../core/plan/nodes';
import type { Plan } from '../core/plan/plan';
import type { AwsAccount } from './account';
import type { RenderedByKind } from './rendered';
import { literals } from './text';

type Kind = PlanNode['kind'];

/** What renderers share while one plan becomes resources. */
export class RenderContext {
  /** Tags of every resource that takes them. */
  readonly tags: { [name: string]: string };
  private readonly rendered = new Map<NodeId, { readonly kind: Kind; readonly value: RenderedByKind[Kind] }>();

  constructor(
    private readonly root: Construct,
    readonly plan: Plan,
    readonly account: AwsAccount,
  ) {
    this.tags = literals(plan.tags);
  }

  /** A scope of the node's own: the addresses of its resources derive from the node's id and from nothing else. */
  scopeOf(node: PlanNode): Construct {
    return new Construct(this.root, node.id);
  }

  keep<K extends Kind>(node: NodeOfKind<K>, value: RenderedByKind[K]): void {
    this.rendered.set(node.id, { kind: node.kind, value });
  }

  /** What an earlier node became; throws when there is none, which is a defect of the plan's order. */
  get<K extends Kind>(kind: K, id: NodeId): RenderedByKind[K] {
    const found = this.rendered.get(id);
    if (found === undefined || found.kind !== kind) throw new Error(`plan ${this.plan.id}: no ${kind} "${id}" was rendered yet`);
    return found.value as RenderedByKind[K];
  }

  kindOf(id: NodeId): Kind | undefined {
    return this.rendered.get(id)?.kind;
  }
}

/** Turns one kind of node into resources. */
export type Renderer<K extends Kind> = (node: NodeOfKind<K>, context: RenderContext) => RenderedByKind[K];

/** One renderer for every kind; a kind without one does not compile. */
export type Renderers = { readonly [K in Kind]: Renderer<K> };
