import { messageOf } from '../errors';
import { notRun, type DrillResult } from '../drill-result';
import type { Drill, DrillContext } from './drill';

/** Runs one drill; whatever it throws is a failure, and what this machine cannot try is not run. */
export async function runDrill(drill: Drill, context: DrillContext): Promise<DrillResult> {
  const objective = drill.objective(context.objectives);
  const { fleet } = context.deployment;
  if (drill.cuts && fleet.isolation === 'loopback') {
    return notRun(drill.name, objective, `a network cut needs network namespaces, and the hosts are loopback addresses: ${fleet.isolationReason ?? 'no reason was given'}`);
  }
  try {
    return await drill.run(context);
  } catch (error) {
    return { drill: drill.name, outcome: 'failed', objective, measured: {}, reason: messageOf(error) };
  }
}
