import { sleep } from '../clock';
import { judged } from '../drill-result';
import type { Drill } from './drill';
import { complaintsOf, failedOver, gapAndLoss, underLoad } from './under-load';

/** Longer than any rejoining takes at first, shorter than patience. */
const AWAY_MS = 2000;

/** A primary that was replaced comes back with its old data: it must become a replica and take nothing with it. */
export const oldPrimaryReturns: Drill = {
  name: 'old-primary-returns',
  title: 'old primary comes back',
  objective: ({ killGapMs, lost }) => `${gapAndLoss(killGapMs.limit, lost.limit)}, the old primary a replica in sync`,
  async run(context) {
    const { deployment, objectives } = context;
    const old = await deployment.victim();
    let primary = '';
    const seen = await underLoad(context, this.name, async (load) => {
      await deployment.killNode(old);
      primary = await failedOver(context, load, old);
      await sleep(AWAY_MS);
      await deployment.startNodes([old]);
      await deployment.healthy();
    });
    const fields = await deployment.info(old);
    const follows = fields.get('role') === 'slave' && fields.get('master_host') === deployment.address(primary) && fields.get('master_link_status') === 'up';
    const complaints = complaintsOf(seen, objectives.killGapMs.limit, objectives.lost.limit);
    return judged(this.name, this.objective(objectives), { ...seen.measured, oldPrimaryRole: fields.get('role') ?? 'none' }, [
      ...complaints,
      ...(follows ? [] : [`${old} is ${fields.get('role')} of ${fields.get('master_host') ?? 'nobody'} instead of a replica of ${primary}`]),
    ]);
  },
};
