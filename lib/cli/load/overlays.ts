import type { Environment } from '../../core/blueprint';
import { DEFAULTS } from '../../core/blueprint/defaults';
import { printable } from '../../core/rules/wording';
import { READING } from './codes';
import { map, scalar } from './located';
import type { Located, LocatedEntry, LocatedMap } from './located';
import { mergeMaps } from './merge';
import type { TextProblem } from './read-value';

const KEY = 'environments';
const ENVIRONMENTS: { readonly [E in Environment]: true } = { production: true, staging: true, development: true };
/** Part of the identity of the blueprint: an overlay that changed them would be another blueprint. */
const NOT_IN_OVERLAYS: readonly string[] = ['kind', 'name', KEY];
const MOST_OVERLAYS = 50;
/** What may follow the name in `<name>-<key>`, a cache's id. */
const NAME = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;

/** One deployment of a document: an overlay merged in, or the document itself where it has none. */
export interface Deployment {
  readonly root: Located;
  readonly overlay?: string;
  /** What `--environment` selects it by. */
  readonly environment: string;
}

/** Expands `environments` into one deployment for each overlay. */
export function expandOverlays(root: Located): { readonly deployments: readonly Deployment[]; readonly problems: readonly TextProblem[] } {
  const stated = root.type === 'map' ? root.entries.get(KEY) : undefined;
  if (root.type !== 'map' || stated === undefined) return { deployments: [{ root, environment: environmentOf(root) }], problems: [] };
  const problems: TextProblem[] = [];
  const report = (at: number, message: string, remedy: string): void => void problems.push({ kind: READING.overlay, at, message, remedy });
  const overlays = overlaysIn(stated, report);
  const base = without(root, KEY);
  const deployments = overlays.flatMap(([name, entry]) => deploymentOf(base, name, entry, report));
  return { deployments: problems.length > 0 ? [] : deployments, problems };
}

type Report = (at: number, message: string, remedy: string) => void;

function overlaysIn({ keyAt, value }: LocatedEntry, report: Report): readonly (readonly [string, LocatedEntry])[] {
  if (value.type !== 'map' || value.entries.size === 0) {
    report(keyAt, '`environments` must map names to what differs there, got nothing of the kind', 'write `production: {}` under it, or remove it');
    return [];
  }
  if (value.entries.size > MOST_OVERLAYS) {
    report(keyAt, `\`environments\` must hold at most ${MOST_OVERLAYS} overlays, got ${value.entries.size}`, 'split the blueprint');
    return [];
  }
  return [...value.entries];
}

function deploymentOf(base: LocatedMap, name: string, { keyAt, value }: LocatedEntry, report: Report): readonly Deployment[] {
  if (!NAME.test(name)) {
    report(keyAt, `every key of \`environments\` must be a name of letters, digits and single hyphens, since it ends the id of the cache, got "${printable(name)}"`, 'rename it, such as `staging` or `eu-west`');
    return [];
  }
  const path = `\`environments.${printable(name)}\``;
  const overlay = value.type === 'scalar' && value.value === null ? map(keyAt, new Map()) : value;
  if (overlay.type !== 'map') {
    report(keyAt, `${path} must be a mapping of what differs there`, 'write keys and values under it, or `{}` when nothing differs');
    return [];
  }
  for (const key of NOT_IN_OVERLAYS) {
    const entry = overlay.entries.get(key);
    if (entry !== undefined) report(entry.keyAt, `${path} must not state \`${key}\``, `state \`${key}\` once, outside of \`environments\``);
  }
  const ownId = overlay.entries.get('cacheId');
  const sharedId = base.entries.get('cacheId');
  if (sharedId !== undefined && ownId === undefined) {
    report(sharedId.keyAt, `\`cacheId\` must stand in each overlay, since two deployments cannot share one, and ${path} has none`, 'move it into the overlays, or leave it out everywhere');
  }
  const environment = overlay.entries.get('environment') ?? (Object.hasOwn(ENVIRONMENTS, name) ? undefined : base.entries.get('environment'));
  if (environment === undefined && !Object.hasOwn(ENVIRONMENTS, name)) {
    report(keyAt, `${path} must state \`environment\`, since its name is not one of ${Object.keys(ENVIRONMENTS).join(', ')}`, 'add `environment: production`, staging or development under it');
  }
  const derived = new Map<string, LocatedEntry>();
  if (environment === undefined) derived.set('environment', { keyAt, value: scalar(keyAt, name) });
  const baseName = textOf(base, 'name');
  if (ownId === undefined && baseName !== undefined) derived.set('cacheId', { keyAt, value: scalar(keyAt, `${baseName}-${name}`) });
  return [{ root: mergeMaps(mergeMaps(base, map(keyAt, derived)), overlay), overlay: name, environment: name }];
}

function environmentOf(root: Located): string {
  return (root.type === 'map' ? textOf(root, 'environment') : undefined) ?? DEFAULTS.environment;
}

function textOf(root: LocatedMap, key: string): string | undefined {
  const value = root.entries.get(key)?.value;
  return value?.type === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

function without(root: LocatedMap, key: string): LocatedMap {
  return map(root.at, new Map([...root.entries].filter(([name]) => name !== key)));
}
