import { messageOf } from '../errors';
import { monotonicMs, sleep } from '../clock';
import { keyOf, valueOf, type KeyScheme } from './records';
import { openClient, type Client, type Target } from './target';

export interface VerifyReport {
  /** Records looked for. */
  readonly acknowledged: number;
  /** Acknowledged records that are not there. */
  readonly lost: number;
  /** The first of them. */
  readonly lostNumbers: readonly number[];
}

const BATCH = 200;
const LISTED = 1_000;

async function missingOf(client: Client, scheme: KeyScheme, numbers: readonly number[]): Promise<number[]> {
  const values = await Promise.all(numbers.map(async (number) => await client.get(keyOf(scheme, number))));
  return numbers.filter((number, index) => values[index] !== valueOf(scheme, number));
}

/**
 * Counts acknowledged records that are missing.
 *
 * Reads that fail are repeated until the time is up and then throw: what could not be read is neither lost nor kept.
 */
export async function verifyRecords(
  target: Target,
  scheme: KeyScheme,
  numbers: readonly number[],
  timeoutMs = 30_000,
): Promise<VerifyReport> {
  const deadline = monotonicMs() + timeoutMs;
  const { client, close } = await openClient(target, timeoutMs);
  const lost: number[] = [];
  try {
    for (let at = 0; at < numbers.length; at += BATCH) {
      const batch = numbers.slice(at, at + BATCH);
      for (;;) {
        try {
          lost.push(...(await missingOf(client, scheme, batch)));
          break;
        } catch (error) {
          if (monotonicMs() > deadline) {
            throw new Error(`${numbers.length - at} of ${numbers.length} records could not be read back: ${messageOf(error)}`, { cause: error });
          }
          await sleep(100);
        }
      }
    }
  } finally {
    close();
  }
  return { acknowledged: numbers.length, lost: lost.length, lostNumbers: lost.slice(0, LISTED) };
}
