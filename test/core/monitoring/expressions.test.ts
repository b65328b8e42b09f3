import { alarm, replicated, sharded } from './monitored';

const expressionOf = (found: ReturnType<typeof alarm>): string => (found.signal.type === 'math' ? found.signal.expression : found.signal.metric.name);

describe('expressions', () => {
  it('count the primaries of a shard, and fill in silence once', () => {
    expect(expressionOf(alarm(replicated({ replicas: 2 }), 'alarm-primary-0001'))).toBe('ABS(1-(FILL(m1,0)+m2+m3))');
  });

  it('of a batch ring for the worst shard', () => {
    const monitoring = sharded({ shardCount: 10, replicasPerShard: 1 });
    expect(expressionOf(alarm(monitoring, 'alarm-primary-0006to0010'))).toBe(
      'MAX([ABS(1-(FILL(m1,0)+m2)),ABS(1-(FILL(m3,0)+m4)),ABS(1-(FILL(m5,0)+m6)),ABS(1-(FILL(m7,0)+m8)),ABS(1-(FILL(m9,0)+m10))])',
    );
  });

  it('of a batch listen for the silence of any one member', () => {
    expect(expressionOf(alarm(sharded({ shardCount: 7, replicasPerShard: 1 }), 'alarm-member-missing-0001to0010-002'))).toBe(
      'MIN([FILL(m1,-1),FILL(m2,-1),FILL(m3,-1),FILL(m4,-1),FILL(m5,-1),FILL(m6,-1),FILL(m7,-1)])',
    );
  });

  it('join several metrics of a member before the worst is taken', () => {
    expect(expressionOf(alarm(sharded({ shardCount: 14, replicasPerShard: 0 }), 'alarm-network-0001to0002-001'))).toBe('MAX([m1+m2+m3+m4,m5+m6+m7+m8])');
  });

  it('compare all shards among themselves while they fit into one alarm', () => {
    expect(expressionOf(alarm(sharded({ shardCount: 3 }), 'alarm-balance-shards'))).toBe('MAX([m1,m2,m3])-AVG([m1,m2,m3])');
  });

  it('compare ranges of shards with the mean of the replication group beyond that, and are silent without the mean', () => {
    const found = alarm(sharded({ shardCount: 20, replicasPerShard: 0 }), 'alarm-balance-0019to0027');
    expect(expressionOf(found)).toBe('IF(mean>0,MAX([m1,m2])-mean,0)');
    expect(found.signal.type === 'math' && found.signal.metrics.at(-1)).toEqual({
      id: 'mean',
      metric: { namespace: 'AWS/ElastiCache', name: 'DatabaseMemoryUsageCountedForEvictPercentage', dimensions: { ReplicationGroupId: 'orders' }, statistic: 'Average', periodSeconds: 300 },
    });
  });
});

describe('autoscaling', () => {
  const scaled = sharded({ shardCount: 2, replicasPerShard: 0, shardScaling: { min: 2, max: 4 } });

  it('has every member up to the largest size watched', () => {
    expect(scaled.alarms.filter(({ id }) => id.startsWith('alarm-cpu-')).map(({ id }) => id)).toEqual(['alarm-cpu-0001-001', 'alarm-cpu-0002-001', 'alarm-cpu-0003-001', 'alarm-cpu-0004-001']);
  });

  it('makes silence a fault of shards below the least size only', () => {
    const treatments = ['0001', '0002', '0003', '0004'].map((id) => alarm(scaled, `alarm-primary-${id}`).missingData);
    expect(treatments).toEqual(['breaching', 'breaching', 'notBreaching', 'notBreaching']);
    expect(expressionOf(alarm(scaled, 'alarm-primary-0003'))).toBe('ABS(1-(m1))');
  });

  it('leaves members that come and go out of what listens for silence', () => {
    const monitoring = sharded({ shardCount: 2, replicasPerShard: 1, replicaScaling: { min: 1, max: 3 } });
    expect(monitoring.alarms.filter(({ id }) => id.startsWith('alarm-member-missing-')).map(({ id }) => id)).toEqual([
      'alarm-member-missing-0001-001',
      'alarm-member-missing-0001-002',
      'alarm-member-missing-0002-001',
      'alarm-member-missing-0002-002',
    ]);
    expect(alarm(monitoring, 'alarm-primary-0001').members).toEqual(['orders-0001-001', 'orders-0001-002', 'orders-0001-003', 'orders-0001-004']);
  });

  it('does not take the mean over shards that may not exist', () => {
    expect(expressionOf(alarm(scaled, 'alarm-balance-shards'))).toBe('IF(mean>0,MAX([m1,m2,m3,m4])-mean,0)');
  });
});
