import type { Redis } from 'ioredis';

/** Slots that are on the move at once; each costs clients a redirection, and nodes wait for their replicas once a batch. */
const BATCH = 64;
const KEYS_AT_ONCE = 100;
const MIGRATE_MS = 5000;

/** A node that gives or takes slots. */
export interface Party {
  readonly client: Redis;
  readonly id: string;
  readonly host: string;
  readonly port: number;
}

export interface Resharding {
  readonly from: Party;
  readonly to: Party;
  /** Primaries that are told besides these two. */
  readonly others: readonly Party[];
  readonly slots: readonly number[];
  /** Whom the giving node logs in as at the taking one. */
  readonly login: { readonly username: string; readonly password: string };
}

/**
 * Moves slots with their keys from one primary to another while clients go on.
 *
 * Every step can be repeated: a slot that was left open by a break is opened again, emptied and closed.
 * @see https://valkey.io/commands/cluster-setslot/
 */
export async function moveSlots(move: Resharding): Promise<void> {
  for (let at = 0; at < move.slots.length; at += BATCH) await moveBatch(move, move.slots.slice(at, at + BATCH));
}

async function moveBatch({ from, to, others, login }: Resharding, slots: readonly number[]): Promise<void> {
  // The taking node must know first, or clients would be sent to one that refuses them.
  await each(to.client, slots.map((slot) => ['CLUSTER', 'SETSLOT', String(slot), 'IMPORTING', from.id]));
  await each(from.client, slots.map((slot) => ['CLUSTER', 'SETSLOT', String(slot), 'MIGRATING', to.id]));
  let open: readonly number[] = slots;
  while (open.length > 0) {
    const found = await each(from.client, open.map((slot) => ['CLUSTER', 'GETKEYSINSLOT', String(slot), String(KEYS_AT_ONCE)]));
    const full = open.flatMap((slot, index) => {
      const keys = found[index] as string[];
      return keys.length === 0 ? [] : [{ slot, keys }];
    });
    await each(
      from.client,
      full.map(({ keys }) => ['MIGRATE', to.host, String(to.port), '', '0', String(MIGRATE_MS), 'REPLACE', 'AUTH2', login.username, login.password, 'KEYS', ...keys]),
    );
    open = full.map(({ slot }) => slot);
  }
  // The taking node decides; should everything stop in between, the slot has an owner.
  const owned = slots.map((slot) => ['CLUSTER', 'SETSLOT', String(slot), 'NODE', to.id]);
  await each(to.client, owned);
  await Promise.all([from, ...others].map(async (party) => await each(party.client, owned)));
}

/** Sends commands at once and throws the first error. */
async function each(client: Redis, commands: readonly (readonly string[])[]): Promise<readonly unknown[]> {
  if (commands.length === 0) return [];
  const pipeline = client.pipeline();
  for (const [name = '', ...args] of commands) pipeline.call(name, ...args);
  const replies = (await pipeline.exec()) ?? [];
  for (const [error] of replies) if (error !== null) throw error;
  return replies.map(([, reply]) => reply);
}
