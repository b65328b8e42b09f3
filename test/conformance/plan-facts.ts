import { managedCacheOf, nodeById, nodesOfKind } from '../../lib/core';
import type { Plan } from '../../lib/core';
import type { Alarm, DashboardWidget } from '../../lib/core';
import { byName, signalText } from './facts';
import type { AlarmFacts, CacheFacts, WidgetFacts } from './facts';

/** The facts as the plan states them: what both backends have to reach. */
export function factsOfPlan(plan: Plan): CacheFacts {
  const cache = managedCacheOf(plan);
  const [key] = nodesOfKind(plan, 'encryptionKey');
  const firewall = nodeById(plan, 'firewall', cache.firewall);
  const group = nodeById(plan, 'parameterGroup', cache.parameterGroup);
  const [dashboard] = nodesOfKind(plan, 'dashboard');
  const alarmName = new Map([...nodesOfKind(plan, 'alarm'), ...nodesOfKind(plan, 'compositeAlarm')].map((alarm) => [alarm.id, alarm.name]));
  return {
    cacheId: cache.cacheId,
    engine: cache.engine,
    version: cache.version,
    nodeType: cache.nodeType,
    port: cache.port,
    members: cache.members.map((member) => member.clusterId),
    multiAz: cache.multiAz,
    automaticFailover: cache.automaticFailover,
    tls: cache.tls,
    atRest: true,
    key: key!.source.from === 'existing' ? key!.source.arn : 'rotating',
    ingress: [...firewall.allowFromCidrs, ...firewall.allowFromSecurityGroups].map((source) => `${source}:${firewall.port}`).sort(),
    openEgress: false,
    users: nodesOfKind(plan, 'accessUser')
      .map(({ userId, userName, accessString, authentication, engine }) => ({ userId, userName, accessString, authentication: authentication.method, engine }))
      .sort(byName((user) => user.userId)),
    parameterGroup: group.source.from === 'existing' ? { existing: group.source.name } : { family: group.family, parameters: group.source.parameters },
    logs: cache.logs
      .map(({ logType, logGroup }) => {
        const { name, retentionDays } = nodeById(plan, 'logGroup', logGroup);
        return { type: logType, group: name, retentionDays };
      })
      .sort(byName((log) => log.type)),
    backup: cache.backup,
    maintenanceWindow: cache.maintenance.window,
    dataKept: !cache.disposable,
    scaling: nodesOfKind(plan, 'cacheScaling')
      .map(({ dimension, min, max, predefinedMetric, targetPercent }) => ({ dimension, min, max, metric: predefinedMetric, target: targetPercent }))
      .sort(byName((scaling) => scaling.dimension)),
    alarms: nodesOfKind(plan, 'alarm').map(alarmFacts).sort(byName((alarm) => alarm.name)),
    composites: nodesOfKind(plan, 'compositeAlarm')
      .map((composite) => ({ name: composite.name, children: composite.anyOf.map((id) => alarmName.get(id)!).sort(), notifies: composite.notify !== undefined }))
      .sort(byName((composite) => composite.name)),
    widgets: (dashboard?.widgets ?? []).map(widgetFacts),
    outputs: nodesOfKind(plan, 'output').length,
  };
}

export function alarmFacts(alarm: Alarm): AlarmFacts {
  return {
    name: alarm.name,
    signal:
      alarm.signal.type === 'metric'
        ? signalText(alarm.signal.metric)
        : [alarm.signal.expression, ...alarm.signal.metrics.map(({ id, metric }) => `${id}=${signalText(metric)}`)].join(' '),
    comparison: alarm.comparison,
    threshold: alarm.threshold,
    periods: `${alarm.datapointsToAlarm} of ${alarm.evaluationPeriods}`,
    missingData: alarm.missingData,
    description: alarm.description,
    notifies: alarm.notify !== undefined,
  };
}

export function widgetFacts(widget: DashboardWidget): WidgetFacts {
  return {
    type: widget.type,
    place: `${widget.x},${widget.y} ${widget.width}x${widget.height}`,
    title: widget.title ?? '',
    series: (widget.metrics?.length ?? 0) + (widget.expressions?.length ?? 0) + (widget.alarms?.length ?? 0),
    lines: (widget.thresholds ?? []).map((line) => line.value),
  };
}
