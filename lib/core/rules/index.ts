import type { Rule } from './rule';

/** Every rule that looks at one blueprint, by topic. */
export const RULES_BY_TOPIC: { readonly [topic: string]: readonly Rule[] } = {};

/** Every rule that looks at one blueprint. */
export const RULES: readonly Rule[] = Object.values(RULES_BY_TOPIC).flat();
