import type { Rule, SharedRule } from '../rule';
import { clusterEnabled } from './cluster-enabled';
import { creationOnlyParameter } from './creation-only-parameter';
import { dataTieringPolicy } from './data-tiering-policy';
import { databasesInCluster } from './databases-in-cluster';
import { eventNotifications } from './event-notifications';
import { evictingStore } from './evicting-store';
import { fullCache } from './full-cache';
import { importedFamily } from './imported-family';
import { littleReservedMemory } from './little-reserved-memory';
import { minReplicas } from './min-replicas';
import { parameterKnown } from './parameter-known';
import { parameterModifiable } from './parameter-modifiable';
import { parameterValue } from './parameter-value';
import { parameterVersion } from './parameter-version';
import { parametersOrGroup } from './parameters-or-group';
import { reservedMemory } from './reserved-memory';
import { volatilePolicy } from './volatile-policy';

/** What the engine is told, and whether it fits the workload. */
export const parametersRules: readonly (Rule | SharedRule)[] = [
  parameterKnown, parameterModifiable, parameterValue, parameterVersion, creationOnlyParameter, parametersOrGroup, importedFamily, evictingStore,
  fullCache, volatilePolicy, dataTieringPolicy, clusterEnabled, minReplicas, databasesInCluster, reservedMemory, littleReservedMemory, eventNotifications,
];
