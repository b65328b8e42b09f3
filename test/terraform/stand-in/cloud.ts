/** Attributes of one resource by name. */
export interface Values {
  [name: string]: unknown;
}

/** One thing that a run did, in the order in which it happened. */
export interface Deed {
  readonly action: 'create' | 'update' | 'delete';
  readonly type: string;
  readonly name: string;
}

/**
 * As much of AWS as a test needs: secrets keep what was written, users keep the password that they were given, and a type can be
 * told to fail, for runs that stop in the middle.
 */
export class Cloud {
  readonly deeds: Deed[] = [];
  readonly secrets = new Map<string, string>();
  /** By user id, and AUTH tokens by replication group id. */
  readonly passwords = new Map<string, unknown>();
  /** Types whose creation fails. */
  readonly failing = new Set<string>();
  /** Shards that a replication group has in truth, where it is not what Terraform asked for. */
  readonly shards = new Map<string, readonly string[]>();
  private drawn = 0;

  put(type: string, state: Values, config: Values, create: boolean): void {
    if (this.failing.has(type)) throw new Error(`${type} fails on demand`);
    this.deeds.push({ action: create ? 'create' : 'update', type, name: nameOf(state) });
    if (type === 'aws_secretsmanager_secret_version' && create) {
      this.secrets.set(String(state.secret_id), String(config.secret_string_wo ?? state.secret_string));
    }
    if (type === 'aws_elasticache_user') {
      const [password] = (state.passwords as unknown[] | null) ?? [];
      this.passwords.set(String(state.user_id), config.passwords_wo ?? password);
    }
    if (type === 'aws_elasticache_replication_group') this.passwords.set(String(state.replication_group_id), config.auth_token_wo ?? state.auth_token);
  }

  remove(type: string, state: Values): void {
    this.deeds.push({ action: 'delete', type, name: nameOf(state) });
  }

  /** A new password in every run, as the service draws it. */
  readData(type: string, config: Values): Values {
    if (type === 'aws_secretsmanager_random_password') return { random_password: this.draw() };
    if (type === 'aws_secretsmanager_secret_version') return this.heldIn(config.secret_id);
    return {};
  }

  open(type: string, config: Values): Values {
    if (type === 'aws_secretsmanager_random_password') return { random_password: this.draw() };
    return this.heldIn(config.secret_id);
  }

  /** Attributes whose value matters to other resources. */
  computed(type: string, attribute: string, state: Values): unknown {
    if (type === 'aws_secretsmanager_secret' && (attribute === 'id' || attribute === 'arn')) return `arn:secret:${String(state.name)}`;
    if (type === 'aws_secretsmanager_secret_version' && attribute === 'arn') return state.secret_id;
    if (type === 'aws_elasticache_replication_group' && attribute === 'member_clusters') return membersOf(state, this.shards.get(String(state.replication_group_id)));
    return undefined;
  }

  /** Computed attributes that a change makes unknown again, as the provider has it. */
  recomputed(type: string, prior: Values | null, proposed: Values): readonly string[] {
    if (type !== 'aws_elasticache_replication_group' || prior === null) return [];
    const counts = ['num_cache_clusters', 'num_node_groups', 'replicas_per_node_group'];
    return counts.some((name) => prior[name] !== proposed[name]) ? ['member_clusters'] : [];
  }

  private heldIn(secret: unknown): Values {
    const held = this.secrets.get(String(secret));
    if (held === undefined) throw new Error(`secret ${String(secret)} has no version to read`);
    return { secret_string: held };
  }

  private draw(): string {
    return `drawn-password-${String(++this.drawn)}`;
  }
}

function nameOf(state: Values): string {
  return String(state.user_id ?? state.user_group_id ?? state.replication_group_id ?? state.name ?? state.id);
}

/** What the service makes of a replication group: it names the nodes itself. */
function membersOf(state: Values, inTruth: readonly string[] | undefined): string[] {
  const id = String(state.replication_group_id);
  const suffix = (ordinal: number): string => String(ordinal).padStart(3, '0');
  const nodes = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${prefix}-${suffix(index + 1)}`);
  if (inTruth !== undefined) return inTruth.flatMap((shard) => nodes(`${id}-${shard}`, 2));
  const groups = (state.node_group_configuration as { node_group_id: string; replica_count: number }[] | null) ?? [];
  if (groups.length > 0) return groups.flatMap((group) => nodes(`${id}-${group.node_group_id}`, group.replica_count + 1));
  if (typeof state.num_cache_clusters === 'number' && state.cluster_mode === 'disabled') return nodes(id, state.num_cache_clusters);
  const shards = Array.from({ length: Number(state.num_node_groups) }, (_, index) => String(index + 1).padStart(4, '0'));
  return shards.flatMap((shard) => nodes(`${id}-${shard}`, Number(state.replicas_per_node_group) + 1));
}
