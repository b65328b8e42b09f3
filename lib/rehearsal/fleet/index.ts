export type { AdminOptions } from './admin';
export { ClientProcess, type Service, type ServiceFactory } from './client-process';
export { Fleet, type FleetOptions, type SpawnOptions } from './fleet';
export { FleetProcess, type ProcessExit } from './fleet-process';
export type { Host, HostSpec, Network, Possible } from './network';
export { removeLeftovers } from './run-directory';
export { withOwnNamespaces } from './user-namespace';
