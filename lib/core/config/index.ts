/** Configuration files of self-managed nodes, exact for the engine version. Pure: what only a node knows stands as a placeholder. */
export { applicationRules, WITHHELD_COMMANDS } from './application-access';
export { ConfigDefect } from './defect';
export { directiveProblems } from './directive-problems';
export type { DirectiveProblem } from './directive-problems';
export { engineSettings, renderEngineConf, renderReplicaOf } from './engine-conf';
export { KERNEL_SETTINGS, openFilesLimit, TCP_BACKLOG } from './kernel-settings';
export type { KernelSetting } from './kernel-settings';
export { maxClients } from './max-clients';
export { instanceOf, memoryBudget } from './memory-budget';
export type { MemoryBudget } from './memory-budget';
export { ACL_FILES, addressOf, passwordHashOf, passwordOf, placeholdersIn, PLACES, substitute, TLS_FILES } from './placeholders';
export type { PlaceholderValues } from './placeholders';
export type { Setting } from './render';
export { firstPrimaryOf, renderSentinelConf, sentinelId } from './sentinel-conf';
export { RESERVED_USER_NAMES, SERVICE_USERS } from './service-users';
export type { ServiceUser, ServiceUserName } from './service-users';
export { renderSentinelUsersAcl, renderUsersAcl, serviceUsersOf, usersOn } from './users-acl';
export { volumeSizeGiB } from './volume';
