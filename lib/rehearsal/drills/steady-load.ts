import { sleep } from '../clock';
import { judged } from '../drill-result';
import type { Drill } from './drill';
import { complaintsOf, gapAndLoss, underLoad } from './under-load';

const DURATION_MS = 3000;
/** Without a fault nothing but the machine's own stalls can hold writes. */
const GAP_MS = 1000;

/** Nothing happens, and nothing may happen to the writes. */
export const steadyLoad: Drill = {
  name: 'steady-load',
  title: 'steady load',
  objective: ({ lost }) => `${gapAndLoss(GAP_MS, lost.limit)}, none refused`,
  async run(context) {
    const seen = await underLoad(context, this.name, async () => await sleep(DURATION_MS));
    const refused = seen.report.failed > 0 ? [`${seen.report.failed} writes were refused: ${Object.keys(seen.report.errors).join('; ')}`] : [];
    const { p50, p99 } = seen.report.latencyMs;
    const measured = { ...seen.measured, latencyP50Ms: Number(p50.toFixed(2)), latencyP99Ms: Number(p99.toFixed(2)) };
    return judged(this.name, this.objective(context.objectives), measured, [...complaintsOf(seen, GAP_MS, context.objectives.lost.limit), ...refused]);
  },
};
