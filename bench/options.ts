import { parseArgs } from 'node:util';

/** What the command line of the bench asks for. */
export interface Options {
  readonly rounds: number;
  readonly scaleRounds: number;
  readonly sizes: readonly number[];
  readonly json: boolean;
  readonly write: boolean;
  /** Titles' numbers, such as `1,4`; undefined for all. */
  readonly only?: readonly string[];
}

export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const rounds = Number(values.rounds ?? (values.quick ? 3 : 7));
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`\`--rounds\` must be a whole number from 1, got ${values.rounds}`);
  return {
    rounds,
    scaleRounds: Math.min(rounds, values.quick ? 1 : 3),
    sizes: values.quick ? [1, 10, 100] : [1, 10, 100, 500],
    json: values.json,
    write: values.write,
    ...(values.only === undefined ? {} : { only: values.only.split(',') }),
  };
}
