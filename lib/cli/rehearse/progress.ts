import type { Io } from '../io';
import type { RehearseOptions } from './options';

/** One thing that a rehearsal does, and what it says about it when it is done. */
export interface Step {
  readonly title: string;
  /** Whether the step turned out badly although it did not break. */
  run(say: (text: string) => void): Promise<{ readonly title: string; readonly failed: boolean }>;
}

/** Runs steps one after the other and shows how far they are: living lines on a terminal, plain ones elsewhere, none with `--json` or `--quiet`. */
export async function withProgress(steps: readonly Step[], options: RehearseOptions, io: Io): Promise<void> {
  if (options.json === true || options.quiet === true) {
    for (const step of steps) await step.run(() => undefined);
  } else if (io.outIsTerminal && io.errIsTerminal) {
    await living(steps);
  } else {
    for (const step of steps) io.err(`${(await step.run(() => undefined)).title}\n`);
  }
}

async function living(steps: readonly Step[]): Promise<void> {
  const { Listr } = await import('listr2');
  const list = new Listr(
    steps.map((step) => ({
      title: step.title,
      task: async (_context: unknown, task: { title: string; output: string }): Promise<void> => {
        const { title, failed } = await step.run((text) => (task.output = text));
        task.title = title;
        if (failed) throw new Failed(title);
      },
    })),
    // A drill that failed is a result; the next one still runs. The fleet itself listens for signals.
    { exitOnError: false, registerSignalListeners: false, rendererOptions: { collapseErrors: false, showErrorMessage: false } },
  );
  await list.run();
  const broken = list.errors.find((error) => !(error instanceof Failed));
  if (broken !== undefined) throw broken;
}

/** Marks a line as failed. */
class Failed extends Error {}
