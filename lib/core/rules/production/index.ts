import type { Rule } from '../rule';
import { productionFailover } from './production-failover';
import { productionMultiAz } from './production-multi-az';
import { productionReplicas } from './production-replicas';

export const productionRules: readonly Rule[] = [productionReplicas, productionMultiAz, productionFailover];
