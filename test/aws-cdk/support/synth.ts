import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { addBlueprints } from '../../../lib/aws-cdk';
import type { BlueprintStack } from '../../../lib/aws-cdk';
import type { Blueprint } from '../../../lib/core/blueprint';

/** The stack of one blueprint in an app of its own. */
export function stackOf(blueprint: Blueprint): BlueprintStack {
  return addBlueprints(new App(), [blueprint])[0]!;
}

export function templateOf(blueprint: Blueprint): Template {
  return Template.fromStack(stackOf(blueprint));
}
