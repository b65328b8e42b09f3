import type { Construct } from 'constructs';
import type { Blueprint } from '../core/blueprint';
import { resolveBlueprint } from '../core/blueprint/resolve';
import { BlueprintError } from '../core/finding';
import { validate } from '../core/validate';
import { ManagedCacheBase } from './managed-cache';
import { RedisCluster } from './redis-cluster';
import { RedisSentinel } from './redis-sentinel';
import { ReplicatedCache } from './replicated-cache';
import { REQUIRED_TERRAFORM } from './secret-delivery';
import { SelfManagedBase } from './self-managed';
import { ShardedCache } from './sharded-cache';
import type { TerraformBackend } from './vendor';
import { AwsProvider, LocalBackend, TerraformStack } from './vendor';

/** One blueprint in a stack, and so a state, of its own: what happens to one deployment cannot reach another. */
export class BlueprintTerraformStack extends TerraformStack {
  /** What the blueprint became. */
  readonly deployment: ManagedCacheBase | SelfManagedBase;
  private readonly region?: string;

  constructor(scope: Construct, id: string, blueprint: Blueprint) {
    super(scope, id);
    this.region = blueprint.region;
    this.addOverride('terraform.required_version', REQUIRED_TERRAFORM);
    new AwsProvider(this, 'aws', { region: blueprint.region });
    this.deployment = this.deploymentOf(blueprint);
  }

  /** The managed cache; throws where the blueprint is self-managed and `nodes` has it. */
  get cache(): ManagedCacheBase {
    if (this.deployment instanceof ManagedCacheBase) return this.deployment;
    throw new Error(`${this.node.path} has no managed cache: read \`nodes\``);
  }

  /** The self-managed deployment; throws where the blueprint is managed and `cache` has it. */
  get nodes(): SelfManagedBase {
    if (this.deployment instanceof SelfManagedBase) return this.deployment;
    throw new Error(`${this.node.path} has no nodes of its own: read \`cache\``);
  }

  /**
   * Without a backend of the user's, a local state beside the output directory, never in it, since every synthesis may replace
   * that. The toolkit's own default says the same with this machine's absolute path, which would differ in every checkout.
   *
   * Ids of caches are unique in one region only: those of two regions, in output directories beside each other, must not share a state.
   */
  override ensureBackendExists(): TerraformBackend {
    const [backend] = this.node.findAll().filter((child): child is TerraformBackend => LocalBackend.isBackend(child));
    return backend ?? new LocalBackend(this, { path: `../../../${['terraform', this.node.id, ...(this.region === undefined ? [] : [this.region])].join('.')}.tfstate` });
  }

  /** Under the hidden id the addresses are the plan's own: `aws_elasticache_replication_group.cache`. */
  private deploymentOf(blueprint: Blueprint): ManagedCacheBase | SelfManagedBase {
    switch (blueprint.kind) {
      case 'replicated':
        return new ReplicatedCache(this, 'Default', blueprint);
      case 'sharded':
        return new ShardedCache(this, 'Default', blueprint);
      case 'sentinel':
        return new RedisSentinel(this, 'Default', blueprint);
      case 'cluster':
        return new RedisCluster(this, 'Default', blueprint);
    }
  }
}

/**
 * A stack for every blueprint, named by its cache id.
 * @throws BlueprintError with the errors of all blueprints, before anything is made.
 */
export function addBlueprints(app: Construct, blueprints: readonly Blueprint[]): BlueprintTerraformStack[] {
  const refused = blueprints
    .map((blueprint) => ({ name: String(blueprint.name), errors: validate(blueprint).filter((finding) => finding.severity === 'error') }))
    .filter(({ errors }) => errors.length > 0);
  if (refused.length > 0) throw new BlueprintError(refused.map(({ name }) => name).join('", "'), refused.flatMap(({ errors }) => errors));
  return blueprints.map((blueprint) => new BlueprintTerraformStack(app, resolveBlueprint(blueprint).cacheId, blueprint));
}
