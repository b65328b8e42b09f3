/**
 * Core of redis-blueprints: blueprint -> findings -> plan, as plain data. Loads neither the AWS CDK nor a Terraform toolkit.
 * @packageDocumentation
 */
export type * from './blueprint';
export { BlueprintError, formatFinding, formatPath } from './finding';
export type { Finding, FindingPath, Severity } from './finding';
export { planBlueprint as plan } from './plan/build';
export { managedCacheOf, nodeById, nodesOfKind } from './plan/plan';
export type { Plan } from './plan/plan';
export type * from './plan/nodes';
export type { Member } from './plan/members';
export { validate } from './validate';
