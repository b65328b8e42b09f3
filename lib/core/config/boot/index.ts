import type { ResolvedNode, ResolvedSelfManagedBlueprint } from '../../blueprint/resolve-self-managed';
import type { BootFile } from '../../plan/self-managed-nodes';
import { renderEngineConf } from '../engine-conf';
import { renderSentinelConf } from '../sentinel-conf';
import { renderSentinelUsersAcl, renderUsersAcl } from '../users-acl';

/** What a node's first boot needs: files that are the same for every deployment of a plan, and the command that starts it all. */
export interface Boot {
  readonly files: readonly BootFile[];
  readonly command: string;
  /** Seconds that a planned stop may take. */
  readonly stopTimeoutSeconds: number;
}

const FOLDER = '/etc/redis-blueprints';

/** Seconds to pause writes, wait for offsets and fail over. */
const STOP_TIMEOUT_SECONDS = 60;

/** Boot files of one node, with placeholders for what only the node knows. */
export function bootFilesOf(resolved: ResolvedSelfManagedBlueprint, node: ResolvedNode): Boot {
  return { files: [...dataFiles(resolved, node), ...sentinelFiles(resolved, node)], command: `${FOLDER}/boot`, stopTimeoutSeconds: STOP_TIMEOUT_SECONDS };
}

function dataFiles(resolved: ResolvedSelfManagedBlueprint, node: ResolvedNode): BootFile[] {
  if (node.duty === 'sentinel') return [];
  return [file('engine.conf.template', renderEngineConf(resolved, node)), file('users.acl.template', renderUsersAcl(resolved, node))];
}

function sentinelFiles(resolved: ResolvedSelfManagedBlueprint, node: ResolvedNode): BootFile[] {
  if (node.duty === 'data' || resolved.kind !== 'sentinel') return [];
  return [file('sentinel.conf.template', renderSentinelConf(resolved, node)), file('sentinel-users.acl.template', renderSentinelUsersAcl(resolved, node))];
}

function file(name: string, content: string): BootFile {
  return { path: `${FOLDER}/${name}`, mode: '0600', content };
}
