/** Attributes of one resource by name. */
export interface Values {
  [name: string]: unknown;
}

/**
 * What the provider's source marks as `ForceNew`, of the arguments that the library writes.
 * @see https://github.com/hashicorp/terraform-provider-aws/tree/main/internal/service
 */
const REPLACING: { readonly [type: string]: readonly string[] } = {
  aws_elasticache_replication_group: ['at_rest_encryption_enabled', 'data_tiering_enabled', 'kms_key_id', 'node_group_configuration', 'port', 'replication_group_id', 'subnet_group_name'],
  aws_elasticache_parameter_group: ['name', 'family', 'description'],
  aws_elasticache_subnet_group: ['name'],
  aws_elasticache_user: ['user_id', 'user_name'],
  aws_elasticache_user_group: ['user_group_id'],
  aws_security_group: ['name_prefix', 'description', 'vpc_id'],
  aws_autoscaling_group: ['name'],
  aws_ebs_volume: ['availability_zone', 'encrypted', 'kms_key_id'],
  aws_iam_instance_profile: ['name_prefix'],
  aws_iam_role: ['name_prefix'],
  aws_launch_template: ['name'],
  aws_network_interface: ['subnet_id'],
  aws_route53_record: ['name', 'type', 'zone_id'],
  aws_route53_zone: ['name'],
  aws_s3_bucket: ['bucket_prefix'],
  aws_ssm_parameter: ['name'],
  aws_sns_topic: ['name'],
  aws_cloudwatch_log_group: ['name'],
  aws_secretsmanager_secret: ['name'],
  aws_secretsmanager_secret_version: ['secret_id'],
};

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
  /** The service knows its resources by names that the user chose, and refuses one that is taken. */
  private readonly names = new Set<string>();
  /** What the service did by itself since a run read a replication group, by its id: arguments with their new values. */
  readonly drifted = new Map<string, Values>();
  private drawn = 0;
  private versions = 0;

  put(type: string, state: Values, config: Values, create: boolean): void {
    if (this.failing.has(type)) throw new Error(`${type} fails on demand`);
    const own = `${type} ${nameOf(state)}`;
    if (create && type.startsWith('aws_elasticache_') && this.names.has(own)) throw new Error(`${own} already exists`);
    this.names.add(own);
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
    this.names.delete(`${type} ${nameOf(state)}`);
    this.deeds.push({ action: 'delete', type, name: nameOf(state) });
  }

  /** What a run finds. */
  read(type: string, state: Values): Values {
    return type === 'aws_elasticache_replication_group' ? { ...state, ...this.drifted.get(nameOf(state)) } : state;
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
    if (type === 'aws_launch_template' && attribute === 'latest_version') return ++this.versions;
    if (type === 'aws_elasticache_replication_group' && attribute === 'member_clusters') return membersOf(state);
    if (type === 'aws_elasticache_replication_group' && attribute === 'engine_version_actual') return `${String(state.engine_version)}.3`;
    return undefined;
  }

  /** Arguments whose change replaces the resource. */
  replacing(type: string, prior: Values | null, proposed: Values): readonly string[] {
    if (prior === null) return [];
    const changed = (name: string): boolean => JSON.stringify(prior[name]) !== JSON.stringify(proposed[name]);
    const downgraded = type === 'aws_elasticache_replication_group' && olderVersion(String(proposed.engine_version), String(prior.engine_version));
    return [...(REPLACING[type] ?? []).filter(changed), ...(downgraded ? ['engine_version'] : [])];
  }

  /** Computed attributes that a change makes unknown again, as the provider has it. */
  recomputed(type: string, prior: Values | null, proposed: Values): readonly string[] {
    if (prior === null) return [];
    if (type === 'aws_launch_template') return prior.user_data === proposed.user_data ? [] : ['latest_version'];
    if (type !== 'aws_elasticache_replication_group') return [];
    const version = prior.engine_version === proposed.engine_version ? [] : ['engine_version_actual'];
    const counts = ['num_cache_clusters', 'num_node_groups', 'replicas_per_node_group'];
    return [...version, ...(counts.some((name) => prior[name] !== proposed[name]) ? ['member_clusters'] : [])];
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
  return String(state.user_id ?? state.user_group_id ?? state.replication_group_id ?? state.name ?? (state.tags as Values | null)?.Name ?? state.id);
}

/** What service and provider make of a replication group: nodes are named for it, new shards get the next number, the highest go first. */
function membersOf(state: Values): string[] {
  const id = String(state.replication_group_id);
  const nodes = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${prefix}-${padded(index + 1, 3)}`);
  if (state.cluster_mode === 'disabled') return nodes(id, Number(state.num_cache_clusters));
  const named = (state.node_group_configuration as { node_group_id: string; replica_count: number }[] | null) ?? [];
  const shards = named.map((group) => group.node_group_id).sort();
  while (shards.length < Number(state.num_node_groups)) shards.push(padded(Number(shards.at(-1) ?? 0) + 1, 4));
  const replicas = named[0]?.replica_count ?? Number(state.replicas_per_node_group);
  return shards.slice(0, Number(state.num_node_groups)).flatMap((shard) => nodes(`${id}-${shard}`, replicas + 1));
}

/** The provider replaces a cache whose version would be lowered. */
function olderVersion(wanted: string, running: string): boolean {
  const [left, right] = [wanted, running].map((version) => version.split('.').map(Number));
  const differing = left!.findIndex((part, index) => part !== right![index]);
  return differing >= 0 && left![differing]! < right![differing]!;
}

const padded = (number: number, width: number): string => String(number).padStart(width, '0');
