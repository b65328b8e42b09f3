import { judged } from '../drill-result';
import type { AnyDeployment } from '../topology';
import type { Drill } from './drill';
import { handOver } from './procedure';
import { complaintsOf, gapAndLoss, underLoad } from './under-load';

/** Every node is restarted, replicas before the primaries that hand over first, one at a time and in health. */
export const rollingRestart: Drill = {
  name: 'rolling-restart',
  title: 'rolling restart of every node under load',
  objective: ({ plannedGapMs, lost }) => gapAndLoss(plannedGapMs.limit, lost.limit),
  async run(context) {
    const { deployment, objectives, say } = context;
    const seen = await underLoad(context, this.name, async () => {
      const primaries: string[] = [];
      for (const name of deployment.nodeNames) {
        if (await isPrimary(deployment, name)) primaries.push(name);
        else await restart(deployment, name, say);
      }
      for (const name of primaries) {
        if (await isPrimary(deployment, name)) await handOver(deployment, name, context.failoverSteps);
        await deployment.healthy();
        await restart(deployment, name, say);
      }
    });
    const measured = { ...seen.measured, restartedNodes: deployment.nodeNames.length };
    return judged(this.name, this.objective(objectives), measured, complaintsOf(seen, objectives.plannedGapMs.limit, objectives.lost.limit));
  },
};

async function isPrimary(deployment: AnyDeployment, name: string): Promise<boolean> {
  return deployment.node(name).duty !== 'sentinel' && (await deployment.info(name)).get('role') === 'master';
}

async function restart(deployment: AnyDeployment, name: string, say: (text: string) => void): Promise<void> {
  say(`restarting ${name}`);
  await deployment.stopNode(name);
  await deployment.startNodes([name]);
  await deployment.healthy();
}
