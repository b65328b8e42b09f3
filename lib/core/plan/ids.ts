import type { NodeId } from './nodes';

/** Ids of the nodes that every managed plan has once. A change here replaces resources of deployed stacks. */
export const NODE_IDS = {
  network: 'network',
  firewall: 'firewall',
  subnetGroup: 'subnet-group',
  key: 'key',
  topic: 'topic',
  eventsTopic: 'events-topic',
  cache: 'cache',
  accessGroup: 'access-group',
  slowLog: 'slow-log',
  engineLog: 'engine-log',
  flowLog: 'flow-log',
} as const;

/** Carries the family: a new family is a new group beside the old one, so that an upgrade never waits for a group in use. */
export const parameterGroupId = (family: string): NodeId => `parameters-${family}`;
export const userId = (name: string): NodeId => `user-${name}`;
export const scalingId = (dimension: 'shards' | 'replicas'): NodeId => `scaling-${dimension}`;
export const subnetId = (zone: string): NodeId => `subnet-${zone}`;

/** Ids of the nodes that every self-managed plan has once. */
export const SELF_MANAGED_IDS = {
  privateZone: 'private-zone',
  firewall: 'node-firewall',
  authority: 'authority',
  backups: 'backups',
  nodeLog: 'node-log',
  bootScripts: 'boot-scripts',
} as const;

export const redisNodeId = (name: string): NodeId => `node-${name}`;
export const secretId = (user: string): NodeId => `secret-${user}`;
