import fc from 'fast-check';
import { LIMITS } from '../../../lib/core/catalog';
import type { Dashboard, DashboardWidget } from '../../../lib/core/plan/nodes';
import { renderDashboardBody } from '../../../lib/core/monitoring';
import { placeWidgets } from '../../../lib/core/monitoring/layout';
import { replicated, sharded } from './monitored';

const PLACE = { region: 'eu-central-1', alarmArn: (id: string) => `arn:${id}` };

const size = fc.integer({ min: 0, max: 5 }).chain((replicasPerShard) =>
  fc.record({
    replicasPerShard: fc.constant(replicasPerShard),
    shardCount: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: Math.floor(500 / (replicasPerShard + 1)) })),
    nodeType: fc.constantFrom('cache.t4g.micro', 'cache.r7g.xlarge', 'cache.r6gd.xlarge'),
  }),
);

function dashboardOf(monitoring: { readonly dashboard?: Dashboard }): Dashboard {
  if (monitoring.dashboard === undefined) throw new Error('no dashboard');
  return monitoring.dashboard;
}

function overlap(one: DashboardWidget, other: DashboardWidget): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}

describe('layout', () => {
  it('never lets widgets overlap or leave the grid', () => {
    const widget = fc.record({ width: fc.integer({ min: 1, max: 24 }), height: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(widget, { maxLength: 40 }), (sizes) => {
        const placed = placeWidgets(sizes.map((each) => ({ type: 'text' as const, question: 'up' as const, ...each })));
        expectOnGrid(placed);
      }),
    );
  });

  it('holds for the dashboards that are made', () => {
    fc.assert(fc.property(size, (wish) => expectOnGrid(dashboardOf(sharded(wish)).widgets)), { numRuns: 40 });
  });
});

function expectOnGrid(widgets: readonly DashboardWidget[]): void {
  widgets.forEach((widget, index) => {
    expect(widget.x).toBeGreaterThanOrEqual(0);
    expect(widget.x + widget.width).toBeLessThanOrEqual(LIMITS.cloudWatch.dashboardGridColumns.value);
    expect(widgets.slice(index + 1).filter((other) => overlap(widget, other))).toEqual([]);
  });
}

