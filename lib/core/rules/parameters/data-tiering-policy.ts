import { DATA_TIERING_EVICTION_POLICIES, findNodeType, PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { listed } from '../wording';
import { eventualPolicy, POLICY_PATH } from './policy';

export const dataTieringPolicy: Rule = {
  code: 'RB130',
  name: 'data-tiering-policy',
  severity: 'error',
  title: 'Data tiering nodes have an eviction policy that they support.',
  why: 'The service refuses the other policies on r6gd nodes.',
  source: PAGES.elasticache.dataTiering,
  check: (context) => {
    const policy = eventualPolicy(context);
    const { nodeType } = context.resolved;
    if (findNodeType(nodeType)?.dataTiering !== true || policy === undefined || policy.dataTiering) return [];
    return [hit(POLICY_PATH, `must be ${listed(DATA_TIERING_EVICTION_POLICIES)} on ${nodeType}, got ${policy.name}`, 'choose one of these, or nodes without data tiering', policy.name)];
  },
};
