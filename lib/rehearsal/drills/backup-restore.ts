import { mkdirSync, renameSync, statSync } from 'node:fs';
import * as path from 'node:path';
import type { Redis } from 'ioredis';
import { eventually } from '../clock';
import { judged } from '../drill-result';
import { messageOf } from '../errors';
import { CLIENT_HOST, DRILL_KEYS, SPARE_HOST, type AnyDeployment } from '../topology';
import type { Drill } from './drill';
import { readBack, seed } from './sample-data';

/** Thousands of commands at once may take longer than a look at a server. */
const DATA_MS = 15_000;

/** A replica's snapshot is fetched as the backup user fetches it, loaded by an empty node of the same configuration, and compared. */
export const backupRestore: Drill = {
  name: 'backup-restore',
  title: 'backup and restore, compared key by key',
  objective: () => 'every key with its type, content and expiry is there after the restore, and no other',
  async run({ deployment, objectives, run }) {
    const primary = await deployment.victim();
    const [replica = primary] = await deployment.replicasOf(primary);
    const user = deployment.adapted.drillUser;
    const tag = deployment.kind === 'cluster' ? ([...deployment.tagsByShard.values()][0] ?? '') : 'all';
    const writer = await deployment.as(primary, user, deployment.resolved.port, DATA_MS);
    const keys = await seed(writer, `${DRILL_KEYS}backup:${run}:{${tag}}`);
    await eventually(async () => await deployment.replicasCaughtUp(primary), { what: 'replicas with every key', timeoutMs: 10_000 });
    const file = path.join(deployment.fleet.hostDirectory(CLIENT_HOST), `backup-${run}.rdb`);
    await deployment.cli('backup', ['-h', deployment.address(replica), '-p', String(deployment.resolved.port), '--rdb', file]);
    const { size } = statSync(file);
    try {
      const restored = await restore(deployment, primary, file, keys[0] ?? '');
      const [before, after] = [await readBack(writer, keys), await readBack(restored, keys)];
      const different = keys.filter((key) => before.get(key) !== after.get(key));
      const [sizeBefore, sizeAfter] = [await keyCount(deployment, primary), await keyCount(deployment, SPARE_HOST)];
      return judged(this.name, this.objective(objectives), { keysCompared: keys.length, keysDifferent: different.length, keysInBackup: sizeAfter, backupBytes: size }, [
        ...(different.length > 0 ? [`${different.length} keys differ after the restore, the first is ${different[0]}`] : []),
        ...(sizeBefore === sizeAfter ? [] : [`the backup holds ${sizeAfter} keys, the primary ${sizeBefore}`]),
      ]);
    } finally {
      writer.disconnect();
      await deployment.stopNode(SPARE_HOST);
      deployment.wipe(SPARE_HOST);
    }
  },
};

async function keyCount(deployment: AnyDeployment, host: string): Promise<number> {
  return Number(await (await deployment.operator(host)).dbsize());
}

/** An empty node loads the file; the append-only file is off for the first start, as an engine that has it on looks nowhere else. */
async function restore(deployment: AnyDeployment, node: string, file: string, key: string): Promise<Redis> {
  deployment.wipe(SPARE_HOST);
  const data = path.join(deployment.fleet.hostDirectory(SPARE_HOST), 'data');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  renameSync(file, path.join(data, 'dump.rdb'));
  // A lone node of a cluster takes the slots of the keys that it holds, and serves them without the others.
  const alone = deployment.kind === 'cluster' ? ['--cluster-require-full-coverage', 'no'] : [];
  await deployment.startServer(node, { host: SPARE_HOST, args: ['--appendonly', 'no', ...alone] });
  await deployment.ready(SPARE_HOST);
  const client = await deployment.as(SPARE_HOST, deployment.adapted.drillUser, deployment.resolved.port, DATA_MS);
  await eventually(async () => await serves(client, key), { what: 'an answer of the restored node', timeoutMs: 10_000 });
  return client;
}

/** A lone node of a cluster needs a moment until it trusts itself. */
async function serves(client: Redis, key: string): Promise<boolean> {
  return !/CLUSTERDOWN|LOADING/.test(await client.type(key).catch(messageOf));
}
