import { findParameter, isKnownVersion, parameterGroupFamily } from '../../catalog';
import type { Parameter } from '../../catalog';
import type { RuleContext } from '../rule';

/** One stated parameter, looked up in the family of the cache's own group. */
export interface StatedParameter {
  readonly name: string;
  readonly value: string | number | boolean;
  readonly family: string;
  /** @default - the family has no such parameter */
  readonly parameter?: Parameter;
}

/** The parameters that the blueprint states; none when the version, and so the family, is unknown. */
export function statedParameters({ resolved: { engine, version, parameters } }: RuleContext): readonly StatedParameter[] {
  const family = isKnownVersion('elasticache', engine, version) ? parameterGroupFamily(engine, version) : undefined;
  if (family === undefined) return [];
  return Object.entries(parameters).map(([name, value]) => ({ name, value, family, parameter: findParameter(family, name) }));
}
