import { ensureEngine } from '../../../lib/rehearsal/engines';
import { objectivesFor, runDrill, type DrillContext } from '../../../lib/rehearsal/drills';
import { bootDeployment, type SentinelDeployment } from '../../../lib/rehearsal/topology';
import { createAuthority } from '../../../lib/rehearsal/tls';
import { describeUnless, missingEngine, missingNamespaces } from '../support/needs';
import { SPEC } from '../support/topology';
import { drill, sentinel } from './support';

const noEngine = missingEngine(SPEC);
const noNamespaces = missingNamespaces();

async function boot(resolved = sentinel()): Promise<DrillContext & { readonly deployment: SentinelDeployment }> {
  const deployment = (await bootDeployment(resolved, { engine: await ensureEngine(SPEC) })) as SentinelDeployment;
  return { deployment, objectives: objectivesFor(resolved), ratePerSecond: 200, bootMs: 1, run: '1', say: () => undefined };
}

describeUnless(noEngine, 'drills on Sentinel', () => {
  let context: Awaited<ReturnType<typeof boot>>;
  beforeAll(async () => {
    context = await boot();
  }, 40_000);
  afterAll(async () => await context?.deployment.fleet.stop());

  test.each(['access', 'tls', 'backup-restore', 'planned-failover', 'kill-primary'])('%s passes', async (name) => {
    const result = await runDrill(drill(name), context);
    expect(result).toEqual({ ...result, outcome: 'passed', reason: undefined });
  }, 40_000);

  test('a write gap beyond the objective fails', async () => {
    const objectives = { ...context.objectives, plannedGapMs: { limit: 1, reason: 'nothing is that fast' } };
    const result = await runDrill(drill('planned-failover'), { ...context, objectives, run: '2' });
    expect(result).toMatchObject({ outcome: 'failed', objective: 'write gap at most 1 ms, 0 acknowledged writes lost', reason: expect.stringMatching(/^the write gap was \d+ ms, more than 1 ms$/) });
  }, 40_000);

  test('a right that a user has and should not have fails the access drill', async () => {
    const users = context.deployment.resolved.users.map((user) => (user.name === 'app' ? { ...user, can: ['read'] as const } : user));
    const deployment = Object.create(context.deployment, { resolved: { value: { ...context.deployment.resolved, users } } }) as SentinelDeployment;
    expect(await runDrill(drill('access'), { ...context, deployment })).toMatchObject({ outcome: 'failed', reason: 'app must not be able to set app:rehearsal x, got: OK' });
  });

  test('nodes with certificates of another authority fail the TLS drill', async () => {
    const deployment = Object.create(context.deployment, { authority: { value: createAuthority('another') } }) as SentinelDeployment;
    const result = await runDrill(drill('tls'), { ...context, deployment });
    expect(result).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('a client with a certificate of this authority must be answered on port 6379 of data-1') });
  });

  test('a drill that breaks is a failure with its reason', async () => {
    const broken = { ...drill('tls'), run: () => Promise.reject(new Error('a bug')) };
    expect(await runDrill(broken, context)).toMatchObject({ outcome: 'failed', measured: {}, reason: 'a bug' });
  });
});

describeUnless(noEngine ?? noNamespaces, 'without min-replicas-to-write', () => {
  let context: Awaited<ReturnType<typeof boot>>;
  afterAll(async () => await context?.deployment.fleet.stop());

  test('a client beside a primary that is cut off loses more than the objective, and nothing with WAIT', async () => {
    context = await boot(sentinel({ minReplicasToWrite: 0 }));
    const result = await runDrill(drill('cut-primary-with-client'), context);
    expect(result).toMatchObject({ outcome: 'failed', measured: { acknowledgedWritesLostWithWait: 0 } });
    expect(result.reason).toMatch(/^\d+ acknowledged writes were lost beside the primary, \d+ ms' worth and more than 4000 ms$/);
  }, 60_000);
});
