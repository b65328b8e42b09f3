export * from './engines';
export * from './fleet';
export * from './load';
export { eventually, monotonicMs, sleep, type EventuallyOptions } from './clock';
export { judged, notRun, type DrillOutcome, type DrillResult } from './drill-result';
export { RehearsalError } from './errors';
export { createAuthority, writeTlsFiles, type Authority, type KeyPair, type LeafOptions, type TlsFiles } from './tls';
