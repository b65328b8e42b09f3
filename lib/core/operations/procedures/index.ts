export { plannedFailover, type FailoverWords } from './planned-failover';
export type { CommandStep, ProcedureStep, WaitStep } from './step';
export { NEW_PRIMARY } from './step';
