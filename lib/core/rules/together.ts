import { PAGES, LIMITS } from '../catalog';
import type { Severity } from '../finding';
import type { FindingKind } from './structure';

const { usersPerRegion, userGroupsPerRegion, nodesPerRegion } = LIMITS.elasticache;

/** Findings about several blueprints that are deployed to one account. */
export const TOGETHER = {
  cacheId: kind('RB450', 'duplicate-cache-id', 'error', PAGES.elasticache.createReplicationGroup, {
    title: 'Every cache of a region has an id of its own.',
    why: 'The second one is not created, or two stacks fight over one cache.',
  }),
  name: kind('RB451', 'duplicate-name', 'error', PAGES.cloudFormation.quotas, {
    title: 'Every blueprint of a region has a name of its own.',
    why: 'Stacks, files and reports are named after it; the second would overwrite the first.',
  }),
  userId: kind('RB452', 'duplicate-user-id', 'error', PAGES.elasticache.createUser, {
    title: 'Every user id exists once in a region.',
    why: 'User ids are shared by all caches of an account in a region; the second user is refused, or is the first one with other rights.',
  }),
  searchedTogether: kind('RB456', 'dashboard-search-meets-another-cache', 'warning', 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html', {
    title: "The dashboard of a large cache finds no other cache's nodes.",
    why: 'Graphs of a cache too large to name each node search for the words of its id; nodes of another cache that has the same words in a row would be taken for the worst of this one.',
  }),
  primaryName: kind('RB598', 'duplicate-primary-name', 'error', 'https://valkey.io/topics/sentinel/', {
    title: 'Every set of nodes that Sentinels watch has a name of its own, in every region.',
    why: 'Sentinels of two deployments that reach each other and use one name take each other\'s nodes for their own, and a failover mixes their data.',
  }),
  users: kind('RB453', 'users-per-region', 'warning', usersPerRegion.source, {
    title: 'All users of a region stay within the default quota.',
    why: 'The users beyond it are not created until AWS has raised the quota.',
  }),
  groups: kind('RB454', 'user-groups-per-region', 'warning', userGroupsPerRegion.source, {
    title: 'All user groups of a region stay within the default quota.',
    why: 'The groups beyond it are not created until AWS has raised the quota.',
  }),
  nodes: kind('RB455', 'nodes-per-region', 'warning', nodesPerRegion.source, {
    title: 'All nodes of a region stay within the default quota.',
    why: 'The caches beyond it are not created until AWS has raised the quota.',
  }),
} as const;

function kind(code: string, name: string, severity: Severity, source: string, text: Pick<FindingKind, 'title' | 'why'>): FindingKind {
  return { code, name, severity, source, ...text };
}
