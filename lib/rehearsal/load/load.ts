import * as path from 'node:path';
import { eventually } from '../clock';
import type { ClientProcess, Fleet } from '../fleet';
import type { LoadService } from './load-service';
import type { LoadReport, WriterOptions } from './record-writer';
import type { Target } from './target';
import type { VerifyReport } from './verify';

/** Numbered writes from a host of the fleet, out of a process of their own so that the rehearsal's work does not widen a gap. */
export class Load {
  private constructor(private readonly client: ClientProcess<LoadService>) {}

  /** Starts writing from a host; resolves when the first write was acknowledged. */
  static async start(fleet: Fleet, hostName: string, options: WriterOptions): Promise<Load> {
    const client = await fleet.runClient<LoadService>(hostName, path.join(__dirname, 'load-service'), options);
    try {
      await client.call('start');
    } catch (error) {
      await client.close();
      throw error;
    }
    return new Load(client);
  }

  /** Ends the writing and reports; the records can still be verified. */
  async stop(): Promise<LoadReport> {
    return await this.client.call('stop');
  }

  /** What was seen up to now. */
  async report(): Promise<LoadReport> {
    return await this.client.call('report');
  }

  /** Waits for the first write acknowledged after a moment of the monotonic clock, and returns its time. */
  async acknowledgedAfter(moment: number, timeoutMs: number): Promise<number> {
    return await eventually(async () => await this.client.call('firstAcknowledgedAfter', moment), {
      what: 'an acknowledged write',
      timeoutMs,
    });
  }

  /** Counts acknowledged records that are missing. */
  async verify(target?: Target): Promise<VerifyReport> {
    return await this.client.call('verify', target);
  }

  /** Numbers acknowledged so far, to have another client verify them. */
  async acknowledgedNumbers(): Promise<readonly number[]> {
    return await this.client.call('acknowledgedNumbers');
  }

  async close(): Promise<void> {
    await this.client.close();
  }
}
