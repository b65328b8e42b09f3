import { BURSTABLE_ROWS, FAMILY_ROWS } from './instance-types-data';
import type { Sourced } from './source';
import { PAGES } from './vendor-pages';

/** An EC2 instance type that self-managed nodes may run on. */
export interface InstanceType extends Sourced {
  readonly name: string;
  readonly family: string;
  readonly vcpus: number;
  readonly memoryGiB: number;
  readonly architecture: 'arm64' | 'x86_64';
  /** Whether the CPU runs on credits: steady load above the baseline slows the node down or costs extra. */
  readonly burstable: boolean;
  /** Sustained network bandwidth in Gbit/s; absent where AWS states none. */
  readonly networkBaselineGbps?: number;
}

const TYPES: ReadonlyMap<string, InstanceType> = new Map([...fixed(), ...burstable()].map((type) => [type.name, type]));

/** The instance type with this name; undefined when the catalog does not hold it. */
export function findInstanceType(name: string): InstanceType | undefined {
  return TYPES.get(name.toLowerCase());
}

/** Names of every instance type of the catalog, families together, small sizes first. */
export function instanceTypeNames(): readonly string[] {
  return [...TYPES.keys()];
}

function fixed(): InstanceType[] {
  return FAMILY_ROWS.flatMap(({ family, gibPerVcpu, sizes, baselines, page }) =>
    sizes.map(([size, vcpus]) => ({
      ...common(family, size),
      vcpus,
      memoryGiB: vcpus * gibPerVcpu,
      burstable: false,
      ...(baselines[size] === undefined ? {} : { networkBaselineGbps: baselines[size] }),
      source: PAGES.ec2[page],
    })),
  );
}

function burstable(): InstanceType[] {
  return Object.entries(BURSTABLE_ROWS).flatMap(([family, rows]) =>
    rows.map(([size, vcpus, memoryGiB, networkBaselineGbps]) => ({
      ...common(family, size),
      vcpus,
      memoryGiB,
      burstable: true,
      networkBaselineGbps,
      source: PAGES.ec2.generalPurpose,
    })),
  );
}

function common(family: string, size: string): Pick<InstanceType, 'name' | 'family' | 'architecture'> {
  return { name: `${family}.${size}`, family, architecture: /\dg/.test(family) ? 'arm64' : 'x86_64' };
}
