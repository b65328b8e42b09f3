import { findInstanceType } from '../../catalog';
import { shown } from '../wording';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const burstableDataNodes: SelfManagedRule = {
  code: 'RB532',
  name: 'burstable-data-nodes',
  severity: 'warning',
  looksAt: 'self-managed',
  title: 'Data nodes in production have steady CPU.',
  why: 'When its credits are used up, a burstable instance slows to a fraction of a core: latency jumps and the node looks failed to the others.',
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances.html',
  check: ({ resolved: { environment, instanceType } }) =>
    environment === 'production' && findInstanceType(instanceType)?.burstable === true
      ? [hit(['instanceType'], `should not be burstable in production, got ${shown(instanceType)}`, 'choose an m, r or c instance', instanceType)]
      : [],
};
