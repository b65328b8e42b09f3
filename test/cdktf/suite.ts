import { Construct } from 'constructs';
import type { Blueprint, ShardedBlueprint } from '../../lib/core/blueprint';
import { planBlueprint } from '../../lib/core/plan/build';
import { nodesOfKind } from '../../lib/core/plan/plan';
import { example, replicated, sharded } from './support/blueprints';
import { addresses, only, synthesize, synthesizeBlueprint } from './support/toolkit';
import type { Synthesized, Toolkit } from './support/toolkit';

interface Statement {
  readonly Sid: string;
  readonly Principal: unknown;
  readonly Condition?: { readonly [operator: string]: { readonly [key: string]: unknown } };
}
const statements = (document: unknown): Statement[] => (JSON.parse(String(document)) as { Statement: Statement[] }).Statement;

const disposable: Blueprint = { ...replicated, disposable: true };
const byHand = { maintenance: { autoMinorVersionUpgrade: false } };
const newNetwork = { newVpc: { cidr: '10.0.0.0/20', availabilityZones: ['eu-central-1a', 'eu-central-1b'] }, allowFromCidrs: ['10.9.0.0/16'] };
const namedShards: ShardedBlueprint = { ...sharded, shardCount: undefined, shards: [{ id: '0001', slots: '0-8191' }, { id: '0002', slots: '8192-16383' }] };

