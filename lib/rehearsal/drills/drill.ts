import type { ProcedureStep } from '../../core/operations/procedures';
import type { DrillResult } from '../drill-result';
import type { AnyDeployment } from '../topology';
import type { Objectives } from './objectives';

/** What a drill works with. */
export interface DrillContext {
  readonly deployment: AnyDeployment;
  readonly objectives: Objectives;
  /** Writes a second of each load. */
  readonly ratePerSecond: number;
  /** Milliseconds that the boot of the deployment took. */
  readonly bootMs: number;
  /** Tells the run apart from others on the same deployment; part of its keys. */
  readonly run: string;
  /** How the primary's role is handed over. @default - the procedure that runbooks print */
  readonly failoverSteps?: readonly ProcedureStep[];
  /** Says what is happening. */
  readonly say: (text: string) => void;
}

/** One thing that is tried on a running deployment, which it leaves as healthy as it found it. */
export interface Drill {
  readonly name: string;
  readonly title: string;
  /** The objective in words, with numbers and units. */
  objective(objectives: Objectives): string;
  /** Whether hosts must be cut off for it. @default false */
  readonly cuts?: boolean;
  run(context: DrillContext): Promise<DrillResult>;
}
