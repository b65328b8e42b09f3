import { hit } from '../hit';
import type { Rule } from '../rule';
import { eventualPolicy, POLICY_PATH } from './policy';

export const volatilePolicy: Rule = {
  code: 'RB129',
  name: 'volatile-policy',
  severity: 'info',
  title: 'A policy that evicts only keys with an expiry is chosen for data that has one.',
  why: 'Keys without expiry are never evicted: when they fill the memory, writes fail as with noeviction.',
  source: 'https://valkey.io/topics/lru-cache/',
  check: (context) => {
    const policy = eventualPolicy(context);
    if (context.blueprint.parameters?.['maxmemory-policy'] === undefined || policy?.needsTtl !== true) return [];
    return [hit(POLICY_PATH, `evicts only keys with an expiry, got ${policy.name}`, 'give every key an expiry, or use an allkeys policy', policy.name)];
  },
};
