import { pairOf } from '../hand-written/equivalent';
import { measure, times, typical } from '../measure';
import type { Measured, Quantity } from '../measure';
import { atMost, mb, ms, ratio } from '../table';
import type { Verdict } from '../table';
import { TARGETS } from '../targets';
import type { Toolkit } from '../toolkits';
import { VALIDATION } from './run-options';
import type { Bench } from './run-options';

const TOOLKITS: readonly Toolkit[] = ['aws-cdk', 'cdktf', 'cdktn'];

/** Our constructs against the same resources written out one by one. */
export const againstHandWritten: Bench = async ({ rounds, progress }) => {
  const rows: string[][] = [];
  const verdicts: Verdict[] = [];
  for (const toolkit of TOOLKITS) {
    for (const kind of ['replicated', 'sharded'] as const) {
      const pair = await pairOf(toolkit, kind);
      const name = `${toolkit}, ${kind}, ${pair.resources} resources`;
      const [ours, byHand] = (await measure(
        [
          { name: `${name}, ours`, args: [pair.ours], env: VALIDATION.off },
          { name: `${name}, by hand`, args: [pair.byHand], env: VALIDATION.off },
        ],
        rounds,
        progress,
      )) as [Measured, Measured];
      rows.push(
        [name, ...compared(ours, byHand, 'wallMs', ms), ...compared(ours, byHand, 'peakMb', mb)],
        ['  CPU time', ...compared(ours, byHand, 'cpuMs', ms)],
        ['  of the time, after imports', ...compared(ours, byHand, 'workMs', ms)],
      );
      verdicts.push(
        atMost(`${toolkit}, ${kind}, time`, TARGETS.againstHandWritten, times(ours, byHand, 'wallMs'), ratio),
        atMost(`${toolkit}, ${kind}, memory`, TARGETS.againstHandWritten, times(ours, byHand, 'peakMb'), ratio),
      );
    }
  }
  return {
    title: '1. One cache, against the same resources written by hand',
    notes: ['Whole processes, without the CDK\'s own validation engine, which would hide the difference (see 5).'],
    columns: ['', 'time', 'by hand', 'times', 'peak', 'by hand', 'times'],
    rows,
    verdicts,
  };
};

function compared(ours: Measured, byHand: Measured, quantity: Quantity, show: (value: number) => string): string[] {
  return [show(typical(ours, quantity)), show(typical(byHand, quantity)), ratio(times(ours, byHand, quantity))];
}
