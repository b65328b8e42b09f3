export { loadBlueprints } from './load';
export type { LoadedBlueprint, LoadOptions, LoadResult } from './load';
export { locateFinding } from './located-finding';
export type { Locate, LocatedFinding, Place } from './located-finding';
