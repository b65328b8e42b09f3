import { RecordWriter, type LoadReport, type WriterOptions } from './record-writer';
import type { Target } from './target';
import type { VerifyReport } from './verify';

/** A writer as a process of its own offers it. */
export interface LoadService {
  start(): Promise<void>;
  stop(): Promise<LoadReport>;
  report(): Promise<LoadReport>;
  firstAcknowledgedAfter(moment: number): Promise<number | undefined>;
  verify(target: Target | undefined): Promise<VerifyReport>;
  acknowledgedNumbers(): Promise<readonly number[]>;
}

/** Entry point of the client process. */
export function createService(options: WriterOptions): LoadService {
  const writer = new RecordWriter(options);
  return {
    start: async () => await writer.start(),
    stop: async () => await writer.stop(),
    report: async () => await Promise.resolve(writer.report()),
    firstAcknowledgedAfter: async (moment) => await Promise.resolve(writer.firstAcknowledgedAfter(moment)),
    verify: async (target) => await writer.verify(target ?? undefined),
    acknowledgedNumbers: async () => await Promise.resolve(writer.acknowledgedNumbers()),
  };
}
