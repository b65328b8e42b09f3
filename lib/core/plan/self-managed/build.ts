import type { ResolvedSelfManagedBlueprint } from '../../blueprint/resolve-self-managed';
import { scriptParametersOf } from '../../config/boot';
import { planNotificationTopic } from '../foundation';
import { SELF_MANAGED_IDS } from '../ids';
import type { PlanNode } from '../nodes';
import { planAuthority, planBackups, planNodeLog, planSecrets, planSelfManagedKey, planSelfManagedNetwork } from './foundation';
import { planSelfManagedOutputs } from './outputs';
import { planRedisNodes } from './redis-nodes';
import { selfManagedMonitoring } from '../../monitoring/self-managed';
import { NODE_IDS } from '../ids';

/** Every node of a self-managed plan, in an order in which each refers to earlier ones only. */
export function planSelfManagedNodes(resolved: ResolvedSelfManagedBlueprint): PlanNode[] {
  const { network, privateZone, firewall } = planSelfManagedNetwork(resolved);
  const secrets = planSecrets(resolved);
  const { alarms, composites, dashboard } = selfManagedMonitoring(resolved, NODE_IDS.topic);
  return [
    planSelfManagedKey(resolved),
    planNodeLog(resolved),
    network,
    privateZone,
    firewall,
    ...secrets,
    planAuthority(resolved),
    planBackups(resolved),
    planNotificationTopic(resolved),
    { kind: 'bootScripts', id: SELF_MANAGED_IDS.bootScripts, parameters: scriptParametersOf(resolved) },
    ...planRedisNodes(resolved),
    ...alarms,
    ...composites,
    ...(dashboard ? [dashboard] : []),
    ...planSelfManagedOutputs(resolved, secrets),
  ];
}
