import { check } from '../check';
import { EXIT } from '../exit';
import type { ExitCode } from '../exit';
import type { Io } from '../io';
import type { ReadingOptions } from '../options';
import { jsonCheck, jsonResult } from '../print/json';
import { printFindings } from '../print/summary';

/** `validate`: reads blueprints and says everything there is to say about them. */
export async function validateCommand(paths: readonly string[], options: ReadingOptions, io: Io): Promise<ExitCode> {
  const result = await check(paths, options, io);
  if (options.json === true) io.out(jsonResult('validate', result.ok, jsonCheck(result)));
  else printFindings(result, options, io);
  return result.ok ? EXIT.fine : EXIT.findings;
}
