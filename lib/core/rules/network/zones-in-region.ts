import { PAGES } from '../../catalog';
import type { FindingPath } from '../../finding';
import type { AnyContext, SharedRule } from '../rule';
import { hit } from '../hit';
import { shown } from '../wording';

/** `eu-central-1a`; local zones carry a place between: `us-west-2-lax-1a`. */
const ZONE = /^([a-z]{2,3}(?:-[a-z]+)+-\d+)(?:-[a-z]{3}-\d+)?[a-z]$/;

export const zonesInRegion: SharedRule = {
  code: 'RB327',
  name: 'zones-in-region',
  severity: 'error',
  looksAt: 'every',
  title: 'Every zone is a zone name of the region of the cache.',
  why: 'A zone of another region, or a zone id such as euc1-az1, is refused while the cache is created.',
  source: PAGES.vpc.zones,
  check: (context) =>
    zonesOf(context).flatMap(({ path, zone }) => {
      const region = context.resolved.region;
      const ofRegion = ZONE.exec(zone)?.[1];
      if (ofRegion === undefined) return [hit(path, `must be the name of a zone such as eu-central-1a, got ${shown(zone)}`, 'write the name of the zone, not its id', zone)];
      return region === undefined || ofRegion === region ? [] : [hit(path, `must be a zone of ${region}, got ${shown(zone)}`, 'choose a zone of that region', zone)];
    }),
};

function zonesOf({ blueprint, resolved }: AnyContext): readonly { readonly path: FindingPath; readonly zone: string }[] {
  if ('subnets' in blueprint.network) {
    return blueprint.network.subnets.map(({ availabilityZone }, index) => ({ path: ['network', 'subnets', index, 'availabilityZone'], zone: availabilityZone }));
  }
  const { newVpc, availabilityZones } = blueprint.network;
  const list = (path: FindingPath, zones: readonly string[] = []) => zones.map((zone, index) => ({ path: [...path, index], zone }));
  /** Where the zones of the network are stated, shards are held against those. */
  const zonesStated = newVpc !== undefined || availabilityZones !== undefined;
  const shards = resolved.kind === 'sharded' && !zonesStated ? resolved.shards : [];
  return [
    ...list(['network', 'newVpc', 'availabilityZones'], newVpc?.availabilityZones),
    ...list(['network', 'availabilityZones'], availabilityZones),
    ...shards.flatMap(({ primaryZone, replicaZones }, index) => [
      ...(primaryZone === undefined ? [] : [{ path: ['shards', index, 'primaryZone'], zone: primaryZone }]),
      ...list(['shards', index, 'replicaZones'], replicaZones),
    ]),
  ];
}
