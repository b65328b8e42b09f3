import type { MeasuredMetric, MetricReader } from '../readings';
import type { Statistic } from '../../plan/nodes';
import { SELF_MANAGED_DIMENSIONS, SELF_MANAGED_METRICS, SELF_MANAGED_NAMESPACE } from '../self-managed-metrics';

/** Metrics that the nodes of one deployment publish themselves. */
export function selfManagedReader(cacheId: string): MetricReader {
  return {
    namespace: SELF_MANAGED_NAMESPACE,
    dimensionNames: () => SELF_MANAGED_DIMENSIONS,
    dimensionValues: ({ name }) => ({ Deployment: cacheId, Node: name }),
    searchTerm: () => `Deployment="${cacheId}"`,
    searchesExactly: true,
    roleMetric: SELF_MANAGED_METRICS.primary.name,
  };
}

/** A metric of the list with a statistic. */
export function measured(key: keyof typeof SELF_MANAGED_METRICS, statistic: Statistic): MeasuredMetric {
  return { name: SELF_MANAGED_METRICS[key].name, statistic };
}
