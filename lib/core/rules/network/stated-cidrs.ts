import type { Blueprint } from '../../blueprint';
import { isSelfManaged } from '../../blueprint/resolve';
import type { FindingPath } from '../../finding';
import { parseCidr } from '../../plan/cidr';
import type { Cidr } from '../../plan/cidr';

/** An address block that the blueprint states, with its place. */
export interface StatedCidr {
  readonly path: FindingPath;
  readonly text: string;
  /** Absent when the text is not an IPv4 block. */
  readonly cidr?: Cidr;
}

/** Every address block in the network part. */
export function statedCidrs(blueprint: Blueprint): readonly StatedCidr[] {
  if (isSelfManaged(blueprint)) return allowedCidrs(blueprint.network.allowFromCidrs ?? []);
  const { network } = blueprint;
  return [
    ...(network.newVpc === undefined ? [] : [stated(['network', 'newVpc', 'cidr'], network.newVpc.cidr)]),
    ...(network.subnetCidrs ?? []).map((text, index) => stated(['network', 'subnetCidrs', index], text)),
    ...allowedCidrs(network.allowFromCidrs ?? []),
  ];
}

/** The blocks that may connect. */
export function allowedCidrs(texts: readonly string[]): readonly StatedCidr[] {
  return texts.map((text, index) => stated(['network', 'allowFromCidrs', index], text));
}

function stated(path: FindingPath, text: string): StatedCidr {
  return { path, text, cidr: parseCidr(text) };
}
