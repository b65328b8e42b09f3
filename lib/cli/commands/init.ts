import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ManagedBlueprint, WorkloadPreset } from '../../core/blueprint';
import { EXIT, UsageError } from '../exit';
import type { ExitCode } from '../exit';
import { starterBlueprint } from '../init/starter';
import type { Io } from '../io';
import type { CommonOptions } from '../options';
import { jsonResult } from '../print/json';

export interface InitOptions extends CommonOptions {
  readonly kind: ManagedBlueprint['kind'];
  readonly workload: WorkloadPreset;
}

const FILE = 'blueprint.yaml';

/** `init`: writes a blueprint to start from, and never over one that is there. */
export function initCommand(directory: string, { kind, workload, json, quiet }: InitOptions, io: Io): ExitCode {
  const file = path.join(directory, FILE);
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(file, starterBlueprint(nameFor(directory, workload), kind, workload), { flag: 'wx' });
  } catch (error) {
    throw refusal(file, error);
  }
  if (json === true) io.out(jsonResult('init', true, { file, kind, workload }));
  else if (quiet !== true) io.out(`wrote ${file}\n\nnext: replace the ids under \`network\`, then\n  redis-blueprints validate ${file}\n  redis-blueprints plan ${file}\n`);
  return EXIT.fine;
}

/** The directory's name where it can name a cache; people have chosen it already. */
function nameFor(directory: string, workload: WorkloadPreset): string {
  const name = path.basename(path.resolve(directory)).toLowerCase();
  return /^[a-z](-?[a-z0-9]){2,19}$/.test(name) ? name : `my-${workload}`;
}

const REASONS: { readonly [code: string]: readonly [what: string, remedy: string] } = {
  EEXIST: ['is there already', 'name another directory, or edit it'],
  EACCES: ['cannot be written: permission is denied', 'name another directory'],
  EROFS: ['cannot be written: the file system is read-only', 'name another directory'],
  ENOTDIR: ['cannot be written: a part of its path is a file', 'name another directory'],
};

function refusal(file: string, error: unknown): unknown {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
  return reason === undefined ? error : new UsageError(`${file} ${reason[0]}`, reason[1]);
}
