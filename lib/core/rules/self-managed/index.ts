import type { SelfManagedRule } from '../rule';

export const selfManagedRules: readonly SelfManagedRule[] = [];
