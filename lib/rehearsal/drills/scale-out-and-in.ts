import { monotonicMs } from '../clock';
import { judged } from '../drill-result';
import type { AnyDeployment } from '../topology';
import type { Drill } from './drill';
import { complaintsOf, gapAndLoss, underLoad } from './under-load';

/** A replica (Sentinel) or a shard (cluster) is added and removed again. */
export const scaleOutAndIn: Drill = {
  name: 'scale-out-and-in',
  title: 'scale out and in under load',
  objective: ({ scalingGapMs, lost }) => gapAndLoss(scalingGapMs.limit, lost.limit),
  async run(context) {
    const { deployment, objectives, say } = context;
    let outMs = 0;
    let inMs = 0;
    const seen = await underLoad(context, this.name, async () => {
      const start = monotonicMs();
      say('scaling out');
      await add(deployment);
      outMs = monotonicMs() - start;
      say('scaling in');
      await remove(deployment);
      inMs = monotonicMs() - start - outMs;
    });
    const measured = { ...seen.measured, scaleOutMs: Math.round(outMs), scaleInMs: Math.round(inMs) };
    return judged(this.name, this.objective(objectives), measured, complaintsOf(seen, objectives.scalingGapMs.limit, objectives.lost.limit));
  },
};

function extra(deployment: AnyDeployment): { readonly node: string; readonly shard: string } {
  const known = deployment.resolved.nodes.map(({ name }) => name);
  const found = deployment.allNodes.find(({ name }) => !known.includes(name));
  return { node: found?.name ?? '', shard: found?.shard ?? '' };
}

async function add(deployment: AnyDeployment): Promise<void> {
  if (deployment.kind === 'sentinel') await deployment.addReplica(extra(deployment).node);
  else await deployment.addShard(extra(deployment).shard);
}

async function remove(deployment: AnyDeployment): Promise<void> {
  if (deployment.kind === 'sentinel') await deployment.removeReplica(extra(deployment).node);
  else await deployment.removeShard(extra(deployment).shard);
}
