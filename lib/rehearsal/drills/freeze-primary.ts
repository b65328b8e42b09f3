import { judged } from '../drill-result';
import type { Drill } from './drill';
import { complaintsOf, failedOver, gapAndLoss, underLoad } from './under-load';

/** The primary's machine stalls: connections stay open and nothing answers. It wakes up as a primary that nobody wants. */
export const freezePrimary: Drill = {
  name: 'freeze-primary',
  title: 'freeze the primary',
  objective: ({ freezeGapMs, lost }) => gapAndLoss(freezeGapMs.limit, lost.limit),
  async run(context) {
    const { deployment, objectives } = context;
    const old = await deployment.victim();
    const seen = await underLoad(context, this.name, async (load) => {
      deployment.freezeNode(old);
      try {
        await failedOver(context, load, old);
      } finally {
        deployment.thawNode(old);
      }
    });
    return judged(this.name, this.objective(objectives), seen.measured, complaintsOf(seen, objectives.freezeGapMs.limit, objectives.lost.limit));
  },
};
