import type { ResolvedNode, ResolvedSelfManagedBlueprint } from '../../blueprint/resolve-self-managed';
import type { BootFile } from '../../plan/self-managed-nodes';
import { renderEngineConf } from '../engine-conf';
import { KERNEL_SETTINGS } from '../kernel-settings';
import { renderSentinelConf } from '../sentinel-conf';
import { renderSentinelUsersAcl, renderUsersAcl } from '../users-acl';
import { renderPlanEnv } from './plan-env';
import { NODE_COMMAND, SCRIPT_FILES } from './boot-scripts';
import { stopTimeoutSeconds, stopTimingOf } from './stop-timing';
import { unitsOf } from './units';

/** What a node runs, from its first boot on. */
export interface NodeBoot {
  readonly files: readonly BootFile[];
  /** Command that runs once the files are there, at the first boot of an instance; later boots are systemd's. */
  readonly command: string;
  readonly stopTimeoutSeconds: number;
}

/**
 * Files of a node, the same at every deployment of a plan: no secret, and nothing that is known only at deployment.
 *
 * What a node is called, holds and starts as stands in data; the scripts are the same on every node.
 */
export function bootFilesOf(resolved: ResolvedSelfManagedBlueprint, node: ResolvedNode): NodeBoot {
  return {
    files: [
      file('/etc/redis-blueprints/plan.env', '0644', renderPlanEnv(resolved, node)),
      ...templates(resolved, node),
      ...kernelFiles(),
      ...unitsOf(resolved, node).map(({ name, text }) => file(`/etc/systemd/system/${name}`, '0644', text)),
      ...SCRIPT_FILES,
    ],
    command: `${NODE_COMMAND} boot`,
    stopTimeoutSeconds: stopTimeoutSeconds(stopTimingOf(resolved, node)),
  };
}

function templates(resolved: ResolvedSelfManagedBlueprint, node: ResolvedNode): readonly BootFile[] {
  const template = (name: string, content: string): BootFile => file(`/etc/redis-blueprints/${name}`, '0644', content);
  return [
    ...(node.duty === 'sentinel' ? [] : [template('engine.conf', renderEngineConf(resolved, node)), template('users.acl', renderUsersAcl(resolved, node))]),
    ...(node.duty === 'data' || resolved.kind === 'cluster'
      ? []
      : [template('sentinel.conf', renderSentinelConf(resolved, node)), template('sentinel-users.acl', renderSentinelUsersAcl(resolved, node))]),
  ];
}

/** Kept by the system at every boot. */
function kernelFiles(): readonly BootFile[] {
  const lines = (how: 'sysctl' | 'sysfs', line: (name: string, value: string) => string): string =>
    KERNEL_SETTINGS.filter((setting) => setting.how === how)
      .map(({ name, value }) => `${line(name, value)}\n`)
      .join('');
  return [
    file('/etc/sysctl.d/90-redis-blueprints.conf', '0644', lines('sysctl', (name, value) => `${name} = ${value}`)),
    file('/etc/tmpfiles.d/redis-blueprints.conf', '0644', lines('sysfs', (name, value) => `w ${name} - - - - ${value}`)),
  ];
}

function file(path: string, mode: string, content: string): BootFile {
  return { path, mode, content };
}
