import type { ResolvedSelfManaged } from '../blueprint/resolve-self-managed';
import { instanceOf } from './memory-budget';

/** A connection costs about 20 KiB of buffers and 40 KiB of TLS state; a small node cannot carry the stock 10000. */
const PER_GIB = 2000;
const MOST = 10_000;
const FEWEST = 1000;

/** `maxclients` of a data node; a stated directive wins. */
export function maxClients(resolved: Pick<ResolvedSelfManaged, 'instanceType' | 'directives'>): number {
  const stated = Number(resolved.directives.maxclients);
  if (Number.isInteger(stated) && stated > 0) return stated;
  return Math.min(MOST, Math.max(FEWEST, Math.floor(instanceOf(resolved).memoryGiB * PER_GIB)));
}
