import type { BootFile } from '../../plan/self-managed-nodes';
import { sha1 } from '../sha1';
import { base64 } from './base64';
import { gzip } from './gzip';
import { BOOT_SCRIPTS } from './scripts.generated';
import { writeFiles } from './write-files';

/** Command of a node, for its units and for operators. */
export const NODE_COMMAND = '/usr/local/sbin/redis-blueprints-node';

/** First step of the first boot; the only script that user data carries itself. */
export const BOOTSTRAP_COMMAND = '/usr/local/sbin/redis-blueprints-bootstrap';

const PLACES: { readonly [name: string]: string } = { node: NODE_COMMAND, bootstrap: BOOTSTRAP_COMMAND };

/** Scripts, the same on every node of every deployment. */
export const SCRIPT_FILES: readonly BootFile[] = Object.entries(BOOT_SCRIPTS).map(([name, content]) => ({
  path: PLACES[name] ?? `/usr/local/lib/redis-blueprints/${name}.sh`,
  mode: name in PLACES ? '0755' : '0644',
  content,
}));

/** Whether user data leaves a file to the parameters. */
export function isShared(file: Pick<BootFile, 'path'>): boolean {
  return file.path !== BOOTSTRAP_COMMAND && SCRIPT_FILES.some(({ path }) => path === file.path);
}

/**
 * Characters of a parameter of the standard tier, which costs nothing.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html
 */
const PARAMETER_LIMIT = 4096;

/** A parameter of Parameter Store with a part of the scripts. */
export interface ScriptParameter {
  readonly name: string;
  readonly value: string;
}

const PACKED = base64(gzip(writeFiles(SCRIPT_FILES.filter(isShared))), Infinity);
const DIGEST = sha1(PACKED).slice(0, 12);

/**
 * The scripts as parameters, one set for each deployment: 16 KB of user data cannot hold them.
 *
 * Their names follow from their content, so that a node that boots during an update never gets one half of each version.
 */
export function scriptParametersOf({ cacheId }: { readonly cacheId: string }): readonly ScriptParameter[] {
  const parts = PACKED.match(new RegExp(`.{1,${PARAMETER_LIMIT}}`, 'g')) ?? [];
  return parts.map((value, index) => ({ name: `/redis-blueprints/${cacheId}/boot/${DIGEST}/${String(index + 1).padStart(2, '0')}`, value }));
}