describe('a dashboard', () => {
  it('stays within what CloudWatch takes, for every size', () => {
    fc.assert(
      fc.property(size, (wish) => {
        const { widgets } = dashboardOf(sharded(wish));
        expect(widgets.length).toBeLessThanOrEqual(LIMITS.cloudWatch.widgetsPerDashboard.value);
        const metrics = widgets.map((widget) => (widget.metrics?.length ?? 0) + (widget.expressions?.length ?? 0));
        expect(Math.max(...metrics)).toBeLessThanOrEqual(LIMITS.cloudWatch.metricsPerWidget.value);
        expect(metrics.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(LIMITS.cloudWatch.metricsPerDashboard.value);
        for (const { alarms } of widgets) expect((alarms ?? []).length).toBeLessThanOrEqual(100);
        for (const { expression } of widgets.flatMap((widget) => widget.expressions ?? [])) expect(expression.length).toBeLessThanOrEqual(LIMITS.cloudWatch.searchExpressionLength.value);
      }),
      { numRuns: 40 },
    );
  });

  it('asks: up, fast, full, safe, balanced, after the header and the state of the alarms', () => {
    const { widgets } = dashboardOf(sharded({ shardCount: 3 }));
    expect(widgets.slice(0, 2).map(({ type, question }) => [type, question])).toEqual([['text', 'header'], ['alarm', 'header']]);
    const headings = widgets.filter(({ type, question }) => type === 'text' && question !== 'header').map(({ markdown }) => markdown);
    expect(headings).toEqual(['## Is it up?', '## Is it fast?', '## Is it full?', '## Is it safe?', '## Is it balanced?']);
    const order = widgets.map(({ question }) => ['header', 'up', 'fast', 'full', 'safe', 'balanced'].indexOf(question));
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  it('draws the thresholds of the alarms that read the same metric', () => {
    fc.assert(
      fc.property(size, (wish) => {
        const monitoring = sharded({ ...wish, monitoring: { thresholds: { engineCpuPercent: 71, memoryPercent: 63, connectionsPercent: 41, replicationLagSeconds: 17 } } });
        const thresholds = new Set(monitoring.alarms.map(({ threshold }) => threshold));
        const drawn = dashboardOf(monitoring).widgets.flatMap((widget) => widget.thresholds ?? []).map(({ value }) => value);
        expect(drawn.filter((value) => !thresholds.has(value))).toEqual([]);
        for (const key of ['cpu', 'memory']) {
          const of = monitoring.alarms.filter(({ id }) => id.startsWith(`alarm-${key}-0`));
          expect(drawn).toContain(of[0]?.threshold);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('draws what the alarms compare, over hidden metrics, without ids meeting', () => {
    const { widgets } = dashboardOf(replicated());
    const swap = widgets.find(({ title }) => title === 'Memory that the host lacks');
    expect(swap?.expressions?.map(({ id, expression }) => [id, expression])).toEqual([
      ['a1', 'IF(a1m2<100000000 OR a1m1>a1m2,1,0)'],
      ['a2', 'IF(a2m2<100000000 OR a2m1>a2m2,1,0)'],
    ]);
    expect(swap?.metrics?.map(({ id, hidden }) => [id, hidden])).toEqual([['a1m1', true], ['a1m2', true], ['a2m1', true], ['a2m2', true]]);
    for (const widget of widgets) {
      const ids = [...(widget.metrics ?? []), ...(widget.expressions ?? [])].flatMap(({ id }) => id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('of a large cache searches for the worst ten, and names what has no alarm', () => {
    const { widgets } = dashboardOf(sharded({ shardCount: 500, replicasPerShard: 0 }));
    const cpu = widgets.find(({ title }) => title === 'CPU of the engine thread');
    expect(cpu?.expressions).toEqual([
      { id: 'e1', label: '', expression: `SORT(SEARCH('{AWS/ElastiCache,CacheClusterId} MetricName="EngineCPUUtilization" CacheClusterId=orders', 'Average'), MAX, DESC, 10)` },
    ]);
    expect(cpu?.thresholds).toEqual([{ label: 'page: 90 percent', value: 90 }]);
    expect(widgets[0]?.markdown).toContain('Without an alarm at this size, watch here: client connections;');
    expect(widgets.map(({ title }) => title)).toContain('Client connections (no alarm)');
  });

  it('of a cache of a few shards searches for its members by their whole names', () => {
    const { widgets } = dashboardOf(sharded({ shardCount: 7, replicasPerShard: 1 }));
    const search = widgets.find(({ title }) => title === 'CPU of the engine thread')?.expressions?.[0]?.expression;
    expect(search).toContain('MetricName="EngineCPUUtilization" ("orders-0001-001" OR "orders-0001-002" OR "orders-0002-001"');
    expect(search).toContain('"orders-0007-002")');
  });

  it('of a cache whose shards scale searches for the words of its shards', () => {
    const { widgets } = dashboardOf(sharded({ shardCount: 7, replicasPerShard: 1, shardScaling: { min: 7, max: 9, metric: 'memory', targetPercent: 60 } }));
    const search = widgets.find(({ title }) => title === 'CPU of the engine thread')?.expressions?.[0]?.expression;
    expect(search).toContain(' (orders-0001 OR orders-0002 OR ');
    expect(search).toContain(' OR orders-0009)');
  });

  it.each([
    ['7 shards', 7, 1],
    ['90 nodes', 45, 1],
    ['as many as fit', 499, 0],
  ])('counts primaries by name: %s', (_name, shardCount, replicasPerShard) => {
    const { widgets } = dashboardOf(sharded({ shardCount, replicasPerShard }));
    const primaries = widgets.find(({ title }) => title === 'Primaries in all');
    expect(primaries?.expressions).toEqual([{ id: 'primaries', label: `expected: ${shardCount}`, expression: 'SUM(METRICS())' }]);
    expect(primaries?.metrics).toHaveLength(shardCount * (1 + replicasPerShard));
  });

  it('searches for the primaries of a cache with more nodes than a graph takes', () => {
    const { widgets } = dashboardOf(sharded({ shardCount: 500, replicasPerShard: 0 }));
    expect(widgets.find(({ title }) => title === 'Primaries in all')?.expressions?.[0]?.expression).toMatch(/^SUM\(SEARCH\(/);
  });

  it('keeps every search within 1024 characters', () => {
    for (const shardCount of [7, 13, 20, 45, 90, 250, 500]) {
      for (const cacheId of ['a', 'a-rather-long-id-of-forty-characters-abc']) {
        const expressions = dashboardOf(sharded({ shardCount, cacheId, replicasPerShard: 0 })).widgets.flatMap((widget) => widget.expressions ?? []);
        expect(expressions.filter(({ expression }) => expression.length > 1024)).toEqual([]);
      }
    }
  });

  it('shows the state of every alarm and of the cache', () => {
    const monitoring = sharded({ shardCount: 45, replicasPerShard: 1 });
    const shown = new Set(dashboardOf(monitoring).widgets.flatMap(({ alarms }) => alarms ?? []));
    expect(monitoring.alarms.filter(({ id }) => !shown.has(id))).toEqual([]);
    expect(dashboardOf(monitoring).widgets[1]?.alarms?.[0]).toBe('health');
  });

  it('is not made when it is not wanted', () => {
    expect(replicated({ monitoring: { dashboard: false } }).dashboard).toBeUndefined();
  });
});

describe('renderDashboardBody', () => {
  const { widgets } = renderDashboardBody(dashboardOf(replicated({ nodeType: 'cache.m7g.large' })), PLACE);

  it('writes a metric widget the way CloudWatch reads it', () => {
    expect(widgets.find(({ properties }) => properties.title === 'CPU of the engine thread')?.properties).toEqual({
      title: 'CPU of the engine thread',
      view: 'timeSeries',
      region: 'eu-central-1',
      stacked: false,
      metrics: [
        ['AWS/ElastiCache', 'CPUUtilization', 'CacheClusterId', 'orders-001', 'CacheNodeId', '0001', { stat: 'Average', period: 60, label: 'orders-001' }],
        ['AWS/ElastiCache', 'CPUUtilization', 'CacheClusterId', 'orders-002', 'CacheNodeId', '0001', { stat: 'Average', period: 60, label: 'orders-002' }],
      ],
      annotations: { horizontal: [{ label: 'page: 45 percent', value: 45 }] },
    });
  });

  it('fills in ARNs, and hides what is only read', () => {
    expect(widgets[1]?.properties.alarms).toContain('arn:health-page-up-each');
    expect(widgets.find(({ properties }) => properties.title === 'Primaries in all')?.properties.metrics).toEqual([
      ['AWS/ElastiCache', 'IsMaster', 'CacheClusterId', 'orders-001', 'CacheNodeId', '0001', { stat: 'Maximum', period: 60, id: 'm1', visible: false }],
      ['AWS/ElastiCache', 'IsMaster', 'CacheClusterId', 'orders-002', 'CacheNodeId', '0001', { stat: 'Maximum', period: 60, id: 'm2', visible: false }],
      [{ expression: 'SUM(METRICS())', label: 'expected: 1', id: 'primaries' }],
    ]);
  });

  it('keeps every place', () => {
    for (const widget of widgets) expect(Object.keys(widget)).toEqual(['type', 'x', 'y', 'width', 'height', 'properties']);
  });

  it('stays small enough to leave the template its room', () => {
    for (const wish of [{ shardCount: 6, replicasPerShard: 1 }, { shardCount: 83, replicasPerShard: 5 }, { shardCount: 500, replicasPerShard: 0 }]) {
      expect(JSON.stringify(renderDashboardBody(dashboardOf(sharded({ ...wish, cacheId: 'c'.repeat(40) })), PLACE)).length).toBeLessThan(130_000);
    }
  });
});
