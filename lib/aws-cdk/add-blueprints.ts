import type { App, StackProps } from 'aws-cdk-lib';
import type { Blueprint } from '../core/blueprint';
import { resolveBlueprint } from '../core/blueprint/resolve';
import { BlueprintStack } from './blueprint-stack';

/** Adds one stack for each blueprint, named by its cache id. */
export function addBlueprints(app: App, blueprints: readonly Blueprint[], props: StackProps = {}): BlueprintStack[] {
  return blueprints.map((blueprint) => new BlueprintStack(app, stackIdOf(resolveBlueprint(blueprint).cacheId), { ...props, blueprint }));
}

/** CloudFormation's letters only, so that a cache id that rules refuse is a finding and not an exception about the stack. */
function stackIdOf(cacheId: string): string {
  return `${cacheId}`.replace(/[^A-Za-z0-9-]+/g, '-').replace(/^[^A-Za-z]+/, '') || 'unnamed';
}
