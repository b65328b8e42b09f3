import { DRILLS, type Drill } from '../drills';
import { accessStrings } from './access-strings';
import { eviction } from './eviction';

export { managedEquivalent, type ManagedEquivalent } from './equivalent';
export type { ExtraUser } from '../topology';

const SHARED = ['boot', 'tls', 'steady-load', 'planned-failover', 'scale-out-and-in', 'kill-primary', 'old-primary-returns'];

/** Drills that say something about a managed cache: its users, its parameters, and the equivalent topology. */
export const MANAGED_DRILLS: readonly Drill[] = [
  ...DRILLS.filter(({ name }) => name === 'boot'), accessStrings, eviction, ...DRILLS.filter(({ name }) => name !== 'boot' && SHARED.includes(name)),
];
