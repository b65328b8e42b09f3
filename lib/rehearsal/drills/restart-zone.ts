import { judged } from '../drill-result';
import type { Drill } from './drill';
import { complaintsOf, failedOver, gapAndLoss, underLoad } from './under-load';

/** Every machine in the primary's zone dies at once and comes back after the others have gone on. */
export const restartZone: Drill = {
  name: 'restart-zone',
  title: 'restart a whole zone',
  objective: ({ zoneGapMs, lost }) => gapAndLoss(zoneGapMs.limit, lost.limit),
  async run(context) {
    const { deployment, objectives } = context;
    if (deployment.kind === 'cluster') await deployment.spreadPrimaries();
    const old = await deployment.victim();
    const { zone } = deployment.fleet.host(old);
    const names = deployment.nodeNames.filter((name) => deployment.fleet.host(name).zone === zone);
    const seen = await underLoad(context, this.name, async (load) => {
      await Promise.all(names.map(async (name) => await deployment.killNode(name)));
      await failedOver(context, load, old);
      await deployment.startNodes(names);
    });
    const measured = { ...seen.measured, nodesInZone: names.length };
    return judged(this.name, this.objective(objectives), measured, complaintsOf(seen, objectives.zoneGapMs.limit, objectives.lost.limit));
  },
};
