import type { ResolvedNode, ResolvedSelfManagedBlueprint } from '../blueprint/resolve-self-managed';
import { directiveProblems } from './directive-problems';
import { ConfigDefect } from './defect';
import { instanceOf, memoryBudget } from './memory-budget';
import { addressOf } from './placeholders';
import { knownSettings, renderSettings, usableDirective } from './render';
import type { Setting } from './render';
import { ACCESS_SETTINGS } from './settings/access';
import { clusterSettings } from './settings/cluster';
import { memorySettings } from './settings/memory';
import { networkSettings } from './settings/network';
import { OBSERVATION_SETTINGS } from './settings/observation';
import { persistenceSettings } from './settings/persistence';
import { replicationSettings } from './settings/replication';
import { threadSettings } from './settings/threads';
import { TLS_SETTINGS } from './settings/tls';

/**
 * `redis.conf` or `valkey.conf` of a data node, exact for the engine version.
 *
 * Names no primary: what a node starts as is decided at its start, by asking the others.
 */
export function renderEngineConf(resolved: ResolvedSelfManagedBlueprint, node: ResolvedNode): string {
  return renderSettings(resolved, engineSettings(resolved, node));
}

/** Every setting of a data node with its reason: what the library sets, then what the blueprint's `directives` say instead. */
export function engineSettings(resolved: ResolvedSelfManagedBlueprint, node: ResolvedNode): readonly Setting[] {
  if (node.duty === 'sentinel') throw new ConfigDefect(`node ${node.name} holds no data`);
  const problems = directiveProblems(resolved);
  if (problems.length > 0) throw new ConfigDefect(problems.map(({ directive, problem }) => `directive ${directive} ${problem}`).join(', '));
  const budget = memoryBudget(resolved, instanceOf(resolved));
  const own = knownSettings(resolved, [
    ...networkSettings(resolved, node),
    ...TLS_SETTINGS,
    ...ACCESS_SETTINGS,
    ...persistenceSettings(resolved),
    ...replicationSettings(resolved, node, budget),
    ...memorySettings(resolved, budget),
    ...threadSettings(resolved),
    ...OBSERVATION_SETTINGS,
    ...(resolved.kind === 'cluster' ? clusterSettings(resolved, node) : []),
  ]);
  const stated = statedSettings(resolved);
  const replaced = new Set(stated.map(({ directive }) => canonical(resolved, directive)));
  return [...own.filter(({ directive }) => !replaced.has(canonical(resolved, directive))), ...stated];
}

/** The line that makes a node a replica of another from its start; boot and rehearsal add it where it belongs. */
export function renderReplicaOf(primaryName: string, port: number): string {
  return `replicaof ${addressOf(primaryName)} ${port}\n`;
}

function statedSettings(resolved: ResolvedSelfManagedBlueprint): readonly Setting[] {
  return Object.entries(resolved.directives)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([directive, value]) => statedLines(resolved, directive, value).map((words) => ({ directive, value: words, reason: 'stated in `directives`' })));
}

function statedLines(resolved: ResolvedSelfManagedBlueprint, directive: string, value: string | number | boolean): readonly Setting['value'][] {
  if (typeof value !== 'string' || usableDirective(resolved, directive)?.kind !== 'list') return [value];
  const words = value.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [['']];
  // Both take groups of words; 6.2 reads one group a line.
  const group = ({ save: 2, 'client-output-buffer-limit': 4 } as Readonly<Record<string, number>>)[canonical(resolved, directive)] ?? words.length;
  return Array.from({ length: Math.ceil(words.length / group) }, (_, index) => words.slice(index * group, (index + 1) * group));
}

function canonical(resolved: ResolvedSelfManagedBlueprint, directive: string): string {
  return usableDirective(resolved, directive)?.name ?? directive;
}
