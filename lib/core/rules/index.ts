import type { AnyRule } from './rule';
import { accessRules } from './access';
import { encryptionRules } from './encryption';
import { engineRules } from './engine';
import { monitoringRules } from './monitoring';
import { namingRules } from './naming';
import { networkRules } from './network';
import { nodeTypeRules } from './node-type';
import { operationsRules } from './operations';
import { parametersRules } from './parameters';
import { productionRules } from './production';
import { quotasRules } from './quotas';
import { scalingRules } from './scaling';
import { selfManagedRules } from './self-managed';
import { topologyRules } from './topology';

/** Every rule that looks at one blueprint, by topic. The topic is the folder. */
export const RULES_BY_TOPIC: { readonly [topic: string]: readonly AnyRule[] } = {
  naming: namingRules,
  engine: engineRules,
  'node-type': nodeTypeRules,
  topology: topologyRules,
  network: networkRules,
  encryption: encryptionRules,
  access: accessRules,
  parameters: parametersRules,
  operations: operationsRules,
  monitoring: monitoringRules,
  production: productionRules,
  quotas: quotasRules,
  scaling: scalingRules,
  'self-managed': selfManagedRules,
};

/** Every rule that looks at one blueprint. */
export const RULES: readonly AnyRule[] = Object.values(RULES_BY_TOPIC).flat();
