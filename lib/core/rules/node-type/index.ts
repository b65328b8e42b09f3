import type { Rule } from '../rule';
import { autoscalingNodeType } from './autoscaling-node-type';
import { burstableInProduction } from './burstable-in-production';
import { nodeTypeEngine } from './node-type-engine';
import { nodeTypeKnown } from './node-type-known';
import { nodeTypeRegion } from './node-type-region';
import { previousGeneration } from './previous-generation';
import { regionKnown } from './region-known';

/** What the node type can run, and where. */
export const nodeTypeRules: readonly Rule[] = [
  nodeTypeKnown, nodeTypeRegion, nodeTypeEngine, previousGeneration, burstableInProduction, autoscalingNodeType, regionKnown,
];
