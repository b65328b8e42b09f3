import { sleep } from '../clock';
import { judged, notRun } from '../drill-result';
import type { Load } from '../load';
import { ASIDE_HOST } from '../topology';
import type { Drill, DrillContext } from './drill';
import { failedOver, finish, startLoad } from './under-load';

/** Time with two halves after the other side has a primary of its own. */
const APART_MS = 2000;

/**
 * The primary and a client beside it lose the rest of the network, and go on with each other.
 *
 * What the client writes there is lost with the primary's role: min-replicas-to-write bounds it, WAIT avoids it.
 */
export const cutPrimaryWithClient: Drill = {
  name: 'cut-primary-with-client',
  title: 'cut the primary off with a client beside it',
  cuts: true,
  objective: ({ partitionLossMs, lost }) => `at most ${partitionLossMs.limit} ms' worth of acknowledged writes lost on either side, ${lost.limit} with WAIT 1`,
  async run(context) {
    const { deployment, objectives, ratePerSecond } = context;
    const old = await deployment.victim();
    const loads: Load[] = [];
    try {
      const start = async (options: Parameters<typeof startLoad>[2]): Promise<Load> => {
        const load = await startLoad(context, cutPrimaryWithClient.name, options);
        loads.push(load);
        return load;
      };
      const beside = await start({ host: ASIDE_HOST, label: 'beside', victimOnly: true });
      const waiting = await start({ host: ASIDE_HOST, label: 'wait', victimOnly: true, waitReplicas: 1 });
      const apart = await start({ label: 'apart' });
      await sleep(500);
      const done = deployment.fleet.cut(old, ASIDE_HOST);
      if (!done.possible) return notRun(this.name, this.objective(objectives), done.reason);
      try {
        await failedOver(context, apart, old);
        await sleep(APART_MS);
      } finally {
        deployment.fleet.heal(old, ASIDE_HOST);
      }
      await deployment.healthy();
      const [lostBeside, lostWaiting, seen] = await counted(context, beside, waiting, apart);
      const lossMs = Math.round((lostBeside / ratePerSecond) * 1000);
      const limit = objectives.partitionLossMs.limit;
      const none = objectives.lost.limit;
      return judged(
        this.name,
        this.objective(objectives),
        { acknowledgedWritesLostBeside: lostBeside, lossMs, acknowledgedWritesLostWithWait: lostWaiting, acknowledgedWritesLost: seen.verified.lost, writeGapMs: seen.writeGapMs },
        [
          ...(lossMs > limit ? [`${lostBeside} acknowledged writes were lost beside the primary, ${lossMs} ms' worth and more than ${limit} ms`] : []),
          ...(lostWaiting > none ? [`${lostWaiting} writes that WAIT had confirmed were lost`] : []),
          ...(seen.verified.lost > (limit / 1000) * ratePerSecond ? [`${seen.verified.lost} acknowledged writes were lost on the other side`] : []),
        ],
      );
    } finally {
      await Promise.all(loads.map(async (load) => await load.close()));
    }
  },
};

async function counted(context: DrillContext, beside: Load, waiting: Load, apart: Load): Promise<readonly [number, number, Awaited<ReturnType<typeof finish>>]> {
  await Promise.all([beside.stop(), waiting.stop()]);
  const seen = await finish(context, apart);
  return [(await beside.verify()).lost, (await waiting.verify()).lost, seen];
}
