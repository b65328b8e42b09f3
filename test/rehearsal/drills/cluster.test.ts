import { ensureEngine } from '../../../lib/rehearsal/engines';
import { objectivesFor, runDrill, type DrillContext } from '../../../lib/rehearsal/drills';
import { bootDeployment, type ClusterDeployment } from '../../../lib/rehearsal/topology';
import { describeUnless, missingEngine } from '../support/needs';
import { SPEC } from '../support/topology';
import { cluster, drill } from './support';

describeUnless(missingEngine(SPEC), 'drills on a cluster', () => {
  let context: DrillContext & { readonly deployment: ClusterDeployment };
  beforeAll(async () => {
    const resolved = cluster();
    const deployment = (await bootDeployment(resolved, { engine: await ensureEngine(SPEC) })) as ClusterDeployment;
    context = { deployment, objectives: objectivesFor(resolved), ratePerSecond: 200, bootMs: 1, run: '1', say: () => undefined };
  }, 40_000);
  afterAll(async () => await context?.deployment.fleet.stop());

  test.each(['access', 'backup-restore', 'planned-failover', 'kill-primary'])('%s passes', async (name) => {
    const result = await runDrill(drill(name), context);
    expect(result).toEqual({ ...result, outcome: 'passed', reason: undefined });
  }, 40_000);

  test('a shard comes with an equal share of slots, and adding it again changes nothing', async () => {
    const { deployment } = context;
    const [extra] = deployment.allNodes.filter(({ name }) => !deployment.resolved.nodes.some((one) => one.name === name));
    const shard = extra!.shard!;
    await deployment.addShard(shard);
    const owned = async (): Promise<number> => (await deployment.primaryOf(shard)).slots.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    expect(await owned()).toBe(4096);
    await deployment.addShard(shard);
    expect(await owned()).toBe(4096);
    await deployment.removeShard(shard);
    expect(deployment.shardNames).toEqual(['s1', 's2', 's3']);
    await deployment.healthy();
  }, 60_000);
});
