import { pairOf } from '../hand-written/equivalent';
import { measure, typical } from '../measure';
import type { Measured } from '../measure';
import { ourProgram } from '../programs';
import { mb, ms } from '../table';
import { blueprintOf } from '../workplace';
import { VALIDATION } from './run-options';
import type { Bench } from './run-options';

/** What the CDK's own validation of templates adds to a synthesis. */
export const validationEngine: Bench = async ({ rounds, progress }) => {
  const { ours, byHand } = await pairOf('aws-cdk', 'replicated');
  const blueprint = blueprintOf('replicated');
  const ten = Array.from({ length: 10 }, (_each, index) => ({ ...blueprint, name: `cache-${index + 1}` }));
  const programs = [
    { name: 'one cache, ours', file: ours },
    { name: 'one cache, by hand', file: byHand },
    { name: 'ten caches, ours', file: ourProgram('engine-10', 'aws-cdk', ten).file },
  ];
  const cases = programs.flatMap(({ name, file }) => [
    { name: `${name}, without`, args: [file], env: VALIDATION.off },
    { name: `${name}, with`, args: [file], env: VALIDATION.on },
  ]);
  const measured = await measure(cases, rounds, progress);
  return {
    title: "5. The CDK's own validation engine",
    notes: ['Switched off with CDK_VALIDATION=false. Our own rules always run.'],
    columns: ['', 'without', 'with', 'adds', 'peak without', 'peak with'],
    rows: programs.map(({ name }, index) => {
      const [without, engaged] = measured.slice(index * 2) as [Measured, Measured];
      const [a, b] = [typical(without, 'wallMs'), typical(engaged, 'wallMs')];
      return [name, ms(a), ms(b), ms(b - a), mb(typical(without, 'peakMb')), mb(typical(engaged, 'peakMb'))];
    }),
    verdicts: [],
  };
};
