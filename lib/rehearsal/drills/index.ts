import type { Drill } from './drill';
import { access } from './access';
import { backupRestore } from './backup-restore';
import { boot } from './boot';
import { cutPrimary } from './cut-primary';
import { cutPrimaryWithClient } from './cut-primary-with-client';
import { freezePrimary } from './freeze-primary';
import { killPrimary } from './kill-primary';
import { oldPrimaryReturns } from './old-primary-returns';
import { plannedFailoverDrill } from './planned-failover';
import { restartZone } from './restart-zone';
import { rollingRestart } from './rolling-restart';
import { scaleOutAndIn } from './scale-out-and-in';
import { steadyLoad } from './steady-load';
import { tls } from './tls';

export type { Drill, DrillContext } from './drill';
export { objectivesFor, type Objective, type Objectives } from './objectives';
export { runDrill } from './run';

/** Every drill, in the order in which they are run: what only looks comes first, what breaks most comes last. */
export const DRILLS: readonly Drill[] = [
  boot, access, tls, steadyLoad, backupRestore, plannedFailoverDrill, rollingRestart, scaleOutAndIn,
  killPrimary, oldPrimaryReturns, restartZone, cutPrimary, cutPrimaryWithClient, freezePrimary,
];
