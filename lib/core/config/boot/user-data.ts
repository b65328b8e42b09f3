import type { BootFile } from '../../plan/self-managed-nodes';
import { ConfigDefect } from '../defect';
import { base64 } from './base64';
import { gzip } from './gzip';
import { NODE_ENV_FILE } from './node-environment';
import { BOOTSTRAP_COMMAND, isShared } from './boot-scripts';
import { writeFiles } from './write-files';

/**
 * Bytes of user data that EC2 accepts, before it is encoded for the request.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
 */
export const USER_DATA_LIMIT_BYTES = 16_384;

/** Left for the lines of the environment file, whose tokens become ARNs only at deployment. */
export const ENV_RESERVE_BYTES = 3072;

export interface UserDataParts {
  readonly files: readonly BootFile[];
  readonly command: string;
  /** `NAME=value`, see `NODE_ENV_VARIABLES`; values may be tokens. */
  readonly envLines: readonly string[];
}

/**
 * User data of a node: its own files compressed, what is known only at deployment in plain text; the scripts come from the
 * parameters that `scriptParametersOf` names.
 *
 * Compressed here and not by Node.js, whose result differs between versions and machines: the same blueprint must give the
 * same user data everywhere, or a synthesis on another machine would offer to replace every node.
 */
export function renderUserData({ files, command, envLines }: UserDataParts): string {
  const packed = base64(gzip(writeFiles(files.filter((file) => !isShared(file)))));
  const text = (env: readonly string[]): string =>
    [
      '#!/bin/bash',
      'set -euo pipefail',
      `mkdir -p ${NODE_ENV_FILE.replace(/\/[^/]*$/, '')}`,
      `cat >${NODE_ENV_FILE} <<'END_OF_ENV'`,
      ...env,
      'END_OF_ENV',
      "base64 -d <<'END_OF_FILES' | gzip -d | bash -eu",
      packed,
      'END_OF_FILES',
      BOOTSTRAP_COMMAND,
      `exec ${command}`,
      '',
    ].join('\n');
  const size = text([]).length;
  if (size > USER_DATA_LIMIT_BYTES - ENV_RESERVE_BYTES) {
    throw new ConfigDefect(`user data of a node takes ${size} bytes without its environment file, of ${USER_DATA_LIMIT_BYTES - ENV_RESERVE_BYTES}; fewer users, shorter lists of commands or fewer directives make it smaller`);
  }
  return text(envLines);
}
