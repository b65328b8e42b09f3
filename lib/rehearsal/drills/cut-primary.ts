import { judged, notRun } from '../drill-result';
import type { Drill } from './drill';
import { complaintsOf, failedOver, underLoad } from './under-load';

/** The primary's machine loses its network; all clients are on the other side, and what was on its way to the replicas at that moment is lost. */
export const cutPrimary: Drill = {
  name: 'cut-primary',
  title: 'cut the primary off',
  cuts: true,
  objective: ({ cutGapMs, partitionLossMs }) => `write gap at most ${cutGapMs.limit} ms, at most ${partitionLossMs.limit} ms' worth of acknowledged writes lost`,
  async run(context) {
    const { deployment, objectives } = context;
    const old = await deployment.victim();
    let reason: string | undefined;
    const seen = await underLoad(context, this.name, async (load) => {
      const done = deployment.fleet.cut(old);
      if (!done.possible) return void (reason = done.reason);
      try {
        await failedOver(context, load, old);
      } finally {
        deployment.fleet.heal(old);
      }
    });
    if (reason !== undefined) return notRun(this.name, this.objective(objectives), reason);
    return judged(this.name, this.objective(objectives), seen.measured, complaintsOf(seen, objectives.cutGapMs.limit, (objectives.partitionLossMs.limit / 1000) * context.ratePerSecond));
  },
};
