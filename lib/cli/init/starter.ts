import type { ManagedBlueprint, WorkloadPreset } from '../../core/blueprint';
import { DEFAULTS } from '../../core/blueprint/defaults';

/** What a starter says about its workload, and the keys that its application would use. */
const WORKLOADS: { readonly [W in WorkloadPreset]: { readonly says: string; readonly keys: string } } = {
  cache: { says: 'copies of data that lives elsewhere; any key may be evicted', keys: 'cache:*' },
  session: { says: 'sessions with an expiry; the idle ones go first', keys: 'session:*' },
  queue: { says: 'jobs that must not be lost; nothing is evicted', keys: 'queue:*' },
  'primary-store': { says: 'data that exists nowhere else; nothing is evicted', keys: 'data:*' },
  leaderboard: { says: 'sorted sets; nothing is evicted', keys: 'board:*' },
  pubsub: { says: 'messages between services; nothing is evicted', keys: 'topic:*' },
  'rate-limiter': { says: 'short-lived counters; those that end soonest go first', keys: 'limit:*' },
};

const SHAPES: { readonly [K in ManagedBlueprint['kind']]: string } = {
  replicated: `# One shard: a primary and its replicas, 1 to 5, in different zones.
replicas: 2`,
  sharded: `# Data spread over shards (1 to 500), each a primary and its replicas. Clients must speak the cluster protocol.
shardCount: 3
replicasPerShard: 1`,
};

/** Text of a blueprint that validates once its placeholders are replaced; every line that has a default says so. */
export function starterBlueprint(name: string, kind: ManagedBlueprint['kind'], workload: WorkloadPreset): string {
  const { says, keys } = WORKLOADS[workload];
  const channels = workload === 'pubsub' ? `\n      channels: ['${keys}']` : '';
  return `# A cache for redis-blueprints. Check it:  redis-blueprints validate blueprint.yaml
# What it becomes:                        redis-blueprints plan blueprint.yaml
# Every key, with its meaning:            redis-blueprints schema
kind: ${kind}

# Identity: ids of the cache, its users and its alarms derive from it. Renaming replaces the cache.
name: ${name}

# ${workload}: ${says}.
workload: ${workload}

# Engine and version. These are the defaults.
engine: ${DEFAULTS.engine}
version: '${DEFAULTS.version[DEFAULTS.engine]}'
nodeType: cache.m7g.large

${SHAPES[kind]}

region: eu-central-1

network:
  # Replace these by your own VPC and its private subnets, one in each zone.
  vpcId: vpc-0123456789abcdef0
  subnetIds: [subnet-0123456789abcdef0, subnet-0123456789abcdef1, subnet-0123456789abcdef2]
  availabilityZones: [eu-central-1a, eu-central-1b, eu-central-1c]
  # Who may connect: the security groups of your applications.
  allowFromSecurityGroups: [sg-0123456789abcdef0]

access:
  users:
    # A generated password in Secrets Manager; \`authentication: iam\` works without any.
    - name: app
      can: [read, write]
      keys: ['${keys}']${channels}
    - name: ops
      can: [read]
      keys: ['${keys}']
      authentication: iam

monitoring:
  # Alarms and a dashboard come by themselves; say who is told.
  emails: [oncall@example.com]

# One overlay for each deployment states what differs there.
environments:
  staging:
    nodeType: cache.t4g.small
    # Data may go with the stack: no final snapshot, no deletion protection.
    disposable: true
  production: {}
`;
}
