import { gunzipSync } from 'node:zlib';
import type { Blueprint, ClusterBlueprint, SentinelBlueprint } from '../../lib/core/blueprint';
import { NODE_ENV_VARIABLES, USER_DATA_LIMIT_BYTES } from '../../lib/core/config/boot';
import { planBlueprint } from '../../lib/core/plan/build';
import { nodesOfKind } from '../../lib/core/plan/plan';
import { cluster, sentinel } from './support/blueprints';
import { addresses, only, synthesize, synthesizeBlueprint } from './support/toolkit';
import type { Resource, Synthesized, Toolkit } from './support/toolkit';
import { environmentIn, filesIn, userDataOf } from './support/user-data';

interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: object;
}

const ownNodes: SentinelBlueprint = { ...sentinel, replicas: 1, sentinels: { placement: 'own-nodes' } };
const authoritySecretArn = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:team-authority-AbCdEf';
const kmsKeyArn = 'arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d-0000-1111-2222-333344445555';
const copy = { copyToBucketArn: 'arn:aws:s3:::locks-copies', copyKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-1111-2222-333344446666' };

/** Without the hash that keeps generated addresses apart. */
const plainly = (value: unknown): string => JSON.stringify(value).replace(/_[0-9A-F]{8}(?=\b|\.)/g, '');
const under = (stack: Synthesized, type: string, prefix: string): Resource => {
  const found = Object.entries(stack.resource[type] ?? {}).filter(([address]) => address.startsWith(`${prefix}_`));
  if (found.length !== 1) throw new Error(`${String(found.length)} resources of type ${type} below ${prefix}`);
  return found[0]![1];
};

/** What both toolkits write for nodes of one's own. */
export function describeSelfManaged(kit: Toolkit): void {
  const made = new Map<string, Synthesized>();
  const of = (blueprint: Blueprint): Synthesized => {
    const key = JSON.stringify(blueprint);
    const stack = made.get(key) ?? synthesizeBlueprint(kit, blueprint);
    made.set(key, stack);
    return stack;
  };

  describe('private zone', () => {
    test('is private to the network, and keeps associations of other networks', () => {
      expect(only(of(sentinel), 'aws_route53_zone')).toMatchObject({ name: 'locks.redis.internal', vpc: [{ vpc_id: sentinel.network.vpcId }], lifecycle: { ignore_changes: ['vpc'] } });
    });

    test('holds one name for each node, which follows the interface', () => {
      const records = Object.values(of(sentinel).resource.aws_route53_record!).map(({ name, type, records: to }) => [name, type, plainly(to)]);
      expect(records).toEqual(['data-1', 'data-2', 'data-3'].map((name) => [`${name}.locks.redis.internal`, 'A', `["\${aws_network_interface.node-${name}_interface.private_ip}"]`]));
    });
  });

  describe('alarms', () => {
    test.each([['sentinel', sentinel], ['cluster', cluster]] as const)('%s: those that silence rings wait for the groups that start the nodes', (_kind, blueprint) => {
      const listening = nodesOfKind(planBlueprint(blueprint), 'alarm').filter(({ missingData }) => missingData === 'breaching').map(({ id }) => id);
      const stack = of(blueprint);
      const groups = Object.keys(stack.resource.aws_autoscaling_group!).map((address) => `aws_autoscaling_group.${address}`).sort();
      const waiting = Object.entries(stack.resource.aws_cloudwatch_metric_alarm!).filter(([, alarm]) => alarm.depends_on !== undefined);
      expect(listening.length).toBeGreaterThan(0);
      expect(waiting.map(([id]) => id).sort()).toEqual(listening.sort());
      for (const [, alarm] of waiting) expect([...(alarm.depends_on as string[])].sort()).toEqual(groups);
    });
  });

  describe('firewall', () => {
    const rules = (blueprint: Blueprint, direction: 'ingress' | 'egress'): string[] =>
      Object.values(of(blueprint).resource[`aws_vpc_security_group_${direction}_rule`]!)
        .map((rule) => `${String(rule.from_port)}-${String(rule.to_port)}/${String(rule.ip_protocol)} ${String(rule.referenced_security_group_id ?? rule.cidr_ipv4)}`)
        .sort();
    const nodes = '${aws_security_group.node-firewall.id}';

    test('sentinel: nodes on the engine\'s and the Sentinels\' port, clients on both, out to APIs and archives', () => {
      const client = 'sg-0123456789abcdef0';
      expect(rules(sentinel, 'ingress')).toEqual([`26379-26379/tcp ${nodes}`, `26379-26379/tcp ${client}`, `6379-6379/tcp ${nodes}`, `6379-6379/tcp ${client}`]);
      expect(rules(sentinel, 'egress')).toEqual([`26379-26379/tcp ${nodes}`, '443-443/tcp 0.0.0.0/0', `6379-6379/tcp ${nodes}`, '80-80/tcp 0.0.0.0/0']);
    });

    test('cluster: the bus is for nodes alone', () => {
      const blueprint = { ...cluster, network: { ...cluster.network, allowFromSecurityGroups: [], allowFromCidrs: ['10.9.0.0/16'] } };
      expect(rules(blueprint, 'ingress')).toEqual([`16379-16379/tcp ${nodes}`, `6379-6379/tcp ${nodes}`, '6379-6379/tcp 10.9.0.0/16']);
    });

    test('nothing goes out over plain HTTP where the image does not need it', () => {
      expect(rules({ ...sentinel, image: 'al2023' }, 'egress')).not.toContain('80-80/tcp 0.0.0.0/0');
    });

    test('the group has no rules of its own and replaces itself first', () => {
      const group = only(of(sentinel), 'aws_security_group');
      expect(group).not.toHaveProperty('ingress');
      expect(group).not.toHaveProperty('egress');
      expect(group.lifecycle).toEqual({ create_before_destroy: true });
    });
  });

  describe('secrets', () => {
    test('one for each ACL user, encrypted, kept for a while after a mistake', () => {
      const { resource } = of(sentinel);
      const users = nodesOfKind(planBlueprint(sentinel), 'generatedSecret');
      expect(users.map(({ user }) => user)).toEqual(['replication', 'sentinel', 'operator', 'metrics', 'backup', 'web']);
      for (const { id, secretName } of users) expect(resource.aws_secretsmanager_secret![id]).toMatchObject({ name: secretName, kms_key_id: '${aws_kms_key.key.arn}', recovery_window_in_days: 30 });
    });

    test('passwords are drawn without punctuation, and are references wherever they stand', () => {
      const stack = of(sentinel);
      const generators = Object.values((kit.name === 'cdktn' ? stack.ephemeral! : stack.data).aws_secretsmanager_random_password!);
      expect(generators).toHaveLength(6);
      for (const generator of generators) expect(generator).toMatchObject({ exclude_punctuation: true, password_length: expect.any(Number) as number });
      for (const version of Object.values(stack.resource.aws_secretsmanager_secret_version!)) {
        const text = kit.name === 'cdktn' ? version.secret_string_wo : version.secret_string;
        expect(text).toMatch(/^\$\{jsonencode\(\{"username" = "\w+", "password" = (ephemeral|data)\.aws_secretsmanager_random_password\.[\w-]+\.random_password\}\)\}$/);
        if (kit.name === 'cdktn') expect(version).not.toHaveProperty('secret_string');
        else expect(version.lifecycle).toEqual({ ignore_changes: ['secret_string'] });
      }
    });

    test('a generated authority is a secret without a version: the first node fills it, and no run sees its key', () => {
      const stack = of(sentinel);
      expect(stack.resource.aws_secretsmanager_secret!.authority).toMatchObject({ name: 'redis-blueprints/locks/tls/authority', kms_key_id: '${aws_kms_key.key.arn}' });
      expect(Object.keys(stack.resource.aws_secretsmanager_secret_version!).filter((address) => address.startsWith('authority'))).toEqual([]);
    });

    test('an authority of the user\'s own is named and none is made', () => {
      const stack = of({ ...sentinel, certificates: { authoritySecretArn } });
      expect(stack.resource.aws_secretsmanager_secret).not.toHaveProperty('authority');
      expect(environmentIn(userDataOf(under(stack, 'aws_launch_template', 'node-data-1').user_data)).AUTHORITY_SECRET_ARN).toBe(authoritySecretArn);
    });

    test('disposable ones can be made anew at once', () => {
      expect(new Set(Object.values(of({ ...sentinel, disposable: true }).resource.aws_secretsmanager_secret!).map((secret) => secret.recovery_window_in_days))).toEqual(new Set([0]));
    });
  });

  describe('backups', () => {
    test('the bucket is encrypted with the key, versioned, closed, and kept', () => {
      const stack = of(sentinel);
      expect(only(stack, 'aws_s3_bucket')).toMatchObject({ bucket_prefix: 'locks-backups-', force_destroy: false, lifecycle: { prevent_destroy: true } });
      expect(only(stack, 'aws_s3_bucket_versioning').versioning_configuration).toEqual({ status: 'Enabled' });
      expect(only(stack, 'aws_s3_bucket_server_side_encryption_configuration').rule).toEqual([
        { apply_server_side_encryption_by_default: { kms_master_key_id: '${aws_kms_key.key.arn}', sse_algorithm: 'aws:kms' }, bucket_key_enabled: true },
      ]);
      expect(only(stack, 'aws_s3_bucket_ownership_controls').rule).toEqual({ object_ownership: 'BucketOwnerEnforced' });
      expect(only(stack, 'aws_s3_bucket_public_access_block')).toMatchObject({ block_public_acls: true, block_public_policy: true, ignore_public_acls: true, restrict_public_buckets: true });
    });

    test('a long name leaves room for what the provider adds', () => {
      const name = 'a-name-of-forty-characters-which-is-all';
      expect(String(only(of({ ...sentinel, name }), 'aws_s3_bucket').bucket_prefix)).toBe('a-name-of-forty-characters-w-backups-');
    });

    test('refuses plain HTTP, other encryption and other keys', () => {
      const stack = of(sentinel);
      const { policy, depends_on } = only(stack, 'aws_s3_bucket_policy');
      const bucket = '${aws_s3_bucket.backups.arn}';
      const objects = `${bucket}/*`;
      expect(JSON.parse(String(policy))).toEqual({
        Version: '2012-10-17',
        Statement: [
          { Sid: 'OnlyTls', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: [bucket, objects], Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
          {
            Sid: 'OnlyKms', Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: objects,
            Condition: { Null: { 's3:x-amz-server-side-encryption': 'false' }, StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
          },
          {
            Sid: 'OnlyThisKey', Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: objects,
            Condition: { Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'false' }, StringNotEquals: { 's3:x-amz-server-side-encryption-aws-kms-key-id': '${aws_kms_key.key.arn}' } },
          },
          { Sid: 'NoKeyOfTheRequest', Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: objects, Condition: { Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'false' } } },
        ],
      });
      expect(depends_on).toEqual([`aws_s3_bucket_public_access_block.${Object.keys(stack.resource.aws_s3_bucket_public_access_block!)[0]!}`]);
    });

    test('live as long as the blueprint says; what was deleted can be brought back for a week', () => {
      const { rule } = only(of({ ...sentinel, backup: { retentionDays: 21 } }), 'aws_s3_bucket_lifecycle_configuration');
      expect(rule).toEqual([
        { id: 'retention', status: 'Enabled', filter: [{ prefix: '' }], expiration: [{ days: 21 }], noncurrent_version_expiration: [{ noncurrent_days: 7 }] },
        { id: 'leftovers', status: 'Enabled', filter: [{ prefix: '' }], expiration: [{ expired_object_delete_marker: true }], abort_incomplete_multipart_upload: [{ days_after_initiation: 1 }] },
      ]);
    });

    test('go to another region under that region\'s key, deletions do not', () => {
      const stack = of({ ...sentinel, backup: copy });
      const [rule] = only(stack, 'aws_s3_bucket_replication_configuration').rule as object[];
      expect(rule).toEqual({
        id: 'backups',
        status: 'Enabled',
        filter: { prefix: '' },
        delete_marker_replication: { status: 'Disabled' },
        source_selection_criteria: { sse_kms_encrypted_objects: { status: 'Enabled' } },
        destination: { bucket: copy.copyToBucketArn, encryption_configuration: { replica_kms_key_id: copy.copyKeyArn } },
      });
      const role = under(stack, 'aws_iam_role', 'backups');
      expect((JSON.parse(String(role.assume_role_policy)) as { Statement: unknown }).Statement).toEqual([
        {
          Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' }, Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:SourceAccount': '${data.aws_caller_identity.account.account_id}' }, ArnLike: { 'aws:SourceArn': '${aws_s3_bucket.backups.arn}' } },
        },
      ]);
      const { Statement } = JSON.parse(String(under(stack, 'aws_iam_role_policy', 'backups').policy)) as { Statement: Statement[] };
      expect(Statement.map(({ Action, Resource }) => [Action, Resource])).toEqual([
        [['s3:GetReplicationConfiguration', 's3:ListBucket'], '${aws_s3_bucket.backups.arn}'],
        [['s3:GetObjectVersionAcl', 's3:GetObjectVersionForReplication', 's3:GetObjectVersionTagging'], '${aws_s3_bucket.backups.arn}/*'],
        [['s3:ReplicateObject', 's3:ReplicateTags'], 'arn:aws:s3:::locks-copies/*'],
        [['kms:Decrypt'], '${aws_kms_key.key.arn}'],
        [['kms:Encrypt', 'kms:GenerateDataKey'], copy.copyKeyArn],
      ]);
      expect(of(sentinel).resource).not.toHaveProperty('aws_s3_bucket_replication_configuration');
    });

    test('without a stated key, copies are under the account\'s own key for S3 in the region of the bucket', () => {
      const stack = of({ ...sentinel, backup: { copyToBucketArn: copy.copyToBucketArn } });
      const [looked] = Object.values(stack.data.aws_s3_bucket!);
      expect(looked!.bucket).toBe('locks-copies');
      const there = (arn: string): string => arn.replace(/\$\{data\.aws_(\w+)\.[\w-]+\.\w+\}/g, '<$1>');
      const [rule] = only(stack, 'aws_s3_bucket_replication_configuration').rule as { destination: { encryption_configuration: { replica_kms_key_id: string } } }[];
      expect(there(rule!.destination.encryption_configuration.replica_kms_key_id)).toBe('arn:<partition>:kms:<s3_bucket>:<caller_identity>:alias/aws/s3');
      const { Statement } = JSON.parse(there(String(under(stack, 'aws_iam_role_policy', 'backups').policy))) as { Statement: Statement[] };
      expect(Statement.find(({ Sid }) => Sid === 'CopyKey')).toEqual({
        Sid: 'CopyKey', Effect: 'Allow', Action: ['kms:Encrypt', 'kms:GenerateDataKey'], Resource: 'arn:<partition>:kms:<s3_bucket>:<caller_identity>:key/*',
        Condition: { StringEquals: { 'kms:ViaService': 's3.<s3_bucket>.amazonaws.com' }, 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/aws/s3' } },
      });
    });

    test('disposable ones go with the stack', () => {
      expect(only(of({ ...sentinel, disposable: true }), 'aws_s3_bucket')).toMatchObject({ force_destroy: true, lifecycle: { prevent_destroy: false } });
    });
  });

  describe('node', () => {
    const node = (type: string, blueprint: Blueprint = sentinel, name = 'data-1'): Resource => under(of(blueprint), type, `node-${name}`);

    test('has an address that stays', () => {
      expect(node('aws_network_interface')).toMatchObject({
        subnet_id: sentinel.network.subnets[0]!.subnetId,
        security_groups: ['${aws_security_group.node-firewall.id}'],
        tags: expect.objectContaining({ 'redis-blueprints:node': 'locks/data-1' }) as object,
        lifecycle: { prevent_destroy: true },
      });
      expect(node('aws_network_interface')).not.toHaveProperty('attachment');
    });

    test('has a volume that stays, in its own zone, encrypted with the key', () => {
      const planned = nodesOfKind(planBlueprint(sentinel), 'redisNode')[0]!.volume;
      expect(node('aws_ebs_volume')).toMatchObject({
        availability_zone: 'eu-central-1a', encrypted: true, kms_key_id: '${aws_kms_key.key.arn}', type: 'gp3', size: planned.sizeGiB, iops: planned.iops, throughput: planned.throughputMiBps,
        final_snapshot: true, lifecycle: { prevent_destroy: true },
      });
      const disposable = { ...sentinel, disposable: true };
      expect(node('aws_ebs_volume', disposable)).toMatchObject({ final_snapshot: false, lifecycle: { prevent_destroy: false } });
      expect(node('aws_network_interface', disposable).lifecycle).toEqual({ prevent_destroy: false });
    });

    test('starts closed: IMDSv2 for this machine, no public address, no key pair, everything encrypted', () => {
      const template = node('aws_launch_template');
      expect(template).toMatchObject({
        instance_type: 'm7g.large',
        metadata_options: { http_endpoint: 'enabled', http_tokens: 'required', http_put_response_hop_limit: 1, instance_metadata_tags: 'disabled' },
        network_interfaces: [{ device_index: 0, associate_public_ip_address: 'false', delete_on_termination: 'true', security_groups: ['${aws_security_group.node-firewall.id}'] }],
        block_device_mappings: [{ device_name: '/dev/xvda', ebs: { encrypted: 'true', volume_type: 'gp3', delete_on_termination: 'true' } }],
        monitoring: { enabled: true },
      });
      expect(template).not.toHaveProperty('key_name');
      expect(plainly(template.iam_instance_profile)).toBe('{"arn":"${aws_iam_instance_profile.node-data-1_profile.arn}"}');
    });

    test.each([
      ['al2023', 'm7g.large', '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64'],
      ['al2023', 'm7i.large', '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64'],
      ['debian-12', 'm7g.large', '/aws/service/debian/release/12/latest/arm64'],
      ['debian-13', 'm7i.large', '/aws/service/debian/release/13/latest/amd64'],
      ['ubuntu-24.04', 'm7g.large', '/aws/service/canonical/ubuntu/server/24.04/stable/current/arm64/hvm/ebs-gp3/ami-id'],
      ['ubuntu-24.04', 'm7i.large', '/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id'],
    ] as const)('%s on %s: the vendor\'s newest image', (image, instanceType, parameter) => {
      expect(node('aws_launch_template', { ...sentinel, image, instanceType }).image_id).toBe(`resolve:ssm:${parameter}`);
    });

    test('is a group of one in one subnet, whose old instance goes before the new one comes', () => {
      const group = node('aws_autoscaling_group', sentinel, 'data-2');
      expect(group).toMatchObject({
        name: 'locks-data-2', min_size: 1, max_size: 1, desired_capacity: 1, vpc_zone_identifier: [sentinel.network.subnets[1]!.subnetId], health_check_type: 'EC2',
        instance_maintenance_policy: { min_healthy_percentage: 0, max_healthy_percentage: 100 },
      });
      expect(group.tag).toContainEqual({ key: 'redis-blueprints:node', value: 'locks/data-2', propagate_at_launch: true });
    });

    test('a new template is for the next instance: no run of Terraform ends one', () => {
      expect(node('aws_autoscaling_group')).not.toHaveProperty('instance_refresh');
      expect(plainly(node('aws_autoscaling_group').launch_template)).toBe('{"id":"${aws_launch_template.node-data-1_template.id}","version":"${aws_launch_template.node-data-1_template.latest_version}"}');
    });

    test('starts when permission, name and passwords are there', () => {
      const { depends_on } = node('aws_autoscaling_group');
      expect(JSON.parse(plainly(depends_on))).toEqual([
        'aws_iam_role_policy.node-data-1_permission',
        'aws_route53_record.node-data-1_record',
        ...['replication', 'sentinel', 'operator', 'metrics', 'backup', 'web'].map((user) => `aws_secretsmanager_secret_version.secret-${user}_version`),
      ]);
    });

    test('Sentinels of their own have no bucket and a small machine', () => {
      expect(node('aws_launch_template', ownNodes, 'sentinel-1').instance_type).toBe('t4g.small');
      expect(environmentIn(userDataOf(node('aws_launch_template', ownNodes, 'sentinel-1').user_data))).not.toHaveProperty('BACKUP_BUCKET');
    });
  });

  describe('user data', () => {
    const userData = (blueprint: Blueprint, name: string): string => userDataOf(under(of(blueprint), 'aws_launch_template', `node-${name}`).user_data);

    test('tells the node every name that it reads, and no other', () => {
      const environment = environmentIn(userData(sentinel, 'data-1'));
      const names = new Set(Object.keys(environment).map((name) => name.replace(/^SECRET_ARN_.*/, 'SECRET_ARN_*')));
      expect([...names].sort()).toEqual(NODE_ENV_VARIABLES.map(({ name }) => name).sort());
      expect(environment).toMatchObject({
        REGION: '${data.aws_region.region.region}',
        SECRET_ARN_web: '${aws_secretsmanager_secret.secret-web.arn}',
        AUTHORITY_SECRET_ARN: '${aws_secretsmanager_secret.authority.arn}',
        KEY_ARN: '${aws_kms_key.key.arn}',
        LOG_GROUP: '${aws_cloudwatch_log_group.node-log.name}',
        BACKUP_BUCKET: '${aws_s3_bucket.backups.id}',
      });
      expect(plainly([environment.INTERFACE_ID, environment.VOLUME_ID])).toBe('["${aws_network_interface.node-data-1_interface.id}","${aws_ebs_volume.node-data-1_volume.id}"]');
    });

    test('brings the files of the plan, and scripts that are there', () => {
      const stack = of(sentinel);
      const files = filesIn(userData(sentinel, 'data-1'));
      const planned = nodesOfKind(planBlueprint(sentinel), 'redisNode')[0]!.bootFiles;
      expect(files).toContain(planned.find(({ path }) => path.endsWith('engine.conf'))!.content);
      const parameters = Object.values(stack.resource.aws_ssm_parameter!);
      for (const { name } of parameters) expect(files).toContain(String(name));
      const scripts = gunzipSync(Buffer.from(parameters.map(({ insecure_value }) => String(insecure_value)).join(''), 'base64')).toString();
      expect(scripts).toContain('take_interface');
      for (const { type, tier, insecure_value } of parameters) expect([type, tier, String(insecure_value).length <= 4096]).toEqual(['String', 'Standard', true]);
      expect(stack.resource.aws_launch_template).toEqual(expect.anything());
      expect(under(stack, 'aws_launch_template', 'node-data-1').depends_on).toEqual(Object.keys(stack.resource.aws_ssm_parameter!).map((address) => `aws_ssm_parameter.${address}`));
    });

    test('fits at its largest: the longest name, the most nodes and users that a blueprint of this kind is likely to have', () => {
      const users = Array.from({ length: 12 }, (_, index) => ({ name: `application-number-${String(index + 1)}`, can: ['read', 'write'] as const, keys: [`tenant-${String(index)}:*`], channels: [`changes-${String(index)}`] }));
      const shards = Array.from({ length: 30 }, (_, index) => `shard-${String(index + 1)}`);
      const large: ClusterBlueprint = { ...cluster, name: 'a-name-of-forty-characters-which-is-all', users, shards, replicas: 2, image: 'debian-12' };
      // What a reference becomes, at its longest.
      const known = userData(large, 'shard-30-3')
        .replace(/^(SECRET_ARN_(\S+))=.*$/gm, (_, name: string, user: string) => `${name}=arn:aws-us-gov:secretsmanager:us-gov-east-1:111122223333:secret:redis-blueprints/${large.name}/${user}-AbCdEf`)
        .replace(/\$\{aws_secretsmanager_secret\.authority\.arn\}/, `arn:aws-us-gov:secretsmanager:us-gov-east-1:111122223333:secret:redis-blueprints/${large.name}/tls/authority-AbCdEf`)
        .replace(/\$\{aws_kms_key\.key\.arn\}/, `arn:aws-us-gov:kms:us-gov-east-1:111122223333:key/${'0'.repeat(36)}`)
        .replace(/\$\{[^}]*\}/g, 'x'.repeat(63));
      expect(known.length).toBeLessThanOrEqual(USER_DATA_LIMIT_BYTES);
    });

    test.each(Object.entries({ sentinel, ownNodes, cluster }))('%s: nothing secret and nothing of this machine is in the configuration', (_name, blueprint) => {
      const stack = of(blueprint);
      expect(stack.text).not.toContain(process.cwd());
      for (const [address, template] of Object.entries(stack.resource.aws_launch_template!)) {
        const text = userDataOf(template.user_data);
        expect([address, /random_password|secret_string/.test(text), /-----BEGIN/.test(filesIn(text)), filesIn(text).includes('{{password')]).toEqual([address, false, false, expect.any(Boolean)]);
      }
    });
  });

  describe('permission', () => {
    const here = 'arn:<partition>:SERVICE:<region>:<account>';
    const arn = (service: string, rest: string): string => `${here.replace('SERVICE', service)}:${rest}`;
    const statements = (blueprint: Blueprint, name: string): Statement[] => {
      const text = String(under(of(blueprint), 'aws_iam_role_policy', `node-${name}`).policy)
        .replace(/\$\{data\.aws_partition\.\w+\.partition\}/g, '<partition>')
        .replace(/\$\{data\.aws_region\.\w+\.region\}/g, '<region>')
        .replace(/\$\{data\.aws_caller_identity\.\w+\.account_id\}/g, '<account>')
        .replace(/_[0-9A-F]{8}(?=\.)/g, '');
      return (JSON.parse(text) as { Statement: Statement[] }).Statement;
    };
    const key = '${aws_kms_key.key.arn}';
    const through = (service: string): object => ({ StringEquals: { 'kms:ViaService': `${service}.<region>.amazonaws.com` } });
    const attach = ['ec2:AttachNetworkInterface', 'ec2:AttachVolume', 'ec2:DetachNetworkInterface', 'ec2:DetachVolume'];
    const allow = (Sid: string, Action: string[], Resource: string[], Condition?: object): Statement => ({ Sid, Effect: 'Allow', Action, Resource, ...(Condition === undefined ? {} : { Condition }) });
    const secret = (user: string): string => `\${aws_secretsmanager_secret.secret-${user}.arn}`;
    const authority = '${aws_secretsmanager_secret.authority.arn}';
    const bucket = '${aws_s3_bucket.backups.arn}';

    test('of a data node, statement by statement', () => {
      expect(statements(sentinel, 'data-2')).toEqual([
        allow('OwnInterfaceAndVolume', attach, [arn('ec2', 'network-interface/${aws_network_interface.node-data-2_interface.id}'), arn('ec2', 'volume/${aws_ebs_volume.node-data-2_volume.id}')]),
        allow('OwnInstances', attach, [arn('ec2', 'instance/*')], { StringEquals: { 'aws:ResourceTag/redis-blueprints:node': 'locks/data-2' } }),
        allow('WhoHoldsThem', ['ec2:DescribeInstances', 'ec2:DescribeNetworkInterfaces', 'ec2:DescribeVolumes'], ['*'], { StringEquals: { 'aws:RequestedRegion': '<region>' } }),
        allow('VolumeGrant', ['kms:CreateGrant'], [key], { Bool: { 'kms:GrantIsForAWSResource': 'true' }, ...through('ec2') }),
        allow('VolumeKey', ['kms:Decrypt', 'kms:DescribeKey'], [key], through('ec2')),
        allow('OwnSecrets', ['secretsmanager:GetSecretValue'], [...['replication', 'sentinel', 'operator', 'metrics', 'backup', 'web'].map(secret), authority]),
        allow('FillAuthority', ['secretsmanager:PutSecretValue'], [authority]),
        allow('SecretKey', ['kms:Decrypt', 'kms:GenerateDataKey'], [key], through('secretsmanager')),
        allow('BootScripts', ['ssm:GetParameters'], [arn('ssm', 'parameter/redis-blueprints/locks/boot/*')]),
        allow('WriteOwnBackups', ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'], [`${bucket}/locks/main/*`]),
        allow('ReadOwnShard', ['s3:GetObject'], [`${bucket}/*/main/*`]),
        allow('ListOwnBackups', ['s3:ListBucket'], [bucket], { StringLike: { 's3:prefix': 'locks/main/*' } }),
        allow('BackupKey', ['kms:Decrypt', 'kms:GenerateDataKey'], [key], through('s3')),
        allow('OwnMetrics', ['cloudwatch:PutMetricData'], ['*'], { StringEquals: { 'cloudwatch:namespace': nodesOfKind(planBlueprint(sentinel), 'redisNode')[0]!.metricNamespace } }),
        allow('OwnLogs', ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'], ['${aws_cloudwatch_log_group.node-log.arn}:*']),
        allow('OwnHealth', ['autoscaling:SetInstanceHealth'], [arn('autoscaling', 'autoScalingGroup:*:autoScalingGroupName/locks-data-2')]),
        allow('SessionManager', ['ssm:UpdateInstanceInformation'], [arn('ec2', 'instance/*')]),
        allow('SessionChannels', ['ssmmessages:CreateControlChannel', 'ssmmessages:CreateDataChannel', 'ssmmessages:OpenControlChannel', 'ssmmessages:OpenDataChannel'], ['*']),
      ]);
    });

    test('of a Sentinel\'s own node: no backups, and only the passwords that it checks', () => {
      const of = statements(ownNodes, 'sentinel-2');
      expect(of.map(({ Sid }) => Sid)).not.toEqual(expect.arrayContaining([expect.stringContaining('Backup')]));
      const read = of.find(({ Sid }) => Sid === 'OwnSecrets')!.Resource;
      expect(read).not.toContain(secret('replication'));
      expect(read).toEqual([...nodesOfKind(planBlueprint(ownNodes), 'redisNode').find(({ name }) => name === 'sentinel-2')!.secrets.map((id) => `\${aws_secretsmanager_secret.${id}.arn}`), authority]);
    });

    test('of a shard\'s node: the backups of its own shard', () => {
      expect(statements(cluster, 's2-1').find(({ Sid }) => Sid === 'WriteOwnBackups')!.Resource).toEqual([`${bucket}/events/s2/*`]);
    });

    test('an authority of the user\'s own is read and never written', () => {
      const of = statements({ ...sentinel, certificates: { authoritySecretArn } }, 'data-1');
      expect(of.map(({ Sid }) => Sid)).not.toContain('FillAuthority');
      expect(of.find(({ Sid }) => Sid === 'OwnSecrets')!.Resource).toContain(authoritySecretArn);
    });

    test('the role is for EC2 alone, and the profile holds it', () => {
      const role = under(of(sentinel), 'aws_iam_role', 'node-data-1');
      expect((JSON.parse(String(role.assume_role_policy)) as { Statement: unknown }).Statement).toEqual([{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }]);
      expect(role).not.toHaveProperty('managed_policy_arns');
      expect(of(sentinel).resource).not.toHaveProperty('aws_iam_role_policy_attachment');
      expect(plainly(under(of(sentinel), 'aws_iam_instance_profile', 'node-data-1').role)).toBe('"${aws_iam_role.node-data-1_role.name}"');
    });

    test('roles of long names have room for what the provider adds', () => {
      const role = under(of({ ...sentinel, name: 'a-name-of-forty-characters-which-is-all' }), 'aws_iam_role', 'node-data-1');
      expect(String(role.name_prefix).length).toBeLessThanOrEqual(38);
    });

    test('an imported key is used everywhere and none is made', () => {
      const blueprint = { ...sentinel, kmsKeyArn };
      const stack = of(blueprint);
      expect(stack.resource).not.toHaveProperty('aws_kms_key');
      expect(new Set(Object.values(stack.resource.aws_ebs_volume!).map((volume) => volume.kms_key_id))).toEqual(new Set([kmsKeyArn]));
      expect(new Set(Object.values(stack.resource.aws_secretsmanager_secret!).map((one) => one.kms_key_id))).toEqual(new Set([kmsKeyArn]));
      expect(statements(blueprint, 'data-1').find(({ Sid }) => Sid === 'BackupKey')!.Resource).toEqual([kmsKeyArn]);
    });
  });

  describe('identity', () => {
    test('removing the first shard touches no address but its own, and moves no node', () => {
      const four = { ...cluster, shards: ['s1', 's2', 's3', 's4'] };
      const three = { ...cluster, shards: ['s2', 's3', 's4'] };
      const [before, after] = [of(four), of(three)];
      expect(addresses(after)).toEqual(addresses(before).filter((address) => !/\bs1\b/.test(address.replace(/_/g, ' '))));
      const zones = ({ resource }: Synthesized): unknown[] => Object.entries(resource.aws_ebs_volume!).filter(([address]) => !address.includes('s1-')).map(([address, volume]) => [address, volume.availability_zone]);
      expect(zones(after)).toEqual(zones(before));
    });

    test('removing a user removes its secret and renames nothing', () => {
      const users = [{ name: 'web', can: ['read', 'write'], keys: ['lock:*'] }, { name: 'audit', can: ['read'], keys: ['lock:*'] }] as const;
      const [before, after] = [of({ ...sentinel, users }), of({ ...sentinel, users: users.slice(1) })];
      expect(addresses(after)).toEqual(addresses(before).filter((address) => !address.includes('secret-web')));
    });

    test('every synthesis gives the same, to the byte', () => {
      expect(synthesizeBlueprint(kit, cluster).text).toBe(synthesizeBlueprint(kit, cluster).text);
    });

    test('everything that takes tags has them', () => {
      const stack = of({ ...sentinel, tags: { team: 'web' }, backup: copy });
      const untagged = /^aws_(cloudwatch_dashboard|iam_role_policy|kms_alias|route53_record|s3_bucket_\w+|secretsmanager_secret_version|sns_topic_policy|sns_topic_subscription)$/;
      const without = Object.entries(stack.resource)
        .filter(([type]) => !untagged.test(type))
        .flatMap(([type, all]) => Object.entries(all).filter(([, { tags, tag }]) => !JSON.stringify(tags ?? tag ?? '').includes('"web"')).map(([name]) => `${type}.${name}`));
      expect(without).toEqual([]);
    });
  });

  describe('outputs', () => {
    test('sentinel', () => {
      const { output } = of(sentinel);
      expect(Object.fromEntries(Object.entries(output).map(([name, { value }]) => [name, value]))).toEqual({
        'output-sentinels': 'data-1.locks.redis.internal:26379,data-2.locks.redis.internal:26379,data-3.locks.redis.internal:26379',
        'output-primary-name': 'locks',
        'output-data-nodes': 'data-1.locks.redis.internal:6379,data-2.locks.redis.internal:6379,data-3.locks.redis.internal:6379',
        'output-node-firewall': '${aws_security_group.node-firewall.id}',
        'output-backups': '${aws_s3_bucket.backups.id}',
        'output-secret-operator': '${aws_secretsmanager_secret.secret-operator.arn}',
        'output-secret-web': '${aws_secretsmanager_secret.secret-web.arn}',
      });
    });

    test('cluster', () => {
      expect(of(cluster).output['output-seed-nodes']!.value.split(',')).toHaveLength(6);
    });
  });

  describe('constructs', () => {
    const { kind: _sentinel, ...sentinelProps } = sentinel;
    const { kind: _cluster, ...clusterProps } = cluster;
    const inStack = (build: (stack: InstanceType<typeof kit.vendor.TerraformStack>) => void): Synthesized =>
      synthesize(kit, (app) => {
        const stack = new kit.vendor.TerraformStack(app, 'shop');
        new kit.vendor.AwsProvider(stack, 'aws', {});
        build(stack);
      })['shop']!;

    test('two deployments share a stack, and take network ids that are only known at deployment', () => {
      const stack = inStack((scope) => {
        const vpc = new kit.vendor.Vpc(scope, 'vpc', { cidrBlock: '10.0.0.0/16' });
        const subnets = sentinel.network.subnets.map(({ availabilityZone }) => ({ availabilityZone, subnetId: new kit.vendor.Subnet(scope, availabilityZone, { vpcId: vpc.id, cidrBlock: '10.0.0.0/24' }).id }));
        const network = { ...sentinel.network, vpcId: vpc.id, subnets };
        new kit.library.RedisSentinel(scope, 'Locks', { ...sentinelProps, network });
        new kit.library.RedisCluster(scope, 'Events', { ...clusterProps, network });
      });
      expect(Object.values(stack.resource.aws_autoscaling_group!).map(({ name }) => name)).toEqual([...['s1', 's2', 's3'].flatMap((shard) => [`events-${shard}-1`, `events-${shard}-2`]), ...[1, 2, 3].map((n) => `locks-data-${String(n)}`)]);
      expect(Object.values(stack.resource.aws_network_interface!)[0]!.subnet_id).toBe('${aws_subnet.eu-central-1a.id}');
      expect(Object.values(stack.resource.aws_route53_zone!).map(({ vpc }) => vpc)).toEqual([[{ vpc_id: '${aws_vpc.vpc.id}' }], [{ vpc_id: '${aws_vpc.vpc.id}' }]]);
    });

    test('allowFrom lets a group in on every port that clients use, once', () => {
      const stack = inStack((scope) => {
        const locks = new kit.library.RedisSentinel(scope, 'Locks', { ...sentinelProps, network: { ...sentinel.network, allowFromSecurityGroups: [] } });
        locks.allowFrom('sg-0fedcba9876543210');
        locks.allowFrom('sg-0fedcba9876543210');
      });
      const ports = Object.values(stack.resource.aws_vpc_security_group_ingress_rule!).filter((rule) => rule.referenced_security_group_id === 'sg-0fedcba9876543210').map((rule) => rule.from_port);
      expect(ports).toEqual([26379, 6379]);
    });

    test('tell where to connect and where the passwords are', () => {
      const stack = inStack((scope) => {
        const locks = new kit.library.RedisSentinel(scope, 'Locks', sentinelProps);
        const events = new kit.library.RedisCluster(scope, 'Events', clusterProps);
        const told = {
          sentinels: locks.sentinels.join(), primary: locks.primaryName, seeds: events.seedNodes[0], secret: locks.secretArn('web'), operator: events.secretArn('operator'),
          firewall: locks.securityGroupId, bucket: locks.backupBucketName, authority: locks.authoritySecretArn, key: locks.keyArn,
        };
        for (const [name, value] of Object.entries(told)) new kit.vendor.TerraformOutput(scope, name, { value });
      });
      const told = Object.fromEntries(Object.entries(stack.output).map(([name, { value }]) => [name, String(value).replace(/_[0-9A-F]{8}/g, '')]));
      expect(told).toMatchObject({
        sentinels: 'data-1.locks.redis.internal:26379,data-2.locks.redis.internal:26379,data-3.locks.redis.internal:26379',
        primary: 'locks',
        seeds: 's1-1.events.redis.internal:6379',
        secret: '${aws_secretsmanager_secret.Locks_secret-web.arn}',
        operator: '${aws_secretsmanager_secret.Events_secret-operator.arn}',
        firewall: '${aws_security_group.Locks_node-firewall.id}',
        bucket: '${aws_s3_bucket.Locks_backups.id}',
        authority: '${aws_secretsmanager_secret.Locks_authority.arn}',
        key: '${aws_kms_key.Locks_key.arn}',
      });
    });

    test('refuse a user whom they do not have', () => {
      inStack((scope) => {
        const locks = new kit.library.RedisSentinel(scope, 'Locks', sentinelProps);
        expect(() => locks.secretArn('nobody')).toThrow(
          new Error('shop/Locks: `nobody` is not a user of this deployment, which has replication, sentinel, operator, metrics, backup, web; add it to `users` [RB904]'),
        );
      });
    });

    test('errors of every deployment of a stack come at once, each with its path', () => {
      const build = (): Synthesized =>
        inStack((scope) => {
          const broken = new kit.library.RedisSentinel(scope, 'Locks', { ...sentinelProps, sentinels: { count: 4 } });
          new kit.library.RedisCluster(scope, 'Events', { ...clusterProps, shards: ['s1'] });
          new kit.vendor.TerraformOutput(scope, 'told', { value: [broken.sentinels.join(), broken.primaryName, broken.secretArn('web'), broken.securityGroupId, broken.backupBucketName, broken.authoritySecretArn, broken.keyArn].join() });
          broken.allowFrom('sg-0fedcba9876543210');
          expect(() => broken.resources).toThrow(/blueprint "shop\/Locks" has/);
        });
      expect(build).toThrow(/\[shop\/Locks\] `sentinels\.count`[^\n]* \[RB\d{3}\]/);
      expect(build).toThrow(/\[shop\/Events\] `shards`[^\n]* \[RB\d{3}\]/);
    });

    test('the typed read-back reaches what the options do not say', () => {
      const stack = inStack((scope) => {
        const locks = new kit.library.RedisSentinel(scope, 'Locks', sentinelProps);
        locks.resources.redisNode('data-2').group.maxInstanceLifetime = 2_592_000;
        locks.resources.backupBucket.addOverride('object_lock_enabled', true);
        expect(locks.plan).toEqual(planBlueprint(sentinel));
      });
      expect(Object.values(stack.resource.aws_autoscaling_group!).map((group) => group.max_instance_lifetime)).toEqual([undefined, 2_592_000, undefined]);
      expect(only(stack, 'aws_s3_bucket').object_lock_enabled).toBe(true);
    });

    test('a stack of a blueprint tells what it holds, and refuses to be taken for the other', () => {
      synthesize(kit, (app) => {
        const [stack] = kit.library.addBlueprints(app, [sentinel]);
        expect(stack!.nodes).toBe(stack!.deployment);
        expect(() => stack!.cache).toThrow(new Error('locks has no managed cache: read `nodes`'));
      });
    });
  });
}
