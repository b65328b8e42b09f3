import { featureSource } from '../../catalog';
import type { Rule } from '../rule';
import { lacking } from './minimum';

export const autoscalingVersion: Rule = {
  code: 'RB107',
  name: 'autoscaling-version',
  severity: 'error',
  title: 'Autoscaling needs an engine version that has it.',
  why: 'Application Auto Scaling refuses to register caches of older versions.',
  source: featureSource('autoScaling'),
  kinds: ['sharded'],
  check: (context) => {
    const { resolved } = context;
    if (resolved.kind !== 'sharded') return [];
    return (['shardScaling', 'replicaScaling'] as const).flatMap((key) =>
      resolved[key] === undefined ? [] : lacking(context, 'autoScaling', [key], 'autoscaling', 'use a later version, or a fixed number'),
    );
  },
};
