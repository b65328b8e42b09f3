import path from 'node:path';
import { measure, typical } from '../measure';
import { atMost, mb, ms } from '../table';
import { TARGETS } from '../targets';
import { EXAMPLES, ROOT } from '../workplace';
import type { Bench } from './run-options';

/** The command line's `validate`, from start to end of the process. */
export const validate: Bench = async ({ rounds, progress }) => {
  const command = path.join(ROOT, 'dist/bin/redis-blueprints.js');
  const cases = [
    { name: 'node -e 0', args: ['-e', '0'] },
    { name: 'redis-blueprints validate, one cache', args: [command, 'validate', EXAMPLES.replicated] },
    { name: 'redis-blueprints validate, three caches of two environments', args: [command, 'validate', EXAMPLES.several] },
  ];
  const measured = await measure(cases, rounds, progress);
  return {
    title: '4. Validation on the command line',
    notes: [],
    columns: ['', 'time', 'CPU', 'peak'],
    rows: measured.map((each) => [each.name, ms(typical(each, 'wallMs')), ms(typical(each, 'cpuMs')), mb(typical(each, 'peakMb'))]),
    verdicts: measured.slice(1).map((each) => atMost(each.name, TARGETS.validateMs, typical(each, 'wallMs'), ms)),
  };
};
