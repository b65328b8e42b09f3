import { REHEARSAL } from '../../core/rules/outside';
import { RehearsalError } from '../errors';
import type { EngineSpec } from './engine';
import { installCommand } from './install-command';
import { readOsRelease, type OsRelease } from './os-release';

/** Neither an installed engine nor a way to fetch one; carries the command that installs it. */
export class EngineUnavailableError extends RehearsalError {
  /** The exact command for this system. @default - none is known */
  readonly installCommand?: string;

  constructor(
    readonly spec: EngineSpec,
    readonly reasons: readonly string[],
    system: OsRelease = readOsRelease(),
  ) {
    const wanted = spec.version === undefined ? spec.engine : `${spec.engine} ${spec.version}`;
    const command = installCommand(spec.engine, system);
    const remedy =
      command === undefined ? `install ${wanted} so that ${spec.engine}-server is on PATH` : `install it with \`${command}\``;
    super(REHEARSAL.engine.code, `\`engine\` must be on this machine or in its package archives, got no ${wanted} (${reasons.join('; ')}); ${remedy}`);
    this.installCommand = command;
  }
}
