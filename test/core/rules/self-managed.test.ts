import { RULES_BY_TOPIC } from '../../../lib/core/rules';
import { validate } from '../../../lib/core/validate';
import { cluster, inZones, sentinel, user, watching } from './self-managed-support';
import { replicated, said, sharded } from './support';

const table: [code: string, what: string, blueprint: object, findings: string[]][] = [
  ['RB500', 'an even count', watching({ count: 4 }, { replicas: 4 }), ['error: `sentinels.count` must be 3 or 5, since an even number can be split in halves, got 4; state 3 [RB500]']],
  ['RB500', 'a single one', watching({ count: 1 }), ['error: `sentinels.count` must be 3 or 5, got 1; state 3 [RB500]']],
  ['RB500', 'too many', watching({ count: 7 }), ['error: `sentinels.count` must be 3 or 5, got 7; state 5 [RB500]']],
  ['RB501', 'fewer data nodes than Sentinels on them', watching({ placement: 'data-nodes' }, { replicas: 1 }), ['error: `sentinels.placement` must be own-nodes for 3 sentinels beside 2 data nodes, got data-nodes; remove it, or add replicas [RB501]']],
  ['RB502', 'over the count', watching({ quorum: 4 }), ['error: `sentinels.quorum` must be 2 for 3 sentinels, got 4; lower the quorum or add sentinels [RB502]']],
  ['RB502', 'zero', watching({ quorum: 0 }), ['error: `sentinels.quorum` must be at least 1, got 0; remove it to get the majority [RB502]']],
  ['RB503', 'a minority', watching({ quorum: 1 }), ['warning: `sentinels.quorum` should be 2 for 3 sentinels, got 1, with which a minority begins failovers; remove it to get the majority [RB503]']],
  ['RB503', 'everybody', watching({ quorum: 3 }), ['warning: `sentinels.quorum` should be 2 for 3 sentinels, got 3, with which one lost sentinel stops all failovers; remove it to get the majority [RB503]']],
  ['RB503', 'more than the majority', watching({ count: 5, quorum: 4 }, { replicas: 4 }), ['warning: `sentinels.quorum` should be 3 for 5 sentinels, got 4, with which fewer sentinels may be lost; remove it to get the majority [RB503]']],
  ['RB504', 'half a second', watching({ downAfterMs: 500 }), ['error: `sentinels.downAfterMs` must be from 1000 to 3600000, got 500; remove it to get 5000 [RB504]']],
  ['RB504', 'more than an hour', watching({ downAfterMs: 4000000 }), ['error: `sentinels.downAfterMs` must be from 1000 to 3600000, got 4000000; remove it to get 5000 [RB504]']],
  ['RB505', 'two seconds', watching({ downAfterMs: 2000 }), ['warning: `sentinels.downAfterMs` should be at least 3000, got 2000, with which a short stall causes a failover; remove it to get 5000 [RB505]']],
  ['RB506', 'a minute', watching({ downAfterMs: 60000 }), ['warning: `sentinels.downAfterMs` should be below 30000, got 60000, during which writes fail; remove it to get 5000 [RB506]']],
  ['RB507', 'shorter than the detection', watching({ downAfterMs: 20000, failoverTimeoutMs: 15000 }), ['error: `sentinels.failoverTimeoutMs` must be at least 20000, no less than `sentinels.downAfterMs` and 10000, got 15000; raise it, or lower `sentinels.downAfterMs` [RB507]']],
  ['RB507', 'a day', watching({ failoverTimeoutMs: 86400000 }), ['error: `sentinels.failoverTimeoutMs` must be at most 3600000, got 86400000; remove it, a failed try would block the next one for twice as long [RB507]']],
  ['RB508', 'the port of the engine', watching({ port: 6379 }), ['error: `sentinels.port` must differ from `port`, got 6379 for both; remove one of them to get its default [RB508]']],
  ['RB508', 'no port', watching({ port: 0 }), ['error: `sentinels.port` must be from 1 to 65535, got 0; remove it to get the default [RB508]']],
  ['RB509', 'two zones', inZones(2), ['error: `network.subnets` must leave no zone with a majority of the sentinels, got 2 of 3 in "eu-central-1a"; add subnets in further zones, three in all [RB509]']],
  ['RB509', 'two zones outside production', { ...inZones(2), environment: 'staging' }, ['warning: `network.subnets` must leave no zone with a majority of the sentinels, got 2 of 3 in "eu-central-1a"; add subnets in further zones, three in all [RB509]']],
  ['RB510', 'two zones', inZones(2, cluster), ['error: `network.subnets` must leave no zone with a majority of the primaries, got 2 of 3 in "eu-central-1a"; add subnets in further zones, three in all, and number the shards in a row [RB510]']],
  ['RB510', 'names with one number', { ...cluster, shards: ['a1', 'b1', 'c1'] }, ['warning: `network.subnets` must leave no zone with a majority of the primaries, got 3 of 3 in "eu-central-1a"; add subnets in further zones, three in all, and number the shards in a row [RB510]']],
  ['RB511', 'one zone', inZones(1), ['error: `network.subnets` must spread a primary and its replicas over zones, got all data nodes in "eu-central-1a"; add subnets in further zones [RB511]']],
  ['RB511', 'one zone', inZones(1, cluster), ['error: `network.subnets` must spread a primary and its replicas over zones, got shard "s1" in "eu-central-1a"; add subnets in further zones [RB511]']],
  ['RB512', 'none', { ...sentinel, replicas: 0 }, ['error: `replicas` must be from 1 to 4, got 0; remove it to get the default [RB512]']],
  ['RB512', 'five', { ...sentinel, replicas: 5 }, ['error: `replicas` must be from 1 to 4, got 5; remove it to get the default [RB512]']],
  ['RB513', 'more than there are', { ...sentinel, minReplicasToWrite: 3 }, ['error: `minReplicasToWrite` must be at most 2, the number of replicas, got 3; lower it, or add replicas [RB513]']],
  ['RB513', 'below zero', { ...sentinel, minReplicasToWrite: -1 }, ['error: `minReplicasToWrite` must be 0 or more, got -1; remove it to get the default [RB513]']],
  ['RB514', 'as many as there are', { ...sentinel, replicas: 1 }, ['warning: `minReplicasToWrite` should be below 1, the number of replicas, got 1, with which one replica that is down stops writes; add a replica, or state 0 and accept that a primary that is cut off loses what it accepts [RB514]']],
  ['RB515', 'none', { ...sentinel, minReplicasToWrite: 0 }, ['warning: `minReplicasToWrite` should be at least 1, got 0, with which a primary that is cut off accepts writes that are lost; remove it to get the default [RB515]']],
  ['RB516', 'zero', { ...sentinel, minReplicasMaxLagSeconds: 0 }, ['error: `minReplicasMaxLagSeconds` must be from 1 to 3600, got 0; remove it to get 2 [RB516]']],
  ['RB517', 'one', { ...sentinel, minReplicasMaxLagSeconds: 1 }, ['warning: `minReplicasMaxLagSeconds` should be at least 2, got 1, with which one late report stops writes; remove it to get 2 [RB517]']],
  ['RB517', 'the engines\' own', { ...sentinel, minReplicasMaxLagSeconds: 10 }, ['warning: `minReplicasMaxLagSeconds` should be below 10, got 10, during which a primary that is cut off accepts writes that are lost; remove it to get 2 [RB517]']],
  ['RB520', 'two shards', { ...cluster, shards: ['s1', 's2'] }, ['error: `shards` must name at least 3 shards, got 2; add shards, or use the kind sentinel for one [RB520]']],
  ['RB521', 'no number', { ...cluster, shards: ['s1', 's2', 'orders'] }, ['error: `shards[2]` must be 2 to 40 lower-case letters, digits and single hyphens, beginning with a letter and ending in a number from 1, got "orders"; rename it, such as s1 [RB521]']],
  ['RB521', 'upper case and number zero', { ...cluster, shards: ['S1', 's0', 's3'] }, ['error: `shards[0]` must be 2 to 40 lower-case letters, digits and single hyphens, beginning with a letter and ending in a number from 1, got "S1"; rename it, such as s1 [RB521]', 'error: `shards[1]` must be 2 to 40 lower-case letters, digits and single hyphens, beginning with a letter and ending in a number from 1, got "s0"; rename it, such as s1 [RB521]']],
  ['RB522', 'one name twice', { ...cluster, shards: ['s1', 's2', 's3', 's1'] }, ['error: `shards[3]` repeats `shards[0]`, got "s1"; rename or remove it [RB522]']],
  ['RB523', 'half a second', { ...cluster, nodeTimeoutMs: 500 }, ['error: `nodeTimeoutMs` must be from 1000 to 600000, got 500; remove it to get 5000 [RB523]']],
  ['RB524', 'one second', { ...cluster, nodeTimeoutMs: 1000 }, ['warning: `nodeTimeoutMs` should be at least 3000, got 1000, with which a short stall causes a failover; remove it to get 5000 [RB524]']],
  ['RB524', 'a minute', { ...cluster, nodeTimeoutMs: 60000 }, ['warning: `nodeTimeoutMs` should be below 30000, got 60000, during which writes to the shard fail; remove it to get 5000 [RB524]']],
  ['RB525', 'a port without a bus', { ...cluster, port: 60000 }, ['error: `port` must be at most 55535 in a cluster, whose bus is 10000 above it, got 60000; lower it [RB525]']],
  ['RB530', 'a swapped letter', { ...sentinel, instanceType: 'r7g.lagre' }, ['error: `instanceType` must be an instance type of the catalog, got "r7g.lagre"; did you mean `r7g.large`? [RB530]']],
  ['RB530', 'nothing like any', watching({ instanceType: 'quantum' }), ['error: `sentinels.instanceType` must be an instance type of the catalog, got "quantum"; choose one such as r7g.large [RB530]']],
  ['RB531', 'half a GiB', { ...sentinel, instanceType: 't4g.nano' }, ['error: `instanceType` must leave 128 MiB for data beside the system, buffers and forks, got "t4g.nano" with 0.5 GiB; choose a larger one [RB531]']],
  ['RB532', 'burstable', { ...sentinel, instanceType: 't4g.medium' }, ['warning: `instanceType` should not be burstable in production, got "t4g.medium"; choose an m, r or c instance [RB532]']],
  ['RB533', 'another version', { ...sentinel, version: '8.0' }, ['error: `version` must be "8.1" for valkey on debian-13, got "8.0"; remove it, or use the image al2023 or debian-12 [RB533]']],
  ['RB533', 'a version that no image has', { ...sentinel, engine: 'redis', version: '9.9' }, ['error: `version` must be "8.0" for redis on debian-13, got "9.9"; remove it [RB533]']],
  ['RB534', 'less than the data', { ...sentinel, dataVolume: { sizeGiB: 10 } }, ['error: `dataVolume.sizeGiB` must be at least 20, twice the data that r7g.large holds, got 10; raise it, or remove it to get the default [RB534]']],
  ['RB534', 'too large', { ...sentinel, dataVolume: { sizeGiB: 20000 } }, ['error: `dataVolume.sizeGiB` must be at most 16384, got 20000; remove it to get the default [RB534]']],
  ['RB535', 'below the base', { ...sentinel, dataVolume: { iops: 100 } }, ['error: `dataVolume.iops` must be from 3000 to 16000, got 100; remove it to get the default [RB535]']],
  ['RB535', 'more than the size carries', { ...sentinel, dataVolume: { sizeGiB: 20, iops: 12000 } }, ['error: `dataVolume.iops` must be at most 10000 for 20 GiB, got 12000; lower it, or raise `dataVolume.sizeGiB` [RB535]']],
  ['RB536', 'too much', { ...sentinel, dataVolume: { throughputMiBps: 5000 } }, ['error: `dataVolume.throughputMiBps` must be from 125 to 1000, got 5000; remove it to get the default [RB536]']],
  ['RB536', 'more than the IOPS carry', { ...sentinel, dataVolume: { throughputMiBps: 1000 } }, ['error: `dataVolume.throughputMiBps` must be at most 750 for 3000 IOPS, got 1000; lower it, or raise `dataVolume.iops` [RB536]']],
  ['RB537', 'unknown', { ...sentinel, directives: { 'maxmemory-polcy': 'noeviction' } }, ['error: `directives.maxmemory-polcy` does not exist in valkey 8.1; use `maxmemory-policy` or remove it [RB537]']],
  ['RB537', 'owned', { ...sentinel, directives: { port: 7000, 'tls-port': 1, aclfile: '/x', dir: '/data' } }, ['error: `directives.aclfile` must not be stated, since the library sets it; remove it [RB537]', 'error: `directives.dir` must not be stated, since the library sets it; remove it [RB537]', 'error: `directives.port` must not be stated, since the library sets it; state `port` [RB537]', 'error: `directives.tls-port` must not be stated, since the library sets it; state `port` [RB537]']],
  ['RB537', 'a wrong value', { ...sentinel, directives: { 'maxmemory-policy': 'sometimes' } }, ['error: `directives.maxmemory-policy` must be one of volatile-lru, volatile-lfu, volatile-random, volatile-ttl, allkeys-lru, allkeys-lfu, allkeys-random, noeviction, got "sometimes"; correct the value or remove the directive [RB537]']],
  ['RB538', 'a queue in memory', { ...sentinel, workload: 'queue', persistence: { appendOnly: false } }, ['warning: `persistence.appendOnly` should be true for the workload queue, got false; remove it, or state the workload that this is [RB538]']],
  ['RB546', 'one too many', { ...sentinel, users: Array.from({ length: 21 }, (_, index) => ({ ...sentinel.users[0], name: `web${index}` })) }, ['error: `users` must name at most 20 users, got 21; let applications with the same rights share one, or deploy a second time [RB546]']],
  ['RB540', 'none', { ...sentinel, users: [] }, ['error: `users` must name at least one user, got none; add one, such as `{ name: app, can: [read, write], keys: ["app:*"] }` [RB540]']],
  ['RB541', 'a service user', user({ name: 'replication' }), ['error: `users[0].name` must not be one of default, replication, sentinel, operator, metrics or backup, which the deployment uses itself, got "replication"; choose another name [RB541]']],
  ['RB541', 'the default user', user({ name: 'Default' }), ['error: `users[0].name` must not be one of default, replication, sentinel, operator, metrics or backup, which the deployment uses itself, got "Default"; choose another name [RB541]']],
  ['RB541', 'a space', user({ name: 'web app' }), ['error: `users[0].name` must be 1 to 64 letters, digits, hyphens and underscores, beginning with a letter, got "web app"; choose another name [RB541]']],
  ['RB542', 'two of one name', { ...sentinel, users: [sentinel.users[0], { ...sentinel.users[0], name: 'WEB' }] }, ['error: `users[1].name` must differ from `users[0].name` by more than case, got "WEB"; rename or remove it [RB542]']],
  ['RB543', 'no keys', user({ keys: [] }), ['error: `users[0].keys` must name patterns for a user that may read and write, got none; add patterns such as `app:*`, or channels [RB543]']],
  ['RB543', 'nothing allowed', user({ can: [] }), ['error: `users[0].can` must name what the user may do, got nothing; state read, write or admin [RB543]']],
  ['RB544', 'a space', user({ keys: ['a b', 'c'] }), ['error: `users[0].keys[0]` must be a pattern without spaces, quotes, backslashes, control characters and {{, got "a b"; write `?` where such a character may stand [RB544]']],
  ['RB545', 'no command', user({ allowCommands: ['gett'] }), ['error: `users[0].allowCommands[0]` names `gett`, which is no command of valkey 8.1; did you mean `get`? [RB545]']],
  ['RB550', 'every minute', { ...sentinel, backup: { everyMinutes: 1 } }, ['error: `backup.everyMinutes` must be from 15 to 10080, got 1; remove it to get the default [RB550]']],
  ['RB551', 'kept for less than the interval', { ...sentinel, backup: { everyMinutes: 2880, retentionDays: 2 } }, ['error: `backup.retentionDays` must be longer than `backup.everyMinutes`, got 2 days and 2880 minutes; keep backups longer or make them more often [RB551]']],
  ['RB551', 'not kept', { ...sentinel, backup: { retentionDays: 0 } }, ['error: `backup.retentionDays` must be from 1 to 3650, got 0; remove it to get the default [RB551]']],
  ['RB552', 'a file name', { ...sentinel, backup: { restoreFrom: 'dump.rdb' } }, ['error: `backup.restoreFrom` must be <cacheId>/<shard>/<timestamp>.rdb with a timestamp such as 20260102T030405Z, got "dump.rdb"; copy the name from the bucket [RB552]']],
  ['RB553', 'a bucket name', { ...sentinel, backup: { copyToBucketArn: 'backups' } }, ['error: `backup.copyToBucketArn` must be the ARN of a bucket, got "backups"; write it as arn:aws:s3:::<bucket> [RB553]']],
  ['RB556', 'an alias', { ...sentinel, backup: { copyToBucketArn: 'arn:aws:s3:::copies', copyKeyArn: 'alias/copies' } }, ['error: `backup.copyKeyArn` must be the ARN of a key, got "alias/copies"; write it as arn:aws:kms:<region>:<account>:key/<id> [RB556]']],
  ['RB556', 'a key without a bucket', { ...sentinel, backup: { copyKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/12345678-1234-1234-1234-123456789012' } }, ['error: `backup.copyKeyArn` must not be stated without `backup.copyToBucketArn`; name the bucket, or remove the key [RB556]']],
  ['RB554', 'ten years', { ...sentinel, certificates: { validityDays: 3650 } }, ['error: `certificates.validityDays` must be from 7 to 825, got 3650; remove it to get 90 [RB554]']],
  ['RB555', 'a name', { ...sentinel, certificates: { authoritySecretArn: 'our-ca' } }, ['error: `certificates.authoritySecretArn` must be the ARN of a secret, got "our-ca"; write it as arn:aws:secretsmanager:<region>:<account>:secret:<name> [RB555]']],
  ['RB560', 'none', inZones(0), ['error: `network.subnets` must list at least one subnet, got none; add one in each of three zones [RB560]']],
  ['RB560', 'one zone twice', { ...sentinel, network: { ...sentinel.network, subnets: [...sentinel.network.subnets, { subnetId: 'subnet-d', availabilityZone: 'eu-central-1a' }] } }, ['error: `network.subnets[3].availabilityZone` must differ from `network.subnets[0].availabilityZone`, got "eu-central-1a"; name a subnet in another zone, or remove it [RB560]']],
  ['RB560', 'one subnet twice', { ...sentinel, network: { ...sentinel.network, subnets: ['a', 'b', 'c'].map((zone) => ({ subnetId: 'subnet-a', availabilityZone: `eu-central-1${zone}` })) } }, ['error: `network.subnets[1].subnetId` repeats `network.subnets[0].subnetId`, got "subnet-a"; name the subnet of that zone [RB560]', 'error: `network.subnets[2].subnetId` repeats `network.subnets[0].subnetId`, got "subnet-a"; name the subnet of that zone [RB560]']],
  ['RB561', 'upper case', { ...sentinel, network: { ...sentinel.network, domain: 'Redis.Internal' } }, ['error: `network.domain` must be labels of lower-case letters, digits and hyphens, joined by dots, at most 150 characters, got "Redis.Internal"; remove it to get redis.internal [RB561]']],
  ['RB300', 'shared: a name with a space', { ...sentinel, name: 'my sessions' }, ['error: `name` must be 1 to 128 characters: letters, digits and hyphens, starting with a letter, without two hyphens in a row or one at the end, got "my sessions"; rename the blueprint [RB300]']],
  ['RB327', 'shared: a zone of another region', { ...sentinel, region: 'eu-west-1' }, ['error: `network.subnets[0].availabilityZone` must be a zone of eu-west-1, got "eu-central-1a"; choose a zone of that region [RB327]', 'error: `network.subnets[1].availabilityZone` must be a zone of eu-west-1, got "eu-central-1b"; choose a zone of that region [RB327]', 'error: `network.subnets[2].availabilityZone` must be a zone of eu-west-1, got "eu-central-1c"; choose a zone of that region [RB327]']],
  ['RB330', 'shared: everywhere', { ...sentinel, network: { ...sentinel.network, allowFromCidrs: ['0.0.0.0/0'] } }, ['error: `network.allowFromCidrs[0]` must not let every address in, got 0.0.0.0/0; name the security groups or blocks of the clients [RB330]']],
  ['RB334', 'shared: names in the place of ids', { ...sentinel, network: { ...sentinel.network, vpcId: 'main' } }, ['error: `network.vpcId` must be an id that begins with vpc-, got "main"; write the id of the resource, not its name [RB334]']],
  ['RB353', 'shared: an alias', { ...sentinel, kmsKeyArn: 'alias/redis' }, ['error: `kmsKeyArn` must be the ARN of a key, got "alias/redis"; write the ARN of the key that the alias points to [RB353]']],
  ['RB377', 'shared: an odd number of days', { ...sentinel, logRetentionDays: 31 }, ['error: `logRetentionDays` must be a number of days that CloudWatch Logs offers, got 31; choose 60 [RB377]']],
  ['RB400', 'shared: nobody told', { ...sentinel, monitoring: {} }, ['warning: `monitoring` should name a recipient of alarms in production, got none; add `emails`, or `topicArns` of topics that somebody reads [RB400]']],
  ['RB127', 'shared: a queue that evicts', { ...sentinel, workload: 'queue', directives: { 'maxmemory-policy': 'allkeys-lru' } }, ['warning: `directives.maxmemory-policy` should be noeviction for the workload queue, got allkeys-lru, with which jobs vanish without a trace when memory is full; remove it, or set noeviction [RB127]']],
];

test.each([sentinel, cluster])('sound blueprints have no findings', (blueprint) => {
  expect(validate(blueprint)).toEqual([]);
});

test.each(table)('%s says of %s', (code, _, blueprint, findings) => {
  expect(said(code, blueprint)).toEqual(findings);
});

test('every rule of self-managed topologies has its words held', () => {
  const held = new Set(table.map(([code]) => code));
  expect((RULES_BY_TOPIC['self-managed'] ?? []).filter(({ code }) => !held.has(code)).map(({ name }) => name)).toEqual([]);
});

test.each([replicated, sharded])('managed blueprints hear nothing of it', (blueprint) => {
  expect(validate(blueprint)).toEqual([]);
});

test('rules of managed topologies do not look at self-managed ones', () => {
  const odd = { ...sentinel, port: 6379, users: [] };
  expect(validate(odd).map(({ code }) => code)).toEqual(['RB540']);
});

test('without subnets nothing is said about zones', () => {
  expect(validate(inZones(0)).map(({ code }) => code)).toEqual(['RB560']);
});
