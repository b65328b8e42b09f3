import { readFileSync } from 'node:fs';
import { pairOf } from '../hand-written/equivalent';
import { measure, typical } from '../measure';
import type { Measured } from '../measure';
import { mb, ms } from '../table';
import type { Toolkit } from '../toolkits';
import { writeProgram } from '../workplace';
import type { Bench } from './run-options';

/** What loading an entry point costs, against what a program by hand loads of the toolkit anyway. */
export const imports: Bench = async ({ rounds, progress }) => {
  const bare = await Promise.all((['aws-cdk', 'cdktf', 'cdktn'] as const).map(bareImports));
  const entries = [
    { name: 'redis-blueprints', text: `require('redis-blueprints');` },
    { name: 'redis-blueprints/yaml', text: `require('redis-blueprints/yaml');` },
    ...bare.flatMap(({ toolkit, lines }) => [
      { name: `bare ${toolkit}`, text: lines },
      { name: `redis-blueprints/${toolkit}`, text: `require('redis-blueprints/${toolkit}');` },
      { name: `redis-blueprints/${toolkit} and bare ${toolkit}`, text: `require('redis-blueprints/${toolkit}');\n${lines}` },
    ]),
  ];
  const cases = [
    { name: 'node itself', args: ['-e', '0'] },
    ...entries.map(({ name, text }) => ({ name, args: [writeProgram(`import-${name.replace(/\W+/g, '-')}`, text)] })),
  ];
  const measured = await measure(cases, rounds, progress);
  const node = measured[0] as Measured;
  return {
    title: '3. Imports',
    notes: ['Bare: what the sharded program by hand imports, which is the toolkit with the services that a cache needs.'],
    columns: ['', 'time', 'above node', 'CPU', 'peak'],
    rows: measured.map((each) => [
      each.name,
      ms(typical(each, 'wallMs')),
      ms(typical(each, 'wallMs') - typical(node, 'wallMs')),
      ms(typical(each, 'cpuMs')),
      mb(typical(each, 'peakMb')),
    ]),
    verdicts: [],
  };
};

async function bareImports(toolkit: Toolkit): Promise<{ toolkit: Toolkit; lines: string }> {
  const { byHand } = await pairOf(toolkit, 'sharded');
  const lines = readFileSync(byHand, 'utf8').split('\n').filter((line) => line.includes('= require('));
  return { toolkit, lines: lines.join('\n') };
}
