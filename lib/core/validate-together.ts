import { isSelfManaged, resolveBlueprint } from './blueprint/resolve';
import type { ResolvedBlueprint, ResolvedManagedBlueprint } from './blueprint/resolve';
import { LIMITS } from './catalog';
import type { Limit } from './catalog';
import type { Finding, FindingPath } from './finding';
import { INDIVIDUAL_MEMBERS_MAX } from './monitoring/budget';
import { managedSubject } from './monitoring/managed-subject';
import { elastiCacheSearchTerm, findsMembersOf } from './monitoring/search-term';
import { watchedMembers } from './monitoring/subject';
import { membersOf } from './plan/members';
import { acknowledged } from './rules/acknowledgements/apply';
import { inOrder } from './rules/order';
import { currentSize } from './rules/quotas/node-count';
import { checkStructure } from './rules/structure';
import type { FindingKind } from './rules/structure';
import { findingOf } from './rules/structure/finding-of';
import { TOGETHER } from './rules/together';
import { listed, shown } from './rules/wording';

interface Placed {
  /** Position in the list of blueprints. */
  readonly index: number;
  readonly resolved: ResolvedBlueprint;
}

interface Identity {
  readonly at: Placed;
  readonly id: string;
  readonly path: FindingPath;
}

/**
 * What is wrong with blueprints that are deployed to one account together: ids that meet, and quotas of a region
 * that only their sum exceeds. Paths begin with the position in the list. Blueprints of the wrong shape are left
 * out, since `validate` reports them; blueprints without a region count as one region of their own.
 */
export function validateTogether(blueprints: readonly unknown[]): Finding[] {
  const placed = blueprints.flatMap((value, index): Placed[] => {
    const { blueprint } = checkStructure(value);
    return blueprint === undefined ? [] : [{ index, resolved: resolveBlueprint(blueprint) }];
  });
  const findings = [...[...byRegion(placed).values()].flatMap((group) => [...meetingIds(group), ...meetingSearches(group), ...quotas(group)]), ...meetingPrimaryNames(placed)];
  return inOrder(findings.map((finding) => acknowledged(finding, placed.flatMap(({ resolved }) => resolved.acknowledge))));
}

function byRegion(placed: readonly Placed[]): ReadonlyMap<string | undefined, readonly Placed[]> {
  const regions = new Map<string | undefined, Placed[]>();
  for (const one of placed) regions.set(one.resolved.region, [...(regions.get(one.resolved.region) ?? []), one]);
  return regions;
}

function meetingIds(group: readonly Placed[]): Finding[] {
  const names = group.map((at): Identity => ({ at, id: at.resolved.name.toLowerCase(), path: ['name'] }));
  const caches = group.map((at): Identity => ({ at, id: at.resolved.cacheId, path: ['cacheId'] }));
  const users = group.flatMap((at) => {
    const access = accessOf(at.resolved);
    return access?.mode === 'users' ? access.users.map((user, position): Identity => ({ at, id: user.userId, path: ['access', 'users', position] })) : [];
  });
  return [
    ...repeated(caches, TOGETHER.cacheId, 'the cache id', 'state another `cacheId`'),
    ...repeated(names, TOGETHER.name, 'the name', 'rename one of them'),
    ...repeated(users, TOGETHER.userId, 'the user id', 'state another `userId`'),
  ];
}

/** Ids that another blueprint has already; repetitions inside one blueprint are a matter of its own rules. */
function repeated(identities: readonly Identity[], kind: FindingKind, what: string, remedy: string): Finding[] {
  const first = new Map<string, Identity>();
  return identities.flatMap((identity) => {
    const earlier = first.get(identity.id);
    if (earlier === undefined) {
      first.set(identity.id, identity);
      return [];
    }
    if (earlier.at.index === identity.at.index) return [];
    const { name } = identity.at.resolved;
    return [
      {
        ...findingOf(kind, [identity.at.index, ...identity.path], `blueprint ${shown(name)} has ${what} ${shown(identity.id)}, which blueprint ${shown(earlier.at.resolved.name)} has too`, remedy, identity.id),
        other: [earlier.at.index, ...earlier.path],
      },
    ];
  });
}

