import type { Blueprint } from '../../lib/core/blueprint';
import { nodesOfKind } from '../../lib/core/plan/plan';
import { CATALOG, SESSIONS } from './support/plans';
import { CLUSTER, SENTINEL } from './support/self-managed';
import { stackOf, templateOf } from './support/synth';

type Resources = { readonly [id: string]: { readonly Type: string; readonly Properties: { readonly [name: string]: unknown }; readonly DependsOn?: readonly string[] } };

function resourcesOf(blueprint: Blueprint): Resources {
  return (templateOf(blueprint).toJSON() as { Resources: Resources }).Resources;
}

/** Names of what an alarm waits for: the replication group, or the groups of nodes. */
function waitsFor(resources: Resources, { DependsOn = [] }: Resources[string]): unknown[] {
  const told = { 'AWS::ElastiCache::ReplicationGroup': 'ReplicationGroupId', 'AWS::AutoScaling::AutoScalingGroup': 'AutoScalingGroupName' } as { readonly [type: string]: string };
  return DependsOn.map((id) => resources[id]!).map(({ Type, Properties }) => Properties[told[Type]!]);
}

const BLUEPRINTS: readonly Blueprint[] = [SESSIONS, CATALOG, SENTINEL, CLUSTER];

test.each(BLUEPRINTS.map((blueprint) => [blueprint.kind, blueprint] as const))('%s: alarms that take silence for a failure wait for what they watch, the others for nothing', (_kind, blueprint) => {
  const { plan } = stackOf(blueprint).deployment;
  const resources = resourcesOf(blueprint);
  const alarms = Object.values(resources).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
  const breaching = nodesOfKind(plan, 'alarm').filter(({ missingData }) => missingData === 'breaching');
  expect(breaching.length).toBeGreaterThan(0);
  for (const node of nodesOfKind(plan, 'alarm')) {
    const alarm = alarms.find(({ Properties }) => Properties['AlarmName'] === node.name)!;
    const groups = nodesOfKind(plan, 'managedCache').length > 0 ? [plan.id] : node.members.map((name) => expect.stringContaining(name) as unknown);
    expect(waitsFor(resources, alarm).sort()).toEqual(breaching.includes(node) ? groups : []);
    if (breaching.includes(node)) expect(node.members).not.toEqual([]);
  }
});
