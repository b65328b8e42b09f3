import type { ResolvedSelfManagedBlueprint } from '../core/blueprint/resolve-self-managed';
import type { ProcedureStep } from '../core/operations/procedures';
import { monotonicMs } from './clock';
import { notRun, type DrillResult } from './drill-result';
import { DRILLS, objectivesFor, runDrill, type Drill, type Objectives } from './drills';
import { messageOf } from './errors';
import type { Engine } from './engines';
import { bootDeployment, type AnyDeployment, type BootOptions } from './topology';

export interface RehearsalOptions extends BootOptions {
  /** Writes a second of each load. @default 500 */
  readonly ratePerSecond?: number;
  /** What drills are judged against. @default - the blueprint's own objectives */
  readonly objectives?: Objectives;
  /** How the primary's role is handed over. @default - the procedure that runbooks print */
  readonly failoverSteps?: readonly ProcedureStep[];
  /** Says what is happening. @default - nothing is said */
  readonly say?: (text: string) => void;
}

/** A drill's result with the run that it belongs to. */
export interface RunResult extends DrillResult {
  readonly run: number;
  readonly durationMs: number;
}

const DEFAULT_RATE = 500;
/** Time for a deployment to get well again after a drill that failed. */
const REPAIR_MS = 15_000;

/** One blueprint on real engines; drills run on it one after the other. */
export class Rehearsal {
  readonly objectives: Objectives;
  private deployment: AnyDeployment | undefined;
  private bootMs = 0;
  private kept: string | undefined;

  constructor(
    readonly resolved: ResolvedSelfManagedBlueprint,
    private readonly options: RehearsalOptions,
  ) {
    this.objectives = options.objectives ?? objectivesFor(resolved);
  }

  get engine(): Engine {
    return this.options.engine;
  }

  /** How hosts are kept apart, and why not better. @default - undefined before the boot */
  get isolation(): { readonly kind: 'namespaces' | 'loopback'; readonly reason?: string } | undefined {
    const fleet = this.deployment?.fleet;
    return fleet === undefined ? undefined : { kind: fleet.isolation, reason: fleet.isolationReason };
  }

  /** What differs from the blueprint, one sentence each. */
  get differences(): readonly string[] {
    return this.deployment?.adapted.differences ?? [];
  }

  /** Runs a drill on a healthy deployment, booting one where there is none. */
  async run(drill: Drill, run = 1): Promise<RunResult> {
    const start = monotonicMs();
    const result = await this.attempt(drill, run);
    return { ...result, run, durationMs: Math.round(monotonicMs() - start) };
  }

  private async attempt(drill: Drill, run: number): Promise<DrillResult> {
    const objective = drill.objective(this.objectives);
    // The boot drill is about a first start, also when others ran before.
    if (drill.name === 'boot' && run > 1) await this.close();
    try {
      await this.boot();
    } catch (error) {
      const reason = messageOf(error);
      if (drill.name === 'boot') return { drill: drill.name, outcome: 'failed', objective, measured: {}, reason };
      return notRun(drill.name, objective, `the deployment did not start: ${reason}`);
    }
    const { deployment } = this;
    if (deployment === undefined) return notRun(drill.name, objective, 'the deployment did not start');
    const { ratePerSecond = DEFAULT_RATE, failoverSteps, say = () => undefined } = this.options;
    const result = await runDrill(drill, { deployment, objectives: this.objectives, ratePerSecond, bootMs: this.bootMs, run: String(run), failoverSteps, say });
    // What one drill leaves broken must not be held against the next.
    if (result.outcome === 'failed') await deployment.healthy(REPAIR_MS).catch(async () => await this.close());
    return result;
  }

  async boot(): Promise<void> {
    if (this.deployment !== undefined) return;
    const start = monotonicMs();
    this.deployment = await bootDeployment(this.resolved, this.options);
    this.bootMs = monotonicMs() - start;
  }

  /** Ends everything; returns the folder with configuration and logs when they are kept. */
  async close(): Promise<string | undefined> {
    const { deployment } = this;
    this.deployment = undefined;
    this.kept = (await deployment?.fleet.stop()) ?? this.kept;
    return this.kept;
  }
}

/** Drills by name, in their own order. @default - all of them */
export function drillsNamed(names: readonly string[] | undefined): readonly Drill[] {
  return names === undefined ? DRILLS : DRILLS.filter(({ name }) => names.includes(name));
}
