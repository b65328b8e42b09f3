/** A target and whether it was met. */
export interface Verdict {
  readonly target: string;
  readonly got: string;
  readonly met: boolean;
}

/** One section of the output. */
export interface Section {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly verdicts: readonly Verdict[];
  /** What a reader must know to read the figures. */
  readonly notes: readonly string[];
}

const WIDTH = 100;

/** Plain text of at most 100 columns: names to the left, figures to the right. */
export function printSection({ title, columns, rows, verdicts, notes }: Section): string {
  const widths = columns.map((column, index) => Math.max(column.length, ...rows.map((row) => (row[index] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0))).join('  ').trimEnd();
  return [
    title,
    '-'.repeat(Math.min(WIDTH, title.length)),
    ...notes.flatMap((note) => wrap(note)),
    line(columns),
    ...rows.map(line),
    ...verdicts.map(({ target, got, met }) => `${met ? 'met   ' : 'MISSED'}  ${target}: ${got}`),
    '',
  ].join('\n');
}

function wrap(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1] as string;
    if (last.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
export const mb = (value: number): string => `${value.toFixed(0)} MB`;
export const ratio = (value: number): string => `${value.toFixed(2)} x`;

/** A verdict on a figure that must not be above its limit. */
export function atMost(target: string, limit: number, value: number, show: (value: number) => string): Verdict {
  return { target: `${target}, at most ${show(limit)}`, got: show(value), met: value <= limit };
}
