import { findNodeType, featureSource } from '../../catalog';
import { lacking } from '../engine/minimum';
import type { Rule } from '../rule';

export const dataTieringVersion: Rule = {
  code: 'RB116',
  name: 'data-tiering-version',
  severity: 'error',
  title: 'Data tiering nodes need an engine version with data tiering.',
  why: 'r6gd nodes exist with data tiering only, which older engines do not have.',
  source: featureSource('dataTiering'),
  check: (context) =>
    findNodeType(context.resolved.nodeType)?.dataTiering === true
      ? lacking(context, 'dataTiering', ['nodeType'], 'data tiering', 'choose r7g nodes, or a later version')
      : [],
};
