import { Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ManagedBlueprint } from '../core/blueprint';
import type { ManagedCache } from './managed-cache';
import { ReplicatedCache } from './replicated-cache';
import { ShardedCache } from './sharded-cache';

/** Props of a stack that holds one blueprint. */
export interface BlueprintStackProps extends StackProps {
  readonly blueprint: ManagedBlueprint;
}

/**
 * One cache in a stack of its own: CloudFormation ends at 500 resources a stack, and a cache should be changed and rolled back alone.
 * Protected against deletion unless the blueprint is disposable.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export class BlueprintStack extends Stack {
  readonly cache: ManagedCache;

  constructor(scope: Construct, id: string, { blueprint, ...props }: BlueprintStackProps) {
    super(scope, id, {
      terminationProtection: blueprint.disposable !== true,
      ...props,
      env: { region: blueprint.region, ...props.env },
    });
    this.cache = cacheOf(this, blueprint);
  }
}

function cacheOf(stack: Stack, blueprint: ManagedBlueprint): ManagedCache {
  switch (blueprint.kind) {
    case 'replicated': {
      const { kind: _kind, ...props } = blueprint;
      return new ReplicatedCache(stack, 'Cache', props);
    }
    case 'sharded': {
      const { kind: _kind, ...props } = blueprint;
      return new ShardedCache(stack, 'Cache', props);
    }
  }
}
