import { judged } from '../drill-result';
import type { Drill } from './drill';
import { handOver } from './procedure';
import { complaintsOf, gapAndLoss, underLoad } from './under-load';

/** The primary's role moves for maintenance, by the procedure that runbooks print. */
export const plannedFailoverDrill: Drill = {
  name: 'planned-failover',
  title: 'planned failover under load',
  objective: ({ plannedGapMs, lost }) => gapAndLoss(plannedGapMs.limit, lost.limit),
  async run(context) {
    const { deployment, objectives } = context;
    const old = await deployment.victim();
    const seen = await underLoad(context, this.name, async () => void (await handOver(deployment, old, context.failoverSteps)));
    return judged(this.name, this.objective(objectives), seen.measured, complaintsOf(seen, objectives.plannedGapMs.limit, objectives.lost.limit));
  },
};
