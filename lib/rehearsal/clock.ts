import { setTimeout as delay } from 'node:timers/promises';
import { messageOf } from './errors';

/**
 * Milliseconds on the machine's monotonic clock.
 *
 * All processes of one machine share it, so a fault injected here can be compared with an
 * acknowledgement that a client process saw; wall clocks may step in between.
 */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint() / 1000n) / 1000;
}

/** Waits for a number of milliseconds. */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal });
}

export interface EventuallyOptions {
  /** What is being waited for; ends up in the error's text. */
  readonly what: string;
  /** Longest wait in milliseconds. */
  readonly timeoutMs: number;
  /**
   * Milliseconds between two looks.
   * @default - 25 ms, short against every failover that is measured here
   */
  readonly intervalMs?: number;
}

/**
 * Repeats a look until it returns something other than `undefined`, `null` or `false`.
 *
 * A look that throws counts as "not yet": a server that is starting refuses connections.
 */
export async function eventually<T>(
  look: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  { what, timeoutMs, intervalMs = 25 }: EventuallyOptions,
): Promise<T> {
  const deadline = monotonicMs() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const seen = await look();
      if (seen !== undefined && seen !== null && seen !== false) return seen;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (monotonicMs() >= deadline) {
      const because = last === undefined ? '' : `: ${messageOf(last)}`;
      throw new Error(`${what} did not happen within ${timeoutMs} ms${because}`, { cause: last });
    }
    await sleep(intervalMs);
  }
}
