import { featureMinimum, isKnownVersion, supportsFeature } from '../../catalog';
import type { Feature } from '../../catalog';
import type { FindingPath } from '../../finding';
import { hit } from '../hit';
import type { RuleContext, RuleHit } from '../rule';

/** The hit of a feature that the engine version lacks; none when it has it, or when the version itself is unknown. */
export function lacking({ resolved: { engine, version } }: RuleContext, feature: Feature, path: FindingPath, what: string, remedy: string): readonly RuleHit[] {
  if (!isKnownVersion('elasticache', engine, version) || supportsFeature(feature, engine, version)) return [];
  const first = featureMinimum(feature, engine);
  const available = first === undefined ? `which ${engine} does not have` : `which ${engine} has from ${first} on`;
  return [hit(path, `needs ${what}, ${available}, got ${version}`, remedy, version)];
}