/** What both toolkits have to write, from one source. */
export function describeLibrary(kit: Toolkit): void {
  const of = (blueprint: Blueprint): Synthesized => synthesizeBlueprint(kit, blueprint);

  describe('stack', () => {
    test('states the Terraform that it needs, one provider and the region', () => {
      const stack = of(replicated);
      expect(stack.terraform.required_version).toBe(kit.name === 'cdktn' ? '>= 1.11.0' : '>= 1.2.0');
      expect(stack.provider).toEqual({ aws: [{ region: 'eu-central-1' }] });
    });

    test('holds no path of this machine: a local state beside the output directory', () => {
      const stack = of(replicated);
      expect(stack.terraform.backend).toEqual({ local: { path: '../../../terraform.sessions.eu-central-1.tfstate' } });
      expect(stack.text).not.toContain(process.cwd());
    });

    test('the same cache in another region has another state', () => {
      const pathOf = (region: string | undefined): unknown =>
        of({ ...replicated, region, network: { ...replicated.network, availabilityZones: ['a', 'b'].map((zone) => `${region ?? 'eu-central-1'}${zone}`) } }).terraform.backend;
      expect(pathOf('eu-west-1')).toEqual({ local: { path: '../../../terraform.sessions.eu-west-1.tfstate' } });
      expect(pathOf(undefined)).toEqual({ local: { path: '../../../terraform.sessions.tfstate' } });
    });

    test('keeps a backend of the user', () => {
      const stacks = synthesize(kit, (app) => {
        const [stack] = kit.library.addBlueprints(app, [replicated]);
        new kit.vendor.LocalBackend(stack!, { path: 'elsewhere.tfstate' });
      });
      expect(stacks['sessions']!.terraform.backend).toEqual({ local: { path: 'elsewhere.tfstate' } });
    });

    test('every blueprint gets one of its own', () => {
      expect(Object.keys(synthesize(kit, (app) => kit.library.addBlueprints(app, [replicated, sharded]))).sort()).toEqual(['feed', 'sessions']);
    });

    test('addresses are the ids of the plan', () => {
      const { resource } = of(replicated);
      expect(Object.keys(resource.aws_elasticache_replication_group!)).toEqual(['cache']);
      expect(Object.keys(resource.aws_elasticache_user!)).toEqual(['user-support', 'user-web']);
    });

    test('refused blueprints are all told at once, before a stack is made', () => {
      const refused = { ...replicated, replicas: 9 };
      expect(() => synthesize(kit, (app) => kit.library.addBlueprints(app, [refused, { ...refused, name: 'other' }]))).toThrow(/blueprint "sessions", "other" has 2 errors/);
    });
  });

  describe('network', () => {
    test('a new one is private, closed and logged', () => {
      const stack = of({ ...replicated, network: newNetwork });
      expect(only(stack, 'aws_vpc').cidr_block).toBe('10.0.0.0/20');
      expect(Object.keys(stack.resource.aws_subnet!)).toEqual([expect.stringContaining('subnet-eu-central-1a'), expect.stringContaining('subnet-eu-central-1b')]);
      expect(Object.values(stack.resource.aws_subnet!).map((subnet) => [subnet.availability_zone, subnet.map_public_ip_on_launch])).toEqual([
        ['eu-central-1a', false],
        ['eu-central-1b', false],
      ]);
      expect(only(stack, 'aws_default_security_group')).not.toHaveProperty('ingress');
      expect(only(stack, 'aws_flow_log')).toMatchObject({ traffic_type: 'ALL', log_destination: '${aws_cloudwatch_log_group.flow-log.arn}' });
      expect(Object.keys(stack.resource).filter((type) => /gateway|aws_route$/.test(type))).toEqual([]);
      expect(Object.keys(stack.resource.aws_route_table_association!)).toHaveLength(2);
    });

    test('an existing one is only referred to', () => {
      const stack = of(replicated);
      expect(stack.resource).not.toHaveProperty('aws_vpc');
      expect(only(stack, 'aws_elasticache_subnet_group').subnet_ids).toEqual(replicated.network.subnetIds);
      expect(only(stack, 'aws_security_group').vpc_id).toBe(replicated.network.vpcId);
    });

    test('the firewall lets in what was named and nothing out', () => {
      const stack = of({ ...replicated, network: { ...replicated.network, allowFromCidrs: ['10.9.0.0/16'] } });
      const group = only(stack, 'aws_security_group');
      expect(group).not.toHaveProperty('egress');
      expect(group).not.toHaveProperty('ingress');
      expect(group.lifecycle).toEqual({ create_before_destroy: true });
      expect(stack.resource).not.toHaveProperty('aws_vpc_security_group_egress_rule');
      const rules = Object.values(stack.resource.aws_vpc_security_group_ingress_rule!);
      expect(rules.map((rule) => rule.referenced_security_group_id ?? rule.cidr_ipv4).sort()).toEqual(['10.9.0.0/16', 'sg-0123456789abcdef0']);
      expect(rules.map((rule) => [rule.from_port, rule.to_port, rule.ip_protocol])).toEqual([[6380, 6380, 'tcp'], [6380, 6380, 'tcp']]);
    });
  });

  describe('key', () => {
    test('rotates, is kept, and lets in the account and the services that need it', () => {
      const key = only(of(replicated), 'aws_kms_key');
      expect(key).toMatchObject({ enable_key_rotation: true, lifecycle: { prevent_destroy: true } });
      expect(statements(key.policy).map(({ Sid, Principal }) => [Sid, Principal])).toEqual([
        ['Account', { AWS: 'arn:${data.aws_partition.partition.partition}:iam::${data.aws_caller_identity.account.account_id}:root' }],
        ['Alarms', { Service: 'cloudwatch.amazonaws.com' }],
        ['Logs', { Service: 'logs.${data.aws_region.region.region}.amazonaws.com' }],
      ]);
    });

    test('encrypts only the log groups of this cache', () => {
      const logs = statements(only(of(replicated), 'aws_kms_key').policy).find(({ Sid }) => Sid === 'Logs')!;
      const arns = logs.Condition!.ArnEquals!['kms:EncryptionContext:aws:logs:arn'] as string[];
      expect(arns.map((arn) => arn.split(':log-group:')[1])).toEqual(nodesOfKind(planBlueprint(replicated), 'logGroup').map(({ name }) => name));
    });

    test('an imported one is used everywhere and none is made', () => {
      const kmsKeyArn = 'arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d-0000-1111-2222-333344445555';
      const stack = of({ ...replicated, encryption: { kmsKeyArn } });
      expect(stack.resource).not.toHaveProperty('aws_kms_key');
      expect(only(stack, 'aws_elasticache_replication_group').kms_key_id).toBe(kmsKeyArn);
      expect(only(stack, 'aws_secretsmanager_secret').kms_key_id).toBe(kmsKeyArn);
      expect(stack.resource.aws_sns_topic!.topic!.kms_master_key_id).toBe(kmsKeyArn);
    });
  });

  describe('parameter group', () => {
    test('carries the family in its name, replaces itself first, keeps its description', () => {
      const group = only(of(replicated), 'aws_elasticache_parameter_group');
      expect(group).toMatchObject({ name: 'sessions-valkey8', family: 'valkey8', lifecycle: { create_before_destroy: true, ignore_changes: ['description'] } });
    });

    test('holds the parameters of the plan in name order', () => {
      const { source } = nodesOfKind(planBlueprint(replicated), 'parameterGroup')[0]!;
      const planned = source.from === 'new' ? source.parameters : {};
      const written = only(of(replicated), 'aws_elasticache_parameter_group').parameter as { name: string; value: string }[];
      expect(Object.fromEntries(written.map(({ name, value }) => [name, value]))).toEqual(planned);
      expect(written.map(({ name }) => name)).toEqual(written.map(({ name }) => name).sort());
    });

    test('an imported one is named and none is made', () => {
      const stack = of({ ...replicated, parameterGroup: { name: 'team-valkey8', family: 'valkey8' } });
      expect(stack.resource).not.toHaveProperty('aws_elasticache_parameter_group');
      expect(only(stack, 'aws_elasticache_replication_group').parameter_group_name).toBe('team-valkey8');
    });
  });

  describe('access', () => {
    test('users have the access string of the plan', () => {
      const planned = nodesOfKind(planBlueprint(replicated), 'accessUser');
      const written = of(replicated).resource.aws_elasticache_user!;
      for (const user of planned) expect(written[user.id]).toMatchObject({ access_string: user.accessString, user_id: user.userId, user_name: user.userName, engine: 'valkey' });
    });

    test('IAM users have no secret and no password', () => {
      const user = of(replicated).resource.aws_elasticache_user!['user-support']!;
      expect(user.authentication_mode).toEqual({ type: 'iam' });
      expect(Object.keys(user).filter((argument) => argument.startsWith('password'))).toEqual([]);
    });

    test('Redis gets a default user that is off', () => {
      const stack = of({ ...replicated, engine: 'redis' });
      expect(stack.resource.aws_elasticache_user!['user-default']).toMatchObject({ user_name: 'default', engine: 'redis', no_password_required: true });
      expect(only(stack, 'aws_elasticache_user_group').user_ids).toContain('${aws_elasticache_user.user-default.user_id}');
    });

    test('the group lists its users itself, without association resources', () => {
      const stack = of(replicated);
      expect(only(stack, 'aws_elasticache_user_group')).toMatchObject({
        user_group_id: 'sessions-users',
        engine: 'valkey',
        user_ids: ['${aws_elasticache_user.user-web.user_id}', '${aws_elasticache_user.user-support.user_id}'],
      });
      expect(stack.resource).not.toHaveProperty('aws_elasticache_user_group_association');
      expect(only(stack, 'aws_elasticache_replication_group').user_group_ids).toEqual(['${aws_elasticache_user_group.access-group.user_group_id}']);
    });

    test('passwords are references, wherever they stand', () => {
      const stack = of(replicated);
      const user = stack.resource.aws_elasticache_user!['user-web']!;
      const version = only(stack, 'aws_secretsmanager_secret_version');
      if (kit.name === 'cdktn') {
        expect(user.passwords_wo).toMatch(/^\$\{jsondecode\(ephemeral\.aws_secretsmanager_secret_version\.[\w-]+\.secret_string\)\.password\}$/);
        expect(version.secret_string_wo).toMatch(/^\$\{jsonencode\(\{"username" = "web", "password" = ephemeral\.aws_secretsmanager_random_password\.[\w-]+\.random_password\}\)\}$/);
        expect(version).not.toHaveProperty('secret_string');
        expect(stack.data).not.toHaveProperty('aws_secretsmanager_random_password');
      } else {
        expect(user.passwords).toEqual([expect.stringMatching(/^\$\{jsondecode\(aws_secretsmanager_secret_version\.[\w-]+\.secret_string\)\.password\}$/)]);
        expect(version.secret_string).toMatch(/^\$\{jsonencode\(\{"username" = "web", "password" = data\.aws_secretsmanager_random_password\.[\w-]+\.random_password\}\)\}$/);
        expect(version.lifecycle).toEqual({ ignore_changes: ['secret_string'] });
      }
    });

    test('generated passwords leave out what the service refuses, and the secret is encrypted', () => {
      const stack = of(replicated);
      const { authentication } = nodesOfKind(planBlueprint(replicated), 'accessUser').find(({ userName }) => userName === 'web')!;
      if (authentication.method !== 'password') throw new Error('web has a password');
      const [generated] = Object.values((kit.name === 'cdktn' ? stack.ephemeral! : stack.data).aws_secretsmanager_random_password!);
      expect(generated).toMatchObject({ password_length: authentication.passwordLength, exclude_characters: authentication.excludeCharacters });
      expect(only(stack, 'aws_secretsmanager_secret')).toMatchObject({ name: 'redis-blueprints/sessions/web', kms_key_id: '${aws_kms_key.key.arn}', recovery_window_in_days: 30 });
    });

    test('an AUTH token is read from its secret', () => {
      const authTokenSecretArn = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:token-AbCdEf';
      const stack = of({ ...replicated, access: { authTokenSecretArn } });
      const cache = only(stack, 'aws_elasticache_replication_group');
      const [secret] = Object.values((kit.name === 'cdktn' ? stack.ephemeral! : stack.data).aws_secretsmanager_secret_version!);
      expect(secret!.secret_id).toBe(authTokenSecretArn);
      expect(cache[kit.name === 'cdktn' ? 'auth_token_wo' : 'auth_token']).toMatch(/^\$\{.*aws_secretsmanager_secret_version\.[\w-]+\.secret_string\}$/);
      expect(cache).not.toHaveProperty('user_group_ids');
    });
  });

  describe('replication group', () => {
    test('replicated: one count, failover, Multi-AZ, encryption', () => {
      const cache = only(of({ ...replicated, replicas: 2 }), 'aws_elasticache_replication_group');
      expect(cache).toMatchObject({
        replication_group_id: 'sessions',
        cluster_mode: 'disabled',
        num_cache_clusters: 3,
        multi_az_enabled: true,
        automatic_failover_enabled: true,
        at_rest_encryption_enabled: 'true',
        transit_encryption_enabled: true,
        transit_encryption_mode: 'required',
        kms_key_id: '${aws_kms_key.key.arn}',
        port: 6380,
        apply_immediately: true,
        auto_minor_version_upgrade: 'true',
        notification_topic_arn: '${aws_sns_topic.events-topic.arn}',
      });
      expect(cache).not.toHaveProperty('num_node_groups');
      expect(cache).not.toHaveProperty('node_group_configuration');
    });

    test('counted shards are counts, which change in place', () => {
      const cache = only(of(sharded), 'aws_elasticache_replication_group');
      expect(cache).toMatchObject({ cluster_mode: 'enabled', num_node_groups: 3, replicas_per_node_group: 1 });
      expect(cache).not.toHaveProperty('node_group_configuration');
      expect(cache).not.toHaveProperty('num_cache_clusters');
      expect(only(of({ ...sharded, ...byHand }), 'aws_elasticache_replication_group').lifecycle).toEqual({ prevent_destroy: true });
    });

    test('the version belongs to whom the blueprint gives it', () => {
      const lifecycle = (blueprint: Blueprint): unknown => only(of(blueprint), 'aws_elasticache_replication_group').lifecycle;
      expect(lifecycle({ ...replicated, version: '8.1' })).toEqual({
        prevent_destroy: true,
        ignore_changes: ['engine_version'],
        postcondition: [
          {
            condition: '${tonumber(split(".", self.engine_version_actual)[0]) > 8 || (tonumber(split(".", self.engine_version_actual)[0]) == 8 && tonumber(split(".", self.engine_version_actual)[1]) >= 1)}',
            error_message:
              'sessions runs ${self.engine_version_actual}, older than the planned 8.1. While AWS installs minor versions, Terraform leaves the version alone: ' +
              'state `maintenance.autoMinorVersionUpgrade: false` together with the new version, apply, then remove it again.',
          },
        ],
      });
      expect(JSON.stringify(lifecycle({ ...replicated, engine: 'redis', version: '6.x', access: { users: [replicated.access!.users![0]!] } }))).toContain('== 6 && tonumber(split(\\".\\", self.engine_version_actual)[1]) >= 0');
      expect(lifecycle({ ...replicated, ...byHand, version: '8.1' })).toEqual({ prevent_destroy: true });
    });

    test('named shards that the service would name the same are counts too', () => {
      const shards = [{ id: '0001' }, { id: '0002' }, { id: '0003' }];
      expect(only(of({ ...sharded, shardCount: undefined, shards }), 'aws_elasticache_replication_group')).toEqual(only(of(sharded), 'aws_elasticache_replication_group'));
    });

    test('slots are told at creation and never again, so that scaling replaces nothing', () => {
      const cache = only(of(namedShards), 'aws_elasticache_replication_group');
      expect(cache.node_group_configuration).toEqual([
        { node_group_id: '0001', replica_count: 1, slots: '0-8191' },
        { node_group_id: '0002', replica_count: 1, slots: '8192-16383' },
      ]);
      expect(cache.num_node_groups).toBe(2);
      expect(cache).not.toHaveProperty('replicas_per_node_group');
      expect(cache.lifecycle).toMatchObject({ ignore_changes: ['node_group_configuration', 'engine_version'] });
    });

    test('named shards are checked after each run', () => {
      const { postcondition } = only(of({ ...namedShards, ...byHand }), 'aws_elasticache_replication_group').lifecycle as { postcondition: { condition: string; error_message: string }[] };
      expect(postcondition).toEqual([
        {
          condition: '${length(setsubtract(["feed-0001-001","feed-0001-002","feed-0002-001","feed-0002-002"], self.member_clusters)) == 0}',
          error_message: expect.stringContaining('The nodes of feed are not the planned ones.') as string,
        },
      ]);
    });

    test('what autoscaling owns is not put back', () => {
      const stack = of({ ...sharded, shardScaling: { min: 3, max: 9, metric: 'memory' }, replicaScaling: { min: 1, max: 3 } });
      expect(only(stack, 'aws_elasticache_replication_group').lifecycle).toMatchObject({ ignore_changes: ['num_node_groups', 'replicas_per_node_group', 'engine_version'] });
      expect(stack.resource.aws_appautoscaling_target!['scaling-shards']).toMatchObject({
        min_capacity: 3,
        max_capacity: 9,
        service_namespace: 'elasticache',
        scalable_dimension: 'elasticache:replication-group:NodeGroups',
        resource_id: 'replication-group/${aws_elasticache_replication_group.cache.replication_group_id}',
      });
      const policies = Object.values(stack.resource.aws_appautoscaling_policy!).map((policy) => policy.target_tracking_scaling_policy_configuration);
      expect(policies).toEqual([
        expect.objectContaining({ target_value: 60, predefined_metric_specification: { predefined_metric_type: 'ElastiCacheReplicaEngineCPUUtilization' } }),
        expect.objectContaining({ target_value: 60, predefined_metric_specification: { predefined_metric_type: 'ElastiCacheDatabaseMemoryUsageCountedForEvictPercentage' } }),
      ]);
    });

    test('data outlive mistakes, unless disposable', () => {
      expect(only(of(replicated), 'aws_elasticache_replication_group')).toMatchObject({ final_snapshot_identifier: 'sessions-final', lifecycle: { prevent_destroy: true } });
      const stack = of(disposable);
      const cache = only(stack, 'aws_elasticache_replication_group');
      expect(cache).not.toHaveProperty('final_snapshot_identifier');
      expect(cache.lifecycle).toMatchObject({ prevent_destroy: false });
      expect(only(stack, 'aws_kms_key').lifecycle).toEqual({ prevent_destroy: false });
      expect(Object.values(stack.resource.aws_cloudwatch_log_group!).map((group) => group.skip_destroy)).toEqual([false, false]);
      expect(only(stack, 'aws_secretsmanager_secret').recovery_window_in_days).toBe(0);
    });

    test('TLS can be preferred; versions that cannot switch it are not told the mode', () => {
      expect(only(of({ ...replicated, encryption: { tls: 'preferred' } }), 'aws_elasticache_replication_group').transit_encryption_mode).toBe('preferred');
      const old = only(of({ ...replicated, engine: 'redis', version: '6.2', access: { users: [replicated.access!.users![0]!] } }), 'aws_elasticache_replication_group');
      expect(old.transit_encryption_enabled).toBe(true);
      expect(old).not.toHaveProperty('transit_encryption_mode');
    });

    test('logs go as JSON to encrypted groups with retention', () => {
      const stack = of(replicated);
      expect(only(stack, 'aws_elasticache_replication_group').log_delivery_configuration).toEqual([
        { destination: '${aws_cloudwatch_log_group.slow-log.name}', destination_type: 'cloudwatch-logs', log_format: 'json', log_type: 'slow-log' },
        { destination: '${aws_cloudwatch_log_group.engine-log.name}', destination_type: 'cloudwatch-logs', log_format: 'json', log_type: 'engine-log' },
      ]);
      expect(stack.resource.aws_cloudwatch_log_group!['slow-log']).toMatchObject({ retention_in_days: 30, kms_key_id: '${aws_kms_key.key.arn}', skip_destroy: true });
    });
  });

  describe('monitoring', () => {
    /** Conditions by statement of the policy of the topic with this plan id. */
    const conditionsOn = (stack: ReturnType<typeof of>, topic: string): object => {
      const policy = Object.values(stack.resource.aws_sns_topic_policy!).find(({ arn }) => arn === `\${aws_sns_topic.${topic}.arn}`)!;
      return Object.fromEntries(statements(policy.policy).map(({ Sid, Condition }) => [Sid, Condition]));
    };

    test('the alarms\' topic is encrypted and takes from CloudWatch alone', () => {
      const stack = of(replicated);
      expect(stack.resource.aws_sns_topic!.topic!.kms_master_key_id).toBe('${aws_kms_key.key.arn}');
      expect(conditionsOn(stack, 'topic')).toEqual({
        Alarms: { StringEquals: { 'aws:SourceAccount': '${data.aws_caller_identity.account.account_id}' } },
        OnlyEncryptedTransport: { Bool: { 'aws:SecureTransport': 'false' } },
      });
      for (const subscription of Object.values(stack.resource.aws_sns_topic_subscription!)) expect(subscription).toMatchObject({ protocol: 'email', endpoint: 'oncall@example.com' });
    });

    test('the events\' topic is not encrypted, since ElastiCache drops events for encrypted ones, and is open to it before the cache exists', () => {
      const stack = of(replicated);
      expect(stack.resource.aws_sns_topic!['events-topic']).not.toHaveProperty('kms_master_key_id');
      expect(conditionsOn(stack, 'events-topic')).toEqual({
        CacheEvents: { StringEquals: { 'aws:SourceOwner': '${data.aws_caller_identity.account.account_id}' } },
        OnlyEncryptedTransport: { Bool: { 'aws:SecureTransport': 'false' } },
      });
      const [policy] = Object.entries(stack.resource.aws_sns_topic_policy!).find(([, { arn }]) => arn === '${aws_sns_topic.events-topic.arn}')!;
      expect(only(stack, 'aws_elasticache_replication_group').depends_on).toEqual([`aws_sns_topic_policy.${policy}`]);
    });

    test('imported topics are told; the first one also gets the events', () => {
      const topicArns = ['arn:aws:sns:eu-central-1:111122223333:oncall', 'arn:aws:sns:eu-central-1:111122223333:audit'];
      const stack = of({ ...replicated, monitoring: { topicArns } });
      expect(stack.resource).not.toHaveProperty('aws_sns_topic');
      expect(only(stack, 'aws_elasticache_replication_group').notification_topic_arn).toBe(topicArns[0]);
      const notifying = Object.values(stack.resource.aws_cloudwatch_composite_alarm!).filter((alarm) => alarm.alarm_actions !== undefined);
      expect(notifying.length).toBeGreaterThan(0);
      for (const alarm of notifying) expect([alarm.alarm_actions, alarm.ok_actions]).toEqual([topicArns, topicArns]);
    });

    test.each([['replicated', replicated], ['sharded', sharded], ['large', { ...sharded, shardCount: 90 }]] as const)('alarms are those of the plan, %s', (_name, blueprint) => {
      const planned = nodesOfKind(planBlueprint(blueprint), 'alarm');
      const written = of(blueprint).resource.aws_cloudwatch_metric_alarm!;
      expect(Object.keys(written).sort()).toEqual(planned.map(({ id }) => id).sort());
      for (const alarm of planned) {
        expect(written[alarm.id]).toMatchObject({
          alarm_name: alarm.name,
          alarm_description: alarm.description,
          comparison_operator: alarm.comparison,
          threshold: alarm.threshold,
          evaluation_periods: alarm.evaluationPeriods,
          datapoints_to_alarm: alarm.datapointsToAlarm,
          treat_missing_data: alarm.missingData,
        });
        const { signal } = alarm;
        if (signal.type === 'metric') {
          expect(written[alarm.id]).toMatchObject({ namespace: signal.metric.namespace, metric_name: signal.metric.name, dimensions: signal.metric.dimensions, statistic: signal.metric.statistic, period: signal.metric.periodSeconds });
        } else {
          const [result, ...metrics] = written[alarm.id]!.metric_query as { expression?: string; id: string; return_data: boolean; metric?: { dimensions: object; metric_name: string; period: number } }[];
          expect(result).toMatchObject({ expression: signal.expression, return_data: true });
          expect(metrics.map(({ id, metric }) => [id, metric?.metric_name, metric?.dimensions, metric?.period])).toEqual(signal.metrics.map(({ id, metric }) => [id, metric.name, metric.dimensions, metric.periodSeconds]));
        }
      }
    });

    test('alarms that silence rings wait for the cache, which would otherwise page while it is made', () => {
      const planned = nodesOfKind(planBlueprint(sharded), 'alarm');
      const listening = planned.filter(({ missingData }) => missingData === 'breaching').map(({ id }) => id);
      const written = Object.entries(of(sharded).resource.aws_cloudwatch_metric_alarm!);
      expect(listening.length).toBeGreaterThan(0);
      expect(written.filter(([, alarm]) => alarm.depends_on !== undefined).map(([id, alarm]) => [id, alarm.depends_on])).toEqual(
        listening.sort().map((id) => [id, ['aws_elasticache_replication_group.cache']]),
      );
    });

    test('composite alarms refer to their parts, so that these are made first', () => {
      const composites = nodesOfKind(planBlueprint(replicated), 'compositeAlarm');
      const written = of(replicated).resource.aws_cloudwatch_composite_alarm!;
      expect(composites.length).toBeGreaterThan(0);
      for (const composite of composites) {
        const parts = [...String(written[composite.id]!.alarm_rule).matchAll(/ALARM\("\$\{aws_cloudwatch_(?:metric|composite)_alarm\.([\w-]+)\.alarm_name\}"\)/g)].map(([, id]) => id);
        expect(parts).toEqual(composite.anyOf);
      }
    });

    test('the dashboard is JSON with every widget of the plan', () => {
      const [dashboard] = nodesOfKind(planBlueprint(replicated), 'dashboard');
      const body = JSON.parse(String(only(of(replicated), 'aws_cloudwatch_dashboard').dashboard_body)) as { widgets: { type: string; properties: { region?: string; alarms?: string[] } }[] };
      expect(body.widgets.map(({ type }) => type)).toEqual(dashboard!.widgets.map(({ type }) => type));
      expect(new Set(body.widgets.filter(({ type }) => type === 'metric').map(({ properties }) => properties.region))).toEqual(new Set(['${data.aws_region.region.region}']));
      const shown = body.widgets.flatMap(({ properties }) => properties.alarms ?? []);
      expect(shown.map((arn) => /^\$\{aws_cloudwatch_(?:metric|composite)_alarm\.([\w-]+)\.arn\}$/.exec(arn)?.[1])).toEqual(dashboard!.widgets.flatMap(({ alarms }) => alarms ?? []));
    });
  });

  describe('tags and text', () => {
    test('everything that takes tags has them', () => {
      const stack = of({ ...replicated, tags: { team: 'web' }, network: newNetwork });
      const untagged = new Set(['aws_cloudwatch_dashboard', 'aws_iam_role_policy', 'aws_kms_alias', 'aws_route_table_association', 'aws_secretsmanager_secret_version', 'aws_sns_topic_policy', 'aws_sns_topic_subscription']);
      const without = Object.entries(stack.resource)
        .filter(([type]) => !untagged.has(type))
        .flatMap(([type, all]) => Object.entries(all).filter(([, resource]) => (resource.tags as { team?: string } | undefined)?.team !== 'web').map(([name]) => `${type}.${name}`));
      expect(without).toEqual([]);
    });

    test('text that looks like a template stays text', () => {
      expect(only(of({ ...replicated, description: 'Costs 100%{x} of ${y}' }), 'aws_elasticache_replication_group').description).toBe('Costs 100%%{x} of $${y}');
    });
  });

  describe('outputs', () => {
    test('tell what other stacks refer to', () => {
      const { output } = of({ ...replicated, network: newNetwork });
      const valueOf = (name: string): string => output[name]!.value;
      expect([valueOf('output-security-group'), valueOf('output-key'), valueOf('output-topic'), valueOf('output-events-topic')]).toEqual([
        '${aws_security_group.firewall.id}', '${aws_kms_key.key.arn}', '${aws_sns_topic.topic.arn}', '${aws_sns_topic.events-topic.arn}',
      ]);
      expect([valueOf('output-vpc'), valueOf('output-iam-user-support')]).toEqual(['${aws_vpc.network.id}', '${aws_elasticache_user.user-support.user_id}']);
      expect(valueOf('output-subnets')).toMatch(/^\$\{join\(",", \[aws_subnet\.\S+\.id, aws_subnet\.\S+\.id\]\)\}$/);
    });

    test('tell no ARN of what is made elsewhere', () => {
      const { output } = of({ ...replicated, monitoring: { topicArns: ['arn:aws:sns:eu-central-1:111122223333:ops'] } });
      expect(Object.keys(output).filter((name) => /topic|vpc|subnets/.test(name))).toEqual([]);
    });

    test.each([
      ['replicated', replicated, ['output-events-topic', 'output-iam-user-support', 'output-key', 'output-port', 'output-primary-endpoint', 'output-reader-endpoint', 'output-secret-user-web', 'output-security-group', 'output-topic']],
      ['sharded', sharded, ['output-configuration-endpoint', 'output-events-topic', 'output-iam-user-support', 'output-key', 'output-port', 'output-secret-user-web', 'output-security-group', 'output-topic']],
    ] as const)('%s', (_name, blueprint, names) => {
      expect(Object.keys(of(blueprint).output).sort()).toEqual([...names]);
    });
  });

  describe('identity', () => {
    const users = [{ name: 'web', can: ['read', 'write'], keys: ['session:*'] }, { name: 'worker', can: ['read'], keys: ['session:*'] }, { name: 'audit', can: ['read'], keys: ['session:*'] }] as const;

    test('removing a user removes its resources and renames nothing', () => {
      const before = addresses(of({ ...replicated, access: { users } }));
      const after = addresses(of({ ...replicated, access: { users: users.slice(1) } }));
      expect(after).toEqual(before.filter((address) => !address.includes('user-web')));
    });

    test('the order of lists names nothing', () => {
      const network = { ...replicated.network, allowFromSecurityGroups: ['sg-0000000000000000a', 'sg-0000000000000000b'] };
      const turned = { ...network, allowFromSecurityGroups: [...network.allowFromSecurityGroups].reverse(), subnetIds: [...network.subnetIds!].reverse(), availabilityZones: [...network.availabilityZones!].reverse() };
      expect(addresses(of({ ...replicated, access: { users: [...users].reverse() }, network: turned }))).toEqual(addresses(of({ ...replicated, access: { users }, network })));
    });

    test('removing the first shard touches no address but that of its own alarms', () => {
      const shards = [{ id: '0001' }, { id: '0002' }, { id: '0003' }];
      const before = addresses(of({ ...sharded, shardCount: undefined, shards }));
      const after = addresses(of({ ...sharded, shardCount: undefined, shards: shards.slice(1) }));
      expect(after).toEqual(before.filter((address) => !address.includes('0001')));
    });

    test.each(['session-store', 'product-catalog'])('addresses of %s are the same in every synthesis', (name) => {
      expect(addresses(of(example(name)))).toEqual(addresses(of(example(name))));
    });
  });

  describe('constructs', () => {
    const { kind: _, ...props } = replicated;

    /** A stack of the user's own with whatever it builds. */
    const inStack = (build: (stack: InstanceType<typeof kit.vendor.TerraformStack>) => void): Synthesized =>
      synthesize(kit, (app) => {
        const stack = new kit.vendor.TerraformStack(app, 'shop');
        new kit.vendor.AwsProvider(stack, 'aws', {});
        build(stack);
      })['shop']!;

    test('take network ids that are only known at deployment', () => {
      const stack = inStack((scope) => {
        const vpc = new kit.vendor.Vpc(scope, 'vpc', { cidrBlock: '10.0.0.0/16' });
        const client = new kit.vendor.SecurityGroup(scope, 'client', { vpcId: vpc.id });
        new kit.library.ReplicatedCache(scope, 'Cache', {
          ...props,
          network: { vpcId: vpc.id, subnetIds: ['a', 'b'].map((zone) => new kit.vendor.Subnet(scope, zone, { vpcId: vpc.id, cidrBlock: '10.0.0.0/24' }).id), allowFromSecurityGroups: [client.id] },
        });
      });
      expect(only(stack, 'aws_elasticache_subnet_group').subnet_ids).toEqual(['${aws_subnet.a.id}', '${aws_subnet.b.id}']);
      expect(only(stack, 'aws_vpc_security_group_ingress_rule').referenced_security_group_id).toBe('${aws_security_group.client.id}');
    });

    test('the address of a rule does not depend on what was built before it', () => {
      const rule = (clutter: number): string[] =>
        Object.keys(
          inStack((scope) => {
            // Reading an id makes a token, and tokens are numbered.
            for (let index = 0; index < clutter; index++) expect(new kit.vendor.SecurityGroup(scope, `other-${String(index)}`, {}).id).toContain('TfToken');
            const client = new kit.vendor.SecurityGroup(scope, 'client', {});
            new kit.library.ReplicatedCache(scope, 'Cache', { ...props, network: { ...replicated.network, allowFromSecurityGroups: [client.id] } });
          }).resource.aws_vpc_security_group_ingress_rule!,
        );
      expect(rule(3)).toEqual(rule(0));
    });

    test('two caches share a stack', () => {
      const stack = inStack((scope) => {
        new kit.library.ReplicatedCache(scope, 'One', { ...props, name: 'one' });
        new kit.library.ShardedCache(scope, 'Two', { ...props, name: 'two', shardCount: 2 });
      });
      expect(Object.values(stack.resource.aws_elasticache_replication_group!).map((cache) => cache.replication_group_id)).toEqual(['one', 'two']);
    });

    test('allowFrom adds a rule for a group, once', () => {
      const stack = inStack((scope) => {
        const cache = new kit.library.ReplicatedCache(scope, 'Cache', { ...props, network: { ...replicated.network, allowFromSecurityGroups: [] } });
        cache.allowFrom('sg-0fedcba9876543210');
        cache.allowFrom('sg-0fedcba9876543210');
      });
      expect(only(stack, 'aws_vpc_security_group_ingress_rule')).toMatchObject({ referenced_security_group_id: 'sg-0fedcba9876543210', from_port: 6380 });
    });

    test('connectPolicyDocument lets a role be an IAM user of this cache, and no other', () => {
      const stack = inStack((scope) => {
        const cache = new kit.library.ReplicatedCache(scope, 'Cache', props);
        new kit.vendor.IamRolePolicy(scope, 'connect', { role: 'shop', policy: cache.connectPolicyDocument('support') });
      });
      const [statement] = JSON.parse(String(only(stack, 'aws_iam_role_policy').policy).replace(/\$\{data\.aws_(\w+)\.[\w-]+\.\w+\}/g, '<$1>')).Statement as object[];
      expect(statement).toEqual({
        Effect: 'Allow',
        Action: ['elasticache:Connect'],
        Resource: ['arn:<partition>:elasticache:<region>:<caller_identity>:replicationgroup:sessions', 'arn:<partition>:elasticache:<region>:<caller_identity>:user:sessions-support-iam'],
      });
    });

    test('endpoints, port, ARN and secrets are attributes', () => {
      const stack = inStack((scope) => {
        const cache = new kit.library.ReplicatedCache(scope, 'Cache', props);
        const told = { primary: cache.primaryEndpoint, reader: cache.readerEndpoint, port: cache.port, arn: cache.arn, secret: cache.secretArn('web'), firewall: cache.securityGroupId };
        for (const [name, value] of Object.entries(told)) new kit.vendor.TerraformOutput(scope, name, { value });
        const feed = new kit.library.ShardedCache(scope, 'Feed', { ...props, name: 'feed', shardCount: 2 });
        new kit.vendor.TerraformOutput(scope, 'configuration', { value: feed.configurationEndpoint });
      });
      const told = Object.fromEntries(Object.entries(stack.output).map(([name, { value }]) => [name, String(value).replace(/_[0-9A-F]{8}/g, '')]));
      expect(told).toMatchObject({
        primary: '${aws_elasticache_replication_group.Cache_cache.primary_endpoint_address}',
        reader: '${aws_elasticache_replication_group.Cache_cache.reader_endpoint_address}',
        port: '6380',
        arn: '${aws_elasticache_replication_group.Cache_cache.arn}',
        secret: '${aws_secretsmanager_secret.Cache_user-web_secret.arn}',
        firewall: '${aws_security_group.Cache_firewall.id}',
        configuration: '${aws_elasticache_replication_group.Feed_cache.configuration_endpoint_address}',
      });
    });

    test('methods refuse users whom they cannot serve', () => {
      const refusals: unknown[] = [];
      inStack((scope) => {
        const cache = new kit.library.ReplicatedCache(scope, 'Cache', props);
        for (const attempt of [() => cache.connectPolicyDocument('web'), () => cache.secretArn('support'), () => cache.secretArn('nobody')]) {
          try {
            attempt();
          } catch (error) {
            refusals.push((error as Error).message);
          }
        }
      });
      expect(refusals).toEqual([
        'shop/Cache: user `web` must have `authentication: iam` to be let in by a policy, got password; change its authentication, or read its password from `secretArn` [RB905]',
        'shop/Cache: user `support` has no secret, since it does not use a password; attach `connectPolicyDocument` to the role of the client instead [RB906]',
        'shop/Cache: `nobody` is not a user of this cache, which has web, support; add it to `access.users` [RB904]',
      ]);
    });

    test('errors of every cache of a stack come at once, each with its path', () => {
      const build = (): Synthesized =>
        inStack((scope) => {
          const team = new Construct(scope, 'Team');
          const broken = new kit.library.ReplicatedCache(team, 'A', { ...props, replicas: 9, nodeType: 'cache.banana' });
          new kit.library.ShardedCache(team, 'B', { ...props, name: 'b', shardCount: 9999 });
          new kit.vendor.TerraformOutput(scope, 'endpoint', { value: broken.primaryEndpoint });
          broken.allowFrom('sg-0fedcba9876543210');
        });
      expect(build).toThrow(/\[shop\/Team\/A\] `nodeType`[^\n]* \[RB\d{3}\]\n/);
      expect(build).toThrow(/\[shop\/Team\/A\] `replicas`[^\n]* \[RB\d{3}\]\n/);
      expect(build).toThrow(/\[shop\/Team\/B\] `shardCount`[^\n]* \[RB\d{3}\]/);
    });

    test('warnings are annotations with the path, unless acknowledged', () => {
      const warned = { ...props, environment: 'production', nodeType: 'cache.t4g.medium' } as const;
      const code = (cache: { findings: readonly { severity: string; code: string }[] }): string => cache.findings.find(({ severity }) => severity === 'warning')!.code;
      inStack((scope) => {
        const cache = new kit.library.ReplicatedCache(scope, 'Cache', warned);
        const expected = cache.findings.filter(({ severity }) => severity === 'warning').length;
        expect(cache.node.metadata.filter(({ type }) => type.endsWith('/warn'))).toHaveLength(expected);
        const accepted = new kit.library.ReplicatedCache(scope, 'Accepted', { ...warned, acknowledge: [{ code: code(cache), reason: 'tried in a test' }] });
        expect(accepted.node.metadata.filter(({ data }) => String(data).includes(code(cache)))).toEqual([]);
      });
    });

    test('the Terraform versions that an app states are left as stated', () => {
      const build = (): unknown =>
        synthesize(kit, (app) => {
          app.node.setContext('targetVersions', { terraform: '>=1.5.7' });
          kit.library.addBlueprints(app, [replicated]);
        });
      if (kit.name === 'cdktn') expect(build).toThrow('write-only attributes requires terraform >=1.11.0, but the project targets terraform >=1.5.7');
      else expect(build).not.toThrow();
    });

    test('the typed read-back reaches what the options do not say', () => {
      const stack = inStack((scope) => {
        const cache = new kit.library.ReplicatedCache(scope, 'Cache', props);
        cache.resources.replicationGroup.ipDiscovery = 'ipv6';
        cache.resources.of('notificationTopic', 'topic').topic!.displayName = 'Sessions';
      });
      expect(only(stack, 'aws_elasticache_replication_group').ip_discovery).toBe('ipv6');
      expect(Object.values(stack.resource.aws_sns_topic!).map((topic) => topic.display_name)).toContain('Sessions');
    });

    test('the plan can be read', () => {
      inStack((scope) => {
        expect(new kit.library.ReplicatedCache(scope, 'Cache', props).plan).toEqual(planBlueprint(replicated));
      });
    });
  });
}
