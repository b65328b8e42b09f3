import { NEW_PRIMARY, plannedFailover, type CommandStep, type ProcedureStep } from '../../core/operations/procedures';
import { eventually } from '../clock';
import type { AnyDeployment } from '../topology';
import { newPrimary } from './under-load';

/** Answers that say "not yet", as when Sentinels have not agreed on the last failover. */
const NOT_YET = /INPROG|NOGOODSLAVE|NOGOODPRIMARY|TRYAGAIN/;

/** Hands a primary's role to a replica by the procedure that operators and nodes that stop use; returns the new primary. */
export async function handOver(deployment: AnyDeployment, old: string, steps: readonly ProcedureStep[] = stepsFor(deployment)): Promise<string> {
  let failure: unknown;
  for (const step of steps) {
    if (failure !== undefined && step.always !== true) continue;
    try {
      await runStep(deployment, old, step);
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure !== undefined) throw failure;
  return (await newPrimary(deployment, old)) ?? old;
}

function stepsFor({ resolved }: AnyDeployment): readonly ProcedureStep[] {
  return plannedFailover(resolved.kind === 'sentinel' ? resolved : { kind: 'cluster', engine: resolved.engine, version: resolved.version });
}

async function runStep(deployment: AnyDeployment, old: string, step: ProcedureStep): Promise<void> {
  if ('until' in step) {
    await eventually(async () => (step.until === 'primary-changed' ? (await newPrimary(deployment, old)) !== undefined : await deployment.replicasCaughtUp(old)), {
      what: step.name,
      timeoutMs: step.timeoutMs,
      intervalMs: 20,
    });
    return;
  }
  const client = await clientFor(deployment, old, step);
  const [name, ...words] = step.command;
  const args = words.includes(NEW_PRIMARY.host) ? await withNewPrimary(deployment, old, words) : words;
  const refused = await eventually(async () => await attempt(async () => await client.call(name, ...args)), { what: step.name, timeoutMs: 10_000, intervalMs: 200 });
  if (refused.error !== undefined) throw refused.error;
}

async function withNewPrimary(deployment: AnyDeployment, old: string, words: readonly string[]): Promise<readonly string[]> {
  const primary = await newPrimary(deployment, old);
  if (primary === undefined) throw new Error('no node took over');
  const values: Readonly<Record<string, string>> = { [NEW_PRIMARY.host]: deployment.address(primary), [NEW_PRIMARY.port]: String(deployment.resolved.port) };
  return words.map((word) => values[word] ?? word);
}

/** What a command came to; nothing as long as it is worth another try. */
async function attempt(send: () => Promise<unknown>): Promise<{ readonly error?: Error } | undefined> {
  try {
    await send();
    return {};
  } catch (error) {
    return NOT_YET.test(String(error)) ? undefined : { error: error as Error };
  }
}

async function clientFor(deployment: AnyDeployment, old: string, step: CommandStep): ReturnType<AnyDeployment['operator']> {
  if (step.on === 'primary') return await deployment.operator(old);
  if (step.on === 'sentinel' && deployment.kind === 'sentinel') return await deployment.sentinel(deployment.sentinelNodes.find((name) => name !== old) ?? old);
  const [replica = old] = await deployment.replicasOf(old);
  return await deployment.operator(replica);
}
