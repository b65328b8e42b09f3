/** What a self-managed node runs: files, units, scripts and the user data that brings them. Pure. */
export { bootFilesOf } from './boot-files';
export type { NodeBoot } from './boot-files';
export { scriptParametersOf } from './boot-scripts';
export type { ScriptParameter } from './boot-scripts';
export { NODE_ENV_FILE, NODE_ENV_VARIABLES, secretVariable } from './node-environment';
export type { NodeEnvVariable } from './node-environment';
export { ENV_RESERVE_BYTES, renderUserData, USER_DATA_LIMIT_BYTES } from './user-data';
export type { UserDataParts } from './user-data';
