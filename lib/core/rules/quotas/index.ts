import type { Rule } from '../rule';
import { nodesPerCluster } from './nodes-per-cluster';
import { usersPerGroup } from './users-per-group';

export const quotasRules: readonly Rule[] = [nodesPerCluster, usersPerGroup];
