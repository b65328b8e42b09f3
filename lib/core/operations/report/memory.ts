import { findNodeType, findParameter } from '../../catalog';
import type { ManagedCache, ParameterGroup } from '../../plan/nodes';
import { shardCountOf } from './topology';
import type { MemoryReport } from './shape';

/** What fits in, from the node type and the parameters that hold memory back. */
export function memoryOf(cache: ManagedCache, group: ParameterGroup): MemoryReport {
  const perNodeBytes = findNodeType(cache.nodeType)?.maxmemoryBytes;
  const reservedPercent = numberOf(valueOf(group, 'reserved-memory-percent'));
  const evictionPolicy = valueOf(group, 'maxmemory-policy');
  const known = {
    ...(reservedPercent === undefined ? {} : { reservedPercent }),
    ...(evictionPolicy === undefined ? {} : { evictionPolicy }),
  };
  if (perNodeBytes === undefined) return known;
  const totals = { ...known, perNodeBytes, totalBytes: perNodeBytes * cache.members.length };
  if (reservedPercent === undefined) return totals;
  const usablePerShardBytes = Math.floor((perNodeBytes * (100 - reservedPercent)) / 100);
  return { ...totals, usablePerShardBytes, usableBytes: usablePerShardBytes * shardCountOf(cache) };
}

/** A group made here states what differs from its family's default; of a group managed elsewhere nothing is known. */
function valueOf(group: ParameterGroup, name: string): string | undefined {
  if (group.source.from === 'existing') return undefined;
  return group.source.parameters[name] ?? findParameter(group.family, name)?.default;
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined || !/^\d+$/.test(text) ? undefined : Number(text);
}
