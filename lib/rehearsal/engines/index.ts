export type { Engine, EngineCommand, EngineName, EngineProgram, EngineSpec, FetchProgress, OnProgress } from './engine';
export { ensureEngine } from './ensure';
export { fetchEngine, type FetchOptions } from './fetch';
export { findEngines, selectEngine, type FindOptions } from './find';
export { EngineUnavailableError } from './unavailable';
