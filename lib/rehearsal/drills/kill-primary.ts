import { judged } from '../drill-result';
import type { Drill } from './drill';
import { complaintsOf, failedOver, gapAndLoss, underLoad } from './under-load';

/** The primary's machine dies. */
export const killPrimary: Drill = {
  name: 'kill-primary',
  title: 'kill the primary',
  objective: ({ killGapMs, lost }) => gapAndLoss(killGapMs.limit, lost.limit),
  async run(context) {
    const { deployment, objectives } = context;
    const old = await deployment.victim();
    const seen = await underLoad(context, this.name, async (load) => {
      await deployment.killNode(old);
      await failedOver(context, load, old);
      await deployment.startNodes([old]);
    });
    return judged(this.name, this.objective(objectives), seen.measured, complaintsOf(seen, objectives.killGapMs.limit, objectives.lost.limit));
  },
};
