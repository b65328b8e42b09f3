import { PAGES } from '../../catalog';
import type { FindingPath } from '../../finding';
import type { SharedRule } from '../rule';
import { hit } from '../hit';
import { isToken } from '../structure/tokens';
import { shown } from '../wording';

export const resourceIds: SharedRule = {
  code: 'RB334',
  name: 'resource-ids',
  severity: 'error',
  looksAt: 'every',
  title: 'Ids of existing VPCs, subnets and security groups are ids of that kind of resource.',
  why: 'A name or the id of another resource passes every template check and fails while it is deployed.',
  source: PAGES.vpc.identifiers,
  check: ({ blueprint: { network } }) => [
    ...wrong(['network', 'vpcId'], 'vpc', network.vpcId),
    ...('subnets' in network
      ? network.subnets.flatMap(({ subnetId }, index) => wrong(['network', 'subnets', index, 'subnetId'], 'subnet', subnetId))
      : (network.subnetIds ?? []).flatMap((id, index) => wrong(['network', 'subnetIds', index], 'subnet', id))),
    ...(network.allowFromSecurityGroups ?? []).flatMap((id, index) => wrong(['network', 'allowFromSecurityGroups', index], 'sg', id)),
  ],
};

function wrong(path: FindingPath, prefix: string, id: string | undefined) {
  return id === undefined || isToken(id) || new RegExp(`^${prefix}-[0-9a-z]+$`).test(id)
    ? []
    : [hit(path, `must be an id that begins with ${prefix}-, got ${shown(id)}`, 'write the id of the resource, not its name', id)];
}
