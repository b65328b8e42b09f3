import type { Redis } from 'ioredis';
import { messageOf } from '../errors';

const STRINGS = 500;
const OTHERS = 20;
const EXPIRY_MS = 3_600_000;

/** Writes keys of every type, some with an expiry; returns their names. */
export async function seed(client: Redis, prefix: string): Promise<readonly string[]> {
  const pipeline = client.pipeline();
  const keys: string[] = [];
  const key = (name: string): string => {
    const full = `${prefix}:${name}`;
    keys.push(full);
    return full;
  };
  for (let index = 0; index < STRINGS; index += 1) {
    const name = key(`string:${index}`);
    pipeline.set(name, 'v'.repeat(index));
    if (index % 5 === 0) pipeline.pexpire(name, EXPIRY_MS);
  }
  for (let index = 0; index < OTHERS; index += 1) {
    // The sizes cross from the compact encodings to the large ones.
    const members = Array.from({ length: (index + 1) * 20 }, (_, number) => `member-${number}`);
    pipeline.rpush(key(`list:${index}`), ...members);
    pipeline.sadd(key(`set:${index}`), ...members);
    pipeline.zadd(key(`zset:${index}`), ...members.flatMap((member, score) => [score / 3, member]));
    pipeline.hset(key(`hash:${index}`), ...members.flatMap((member) => [member, `${member}-value`]));
    const stream = key(`stream:${index}`);
    for (const member of members.slice(0, 10)) pipeline.xadd(stream, '*', 'field', member);
  }
  const replies = (await pipeline.exec()) ?? [];
  const failed = replies.find(([error]) => error !== null)?.[0];
  if (failed) throw failed;
  return keys;
}

/** Type, content and expiry of each key as one text. */
export async function readBack(client: Redis, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const read = new Map<string, string>();
  for (const key of keys) {
    const type = await client.type(key);
    read.set(key, JSON.stringify([type, await content(client, key, type), await expiry(client, key)]));
  }
  return read;
}

async function content(client: Redis, key: string, type: string): Promise<unknown> {
  switch (type) {
    case 'string':
      return await client.get(key);
    case 'list':
      return await client.lrange(key, 0, -1);
    case 'set':
      return (await client.smembers(key)).sort();
    case 'zset':
      return await client.call('ZRANGE', key, '0', '-1', 'WITHSCORES');
    case 'hash':
      return Object.entries(await client.hgetall(key)).map(([field, value]) => `${field} ${value}`).sort();
    case 'stream':
      return await client.xrange(key, '-', '+');
    default:
      return 'nothing';
  }
}

/** The moment of expiry; before 7.0 only whether there is one. */
async function expiry(client: Redis, key: string): Promise<number> {
  try {
    return Number(await client.call('PEXPIRETIME', key));
  } catch (error) {
    if (!/unknown command|NOPERM/i.test(messageOf(error))) throw error;
    return Math.sign(await client.pttl(key));
  }
}
