import { engineVersions, isKnownVersion, PAGES } from '../../catalog';
import { closest } from '../closest';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { listed, shown } from '../wording';

export const engineVersion: Rule = {
  code: 'RB100',
  name: 'engine-version',
  severity: 'error',
  title: 'The engine version is one that the service offers.',
  why: 'The service refuses other versions at deployment, and no parameter group family serves them.',
  source: PAGES.elasticache.engineVersions,
  check: ({ resolved: { engine, version } }) => {
    if (isKnownVersion('elasticache', engine, version)) return [];
    const versions = engineVersions('elasticache', engine);
    return [hit(['version'], `must be a version of ${engine} on ElastiCache (${listed(versions)}), got ${shown(version)}`, remedyFor(engine, version, versions), version)];
  },
};

function remedyFor(engine: 'valkey' | 'redis', version: string, versions: readonly string[]): string {
  const other = engine === 'valkey' ? 'redis' : 'valkey';
  if (isKnownVersion('elasticache', other, version)) return `choose a version of ${engine}, or state \`engine: ${other}\``;
  const shortened = versions.find((candidate) => version.startsWith(`${candidate}.`));
  const completed = versions.filter((candidate) => candidate.startsWith(`${version}.`)).at(-1);
  const meant = shortened ?? completed ?? closest(version, versions);
  return meant === undefined ? 'choose one of these' : `did you mean ${meant}?`;
}
