import type { Redis } from 'ioredis';
import { messageOf } from '../errors';
import { judged, type DrillResult } from '../drill-result';
import type { Drill } from '../drills';
import { DRILL_KEYS, SPARE_HOST, type AnyDeployment } from '../topology';
import { zipf } from './zipf';

/** Memory of the scaled-down node; the keys that are asked for take several times as much. */
const MAXMEMORY_BYTES = 10 * 1_048_576;
const VALUE_BYTES = 1024;
const KEYS = 40_000;
const REQUESTS = 60_000;
const BATCH = 500;
const TTL_SECONDS = 3600;
/** A batch may take longer than a look at a server. */
const DATA_MS = 15_000;

/** A node of the same policy with little memory, read as a cache is read: what is missing is written. */
export const eviction: Drill = {
  name: 'eviction',
  title: 'eviction, hit ratio and memory under the same policy with little memory',
  objective: () => 'a policy that evicts keeps taking writes within maxmemory; noeviction refuses writes and loses nothing',
  async run({ deployment, objectives }) {
    const node = await deployment.victim();
    deployment.wipe(SPARE_HOST);
    const alone = deployment.kind === 'cluster' ? ['--cluster-enabled', 'no'] : [];
    await deployment.startServer(node, { host: SPARE_HOST, args: ['--maxmemory', String(MAXMEMORY_BYTES), '--min-replicas-to-write', '0', ...alone] });
    try {
      await deployment.ready(SPARE_HOST);
      return await measuredOn(deployment, this.objective(objectives));
    } finally {
      await deployment.stopNode(SPARE_HOST);
      deployment.wipe(SPARE_HOST);
    }
  },
};

async function measuredOn(deployment: AnyDeployment, objective: string): Promise<DrillResult> {
  const client = await deployment.as(SPARE_HOST, deployment.adapted.drillUser, deployment.resolved.port, DATA_MS);
  const load = await cacheAside(client);
  client.disconnect();
  const policy = (await deployment.info(SPARE_HOST, 'memory')).get('maxmemory_policy') ?? 'unknown';
  const memory = await deployment.info(SPARE_HOST, 'memory');
  const stats = await deployment.info(SPARE_HOST, 'stats');
  const [used, evicted] = [Number(memory.get('used_memory')), Number(stats.get('evicted_keys'))];
  const keys = Number(await (await deployment.operator(SPARE_HOST)).dbsize());
  const measured = {
    policy,
    hitRatio: Number((load.hits / REQUESTS).toFixed(3)),
    evictedKeys: evicted,
    refusedWrites: load.refused,
    keysHeld: keys,
    bytesPerKey: keys === 0 ? 0 : Math.round(used / keys),
    usedMemoryBytes: used,
    maxmemoryBytes: MAXMEMORY_BYTES,
  };
  const refuses = policy === 'noeviction';
  return judged(eviction.name, objective, measured, [
    ...(refuses && evicted > 0 ? [`noeviction evicted ${evicted} keys`] : []),
    ...(refuses && load.refused === 0 ? ['noeviction took every write although the memory was full'] : []),
    ...(!refuses && evicted === 0 ? [`${policy} evicted nothing`] : []),
    ...(!refuses && load.refused > 0 ? [`${policy} refused ${load.refused} writes`] : []),
    ...(used > MAXMEMORY_BYTES * 1.1 ? [`${used} bytes were used, more than maxmemory allows`] : []),
  ]);
}

/** Reads keys by a zipf distribution and writes what is missing, with an expiry, as caches do. */
async function cacheAside(client: Redis): Promise<{ readonly hits: number; readonly refused: number }> {
  const next = zipf(KEYS);
  const value = 'v'.repeat(VALUE_BYTES);
  let hits = 0;
  let refused = 0;
  for (let done = 0; done < REQUESTS; done += BATCH) {
    const keys = Array.from({ length: BATCH }, () => `${DRILL_KEYS}zipf:${next()}`);
    const read = await client.pipeline(keys.map((key) => ['get', key])).exec();
    const missing = keys.filter((_, index) => read?.[index]?.[1] === null);
    hits += keys.length - missing.length;
    const written = missing.length === 0 ? [] : await client.pipeline(missing.map((key) => ['set', key, value, 'EX', String(TTL_SECONDS)])).exec();
    refused += (written ?? []).filter(([error]) => error !== null && messageOf(error).includes('OOM')).length;
  }
  return { hits, refused };
}

