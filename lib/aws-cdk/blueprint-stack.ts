import { Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Blueprint } from '../core/blueprint';
import { isSelfManaged, resolveBlueprint } from '../core/blueprint/resolve';
import { LIMITS } from '../core/catalog';
import type { BlueprintConstruct } from './blueprint-construct';
import { ManagedCache } from './managed-cache';
import { RedisCluster } from './redis-cluster';
import { RedisSentinel } from './redis-sentinel';
import { ReplicatedCache } from './replicated-cache';
import { ShardedCache } from './sharded-cache';
import { NODES_PER_STACK } from './template-limits';

/** Props of a stack that holds one blueprint. */
export interface BlueprintStackProps extends StackProps {
  readonly blueprint: Blueprint;
}

/**
 * One cache in a stack of its own: CloudFormation ends at 500 resources a stack, and a cache should be changed and rolled back alone.
 * Protected against deletion unless the blueprint is disposable.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export class BlueprintStack extends Stack {
  /** What the blueprint became, whatever its kind. */
  readonly deployment: BlueprintConstruct;

  constructor(scope: Construct, id: string, { blueprint, ...props }: BlueprintStackProps) {
    super(scope, id, {
      terminationProtection: blueprint.disposable !== true,
      ...(isLarge(blueprint) ? { suppressTemplateIndentation: true } : {}),
      ...props,
      env: { region: blueprint.region, ...props.env },
    });
    this.deployment = deploymentOf(this, blueprint);
  }

  /** The managed cache; throws for self-managed kinds, which `deployment` gives. */
  get cache(): ManagedCache {
    if (this.deployment instanceof ManagedCache) return this.deployment;
    throw new Error(`stack ${this.stackName} holds no managed cache but a ${this.deployment.plan.kind}; use \`deployment\``);
  }
}

/** Part of every logical id: a change would replace what is deployed. */
const CACHE = 'Cache';

/** Whether the alarms of the largest size need the room that indentation takes: templates end at 1 MiB. */
function isLarge(blueprint: Blueprint): boolean {
  const resolved = resolveBlueprint(blueprint);
  if (isSelfManaged(resolved)) return resolved.nodes.length > NODES_PER_STACK / 2;
  const scaling = resolved.kind === 'sharded' ? resolved : undefined;
  const shards = Math.max(scaling?.shards.length ?? 1, scaling?.shardScaling?.max ?? 0);
  const replicas = Math.max(resolved.replicasPerShard, scaling?.replicaScaling?.max ?? 0);
  return shards * (replicas + 1) > LIMITS.elasticache.nodesPerCluster.value;
}

function deploymentOf(stack: Stack, blueprint: Blueprint): BlueprintConstruct {
  switch (blueprint.kind) {
    case 'replicated': {
      const { kind: _kind, ...props } = blueprint;
      return new ReplicatedCache(stack, CACHE, props);
    }
    case 'sharded': {
      const { kind: _kind, ...props } = blueprint;
      return new ShardedCache(stack, CACHE, props);
    }
    case 'sentinel': {
      const { kind: _kind, ...props } = blueprint;
      return new RedisSentinel(stack, CACHE, props);
    }
    case 'cluster': {
      const { kind: _kind, ...props } = blueprint;
      return new RedisCluster(stack, CACHE, props);
    }
  }
}
