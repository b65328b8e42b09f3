import { CONNECT, connectResourceArn, KEY_GRANTS, LOG_DELIVERY, SNAPSHOT_BUCKET_ACCESS, USER_ROTATION } from '../../../lib/core/catalog';

const WHERE = { partition: 'aws', region: 'eu-west-1', account: '123456789012', name: 'sessions' };

test.each([
  ['replicationGroup', 'arn:aws:elasticache:eu-west-1:123456789012:replicationgroup:sessions'],
  ['serverlessCache', 'arn:aws:elasticache:eu-west-1:123456789012:serverlesscache:sessions'],
  ['user', 'arn:aws:elasticache:eu-west-1:123456789012:user:sessions'],
  ['memoryDbCluster', 'arn:aws:memorydb:eu-west-1:123456789012:cluster/sessions'],
  ['memoryDbUser', 'arn:aws:memorydb:eu-west-1:123456789012:user/sessions'],
] as const)('a Connect policy names a %s as %s', (kind, arn) => {
  expect(connectResourceArn(kind, WHERE)).toBe(arn);
});

test('principals carry the region where the service does', () => {
  expect(SNAPSHOT_BUCKET_ACCESS.elasticache.principal('eu-west-1')).toBe('eu-west-1.elasticache-snapshot.amazonaws.com');
  expect(SNAPSHOT_BUCKET_ACCESS.memorydb.principal('eu-west-1')).toBe('eu-west-1.memorydb-snapshot.amazonaws.com');
  expect(KEY_GRANTS.logGroup.principal('eu-west-1')).toBe('logs.eu-west-1.amazonaws.com');
  expect(KEY_GRANTS.alarmsToTopic.principal()).toBe('cloudwatch.amazonaws.com');
});

test('every action is written service:Action, without a bare wildcard', () => {
  const sets = [
    ...Object.values(CONNECT),
    ...Object.values(SNAPSHOT_BUCKET_ACCESS),
    ...Object.values(KEY_GRANTS),
    ...Object.values(LOG_DELIVERY),
    ...Object.values(USER_ROTATION),
  ];
  for (const { actions, source } of sets) {
    expect(actions.filter((action) => !/^[a-z0-9]+:[A-Z][A-Za-z0-9]+\*?$/.test(action))).toEqual([]);
    expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  }
});
