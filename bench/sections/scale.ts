import { measure, times, typical } from '../measure';
import type { Measured } from '../measure';
import { ourProgram } from '../programs';
import { atMost, mb, ms, ratio } from '../table';
import type { Verdict } from '../table';
import { TARGETS } from '../targets';
import type { Toolkit } from '../toolkits';
import { blueprintOf } from '../workplace';
import { VALIDATION } from './run-options';
import type { Bench } from './run-options';

const TOOLKITS: readonly Toolkit[] = ['aws-cdk', 'cdktf', 'cdktn'];
/** Below it, the first cache's cost of loading and compiling code dominates. */
const SMALL = 10;

/** Many caches in one app, each in a stack of its own. */
export const scale: Bench = async ({ rounds, sizes, progress }) => {
  const rows: string[][] = [];
  const verdicts: Verdict[] = [];
  for (const toolkit of TOOLKITS) {
    const cases = sizes.map((size) => ({ name: `${toolkit}, ${size}`, args: [programOf(toolkit, size)], env: VALIDATION.off }));
    const measured = await measure(cases, rounds, progress);
    measured.forEach((each, index) => {
      const size = sizes[index] as number;
      rows.push([`${toolkit}, ${size}`, ms(typical(each, 'wallMs')), ms(typical(each, 'workMs')), ms(typical(each, 'workCpuMs')), ms(typical(each, 'workCpuMs') / size), mb(typical(each, 'peakMb'))]);
    });
    const last = sizes.length - 1;
    const small = sizes.indexOf(SMALL);
    const growth = times(measured[last] as Measured, measured[small] as Measured, 'workCpuMs') / ((sizes[last] as number) / SMALL);
    verdicts.push(atMost(`${toolkit}, CPU time per cache from ${SMALL} to ${sizes[last]}`, TARGETS.growth, growth, ratio));
  }
  return {
    title: '2. Many caches in one app',
    notes: ['Replicated caches, each in a stack of its own; without the CDK\'s own validation engine. Per cache: CPU time after imports.'],
    columns: ['', 'time', 'after imports', 'CPU of it', 'per cache', 'peak'],
    rows,
    verdicts,
  };
};

function programOf(toolkit: Toolkit, size: number): string {
  const blueprint = blueprintOf('replicated');
  const blueprints = Array.from({ length: size }, (_each, index) => ({ ...blueprint, name: `cache-${index + 1}` }));
  return ourProgram(`scale-${toolkit}-${size}`, toolkit, blueprints).file;
}
