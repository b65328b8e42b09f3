import { messageOf } from '../errors';
import { eventually, monotonicMs } from '../clock';
import { longestGap, percentile, type WriteGap } from './gaps';
import { keyOf, tagOf, valueOf, type KeyScheme } from './records';
import { openClient, type OpenClient, type Target } from './target';
import { verifyRecords, type VerifyReport } from './verify';

export interface WriterOptions extends KeyScheme {
  readonly target: Target;
  readonly ratePerSecond: number;
  /** Replicas that must confirm each write before it counts. @default - 0, the primary's answer counts */
  readonly waitReplicas?: number;
  /** Milliseconds that a confirmation may take. @default - 500, below the client's socket timeout */
  readonly waitTimeoutMs?: number;
  /** Requests without an answer beyond which no further one is sent. @default - two seconds' worth */
  readonly maxInFlight?: number;
  /** Milliseconds until the first write must be acknowledged. @default - 10 s, longer than a failover takes */
  readonly startTimeoutMs?: number;
}

/** What a writer saw; times are milliseconds of the machine's monotonic clock. */
export interface LoadReport {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly attempted: number;
  readonly acknowledged: number;
  readonly failed: number;
  readonly writeGap: WriteGap;
  /** The gap of each hash tag by itself. @default - empty without tags */
  readonly writeGapByTag: Readonly<Record<string, WriteGap>>;
  readonly latencyMs: { readonly p50: number; readonly p99: number; readonly max: number };
  /** How often each kind of failure was seen. */
  readonly errors: Readonly<Record<string, number>>;
}

const TICK_MS = 4;
/** Longest wait for answers that are still owed when the writer stops; above the client's socket timeout. */
const SETTLE_MS = 3_000;

/** Writes numbered records at a rate and remembers which were acknowledged when. */
export class RecordWriter {
  private readonly numbers: number[] = [];
  private readonly times: number[] = [];
  private readonly latencies: number[] = [];
  private readonly errors = new Map<string, number>();
  private connection: OpenClient | undefined;
  private timer: NodeJS.Timeout | undefined;
  private startedAt = 0;
  private endedAt: number | undefined;
  private attempted = 0;
  private inFlight = 0;
  private failed = 0;

  constructor(private readonly options: WriterOptions) {}

  /** Connects and begins; resolves with the first acknowledged write, so that faults hit a running load. */
  async start(): Promise<void> {
    const timeoutMs = this.options.startTimeoutMs ?? 10_000;
    this.connection = await openClient(this.options.target, timeoutMs);
    this.startedAt = monotonicMs();
    this.timer = setInterval(() => this.tick(), TICK_MS);
    try {
      await eventually(() => this.numbers.length > 0, { what: 'a first acknowledged write', timeoutMs, intervalMs: 5 });
    } catch (error) {
      this.close();
      throw new Error(`${messageOf(error)} (${[...this.errors.keys()].join('; ') || 'no answer'})`, { cause: error });
    }
  }

  /** Ends the writing, waits for answers that are owed, and reports. */
  async stop(): Promise<LoadReport> {
    clearInterval(this.timer);
    this.endedAt ??= monotonicMs();
    await eventually(() => this.inFlight === 0, { what: 'an answer to every write', timeoutMs: SETTLE_MS }).catch(() => undefined);
    this.connection?.close();
    return this.report();
  }

  close(): void {
    clearInterval(this.timer);
    this.connection?.close();
  }

  report(): LoadReport {
    const end = Math.max(this.endedAt ?? monotonicMs(), this.times.at(-1) ?? 0);
    const sorted = [...this.latencies].sort((left, right) => left - right);
    return {
      startedAt: this.startedAt,
      endedAt: end,
      attempted: this.attempted,
      acknowledged: this.numbers.length,
      failed: this.failed,
      writeGap: longestGap(this.startedAt, this.times, end),
      writeGapByTag: Object.fromEntries((this.options.tags ?? []).map((tag) => [tag, this.gapOf(tag, end)])),
      latencyMs: { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99), max: sorted.at(-1) ?? 0 },
      errors: Object.fromEntries(this.errors),
    };
  }

  /** When the first write was acknowledged at or after a moment; `undefined` when none was yet. */
  firstAcknowledgedAfter(moment: number): number | undefined {
    return this.times.find((at) => at >= moment);
  }

  /** Numbers acknowledged so far, in the order of acknowledgement. */
  acknowledgedNumbers(): readonly number[] {
    return this.numbers;
  }

  /** Counts acknowledged records that are missing, read through this or another target. */
  async verify(target: Target = this.options.target): Promise<VerifyReport> {
    return await verifyRecords(target, this.options, this.numbers);
  }

  private gapOf(tag: string, end: number): WriteGap {
    const own = this.times.filter((_, index) => tagOf(this.options, this.numbers[index] ?? 0) === tag);
    return longestGap(this.startedAt, own, end);
  }

  private tick(): void {
    const { ratePerSecond } = this.options;
    const most = this.options.maxInFlight ?? ratePerSecond * 2;
    const due = Math.floor(((monotonicMs() - this.startedAt) / 1_000) * ratePerSecond);
    // A writer that was itself held up does not make up for it in one burst.
    const share = Math.max(1, Math.ceil(ratePerSecond / 10));
    for (let sent = 0; this.attempted < due && this.inFlight < most && sent < share; sent += 1) this.send();
  }

  private send(): void {
    const number = this.attempted;
    const sentAt = monotonicMs();
    this.attempted += 1;
    this.inFlight += 1;
    this.write(number)
      .then(
        () => {
          const at = monotonicMs();
          this.numbers.push(number);
          this.times.push(at);
          this.latencies.push(at - sentAt);
        },
        (error: unknown) => {
          this.failed += 1;
          const kind = messageOf(error).slice(0, 120);
          this.errors.set(kind, (this.errors.get(kind) ?? 0) + 1);
        },
      )
      .finally(() => (this.inFlight -= 1));
  }

  private async write(number: number): Promise<void> {
    if (this.connection === undefined) throw new Error('the writer is not connected');
    const { client } = this.connection;
    const { waitReplicas = 0, waitTimeoutMs = 500 } = this.options;
    const [key, value] = [keyOf(this.options, number), valueOf(this.options, number)];
    if (waitReplicas === 0) {
      await client.set(key, value);
      return;
    }
    // Both in one pipeline: WAIT speaks only for writes of its own connection.
    const replies = await client.pipeline().set(key, value).call('WAIT', String(waitReplicas), String(waitTimeoutMs)).exec();
    for (const [error] of replies ?? []) if (error !== null) throw error;
    const confirmed = Number(replies?.[1]?.[1] ?? 0);
    if (confirmed < waitReplicas) throw new Error('too few replicas confirmed the write');
  }
}