/**
 * Sentinels that reach each other and watch sets of one name take each other's nodes for their own. Networks are often joined
 * across regions, and within a region the cache ids tell it already.
 */
function meetingPrimaryNames(placed: readonly Placed[]): Finding[] {
  const sets = placed.flatMap((at): Identity[] => (at.resolved.kind === 'sentinel' ? [{ at, id: at.resolved.primaryName, path: ['cacheId'] }] : []));
  return sets.flatMap((set, index) => {
    const earlier = sets.slice(0, index).find(({ at, id }) => id === set.id && at.resolved.region !== set.at.resolved.region);
    if (earlier === undefined) return [];
    const path = [set.at.index, ...set.path];
    return [
      {
        ...findingOf(TOGETHER.primaryName, path, `blueprint ${shown(set.at.resolved.name)} has the primary name ${shown(set.id)}, which blueprint ${shown(earlier.at.resolved.name)} has too`, 'state another `cacheId`', set.id),
        other: [earlier.at.index, ...earlier.path],
      },
    ];
  });
}

/** Dashboards whose search finds nodes of another cache of the region. */
function meetingSearches(group: readonly Placed[]): Finding[] {
  const managed = group.filter(({ resolved }) => !isSelfManaged(resolved));
  return group.flatMap(({ index, resolved }) => {
    if (isSelfManaged(resolved) || !resolved.monitoring.dashboard) return [];
    const subject = managedSubject(resolved, membersOf(resolved));
    if (watchedMembers(subject).length <= INDIVIDUAL_MEMBERS_MAX) return [];
    const { precision } = elastiCacheSearchTerm(subject);
    const found = managed.filter((other) => findsMembersOf(precision, resolved.cacheId, other.resolved.cacheId));
    const [first] = found;
    if (first === undefined) return [];
    return [
      {
        ...findingOf(
          TOGETHER.searchedTogether,
          [index, 'cacheId'],
          `the dashboard of ${shown(resolved.cacheId)} searches for the words of its id, which nodes of ${listed([...new Set(found.map((other) => shown(other.resolved.cacheId)))], 'and')} have too`,
          'state a `cacheId` whose words no other cache has in a row, or read the full names in the legend',
          resolved.cacheId,
        ),
        other: [first.index, 'cacheId'],
      },
    ];
  });
}

function accessOf(resolved: ResolvedBlueprint): ResolvedManagedBlueprint['access'] | undefined {
  return isSelfManaged(resolved) ? undefined : resolved.access;
}

/** Quotas of ElastiCache, which nodes of one's own do not count against. */
function quotas(everything: readonly Placed[]): Finding[] {
  const group = everything.flatMap(({ resolved }) => (isSelfManaged(resolved) ? [] : [resolved]));
  if (group.length < 2) return [];
  const sum = (count: (resolved: ResolvedManagedBlueprint) => number): number => group.reduce((total, resolved) => total + count(resolved), 0);
  const region = group[0]?.region ?? 'one region';
  const over = (kind: FindingKind, count: number, noun: string, quota: Limit): Finding[] =>
    count <= quota.value
      ? []
      : [findingOf(kind, [], `${group.length} blueprints make ${count} ${noun} in ${region}, more than the default quota of ${quota.value}`, 'have the quota raised first, or use another account or region', count)];
  return [
    ...over(TOGETHER.users, sum(usersOf), 'users', LIMITS.elasticache.usersPerRegion),
    ...over(TOGETHER.groups, sum(({ access }) => (access.mode === 'users' ? 1 : 0)), 'user groups', LIMITS.elasticache.userGroupsPerRegion),
    ...over(TOGETHER.nodes, sum((resolved) => currentSize(resolved).nodes), 'nodes', LIMITS.elasticache.nodesPerRegion),
  ];
}

function usersOf({ access }: ResolvedManagedBlueprint): number {
  return access.mode === 'users' ? access.users.length : 0;
}
