export { longestGap, type WriteGap } from './gaps';
export { Load } from './load';
export type { KeyScheme } from './records';
export { RecordWriter, type LoadReport, type WriterOptions } from './record-writer';
export { slotOf, tagFor, type SlotRange } from './slots';
export { openClient, type Address, type ClusterTarget, type OpenClient, type PlainTarget, type SentinelTarget, type Target, type TargetTls } from './target';
export { verifyRecords, type VerifyReport } from './verify';
