import type { ResolvedSelfManaged } from '../../blueprint/resolve-self-managed';
import type { MachineImage } from '../../blueprint/self-managed';
import { ENGINE_PACKAGES } from '../../catalog/directives';
import type { EnginePackage } from '../../catalog/directives';
import { ConfigDefect } from '../defect';

/** What an image offers besides the engine. */
interface MachineSystem {
  readonly system: EnginePackage['system'];
  readonly packageManager: 'dnf' | 'apt';
  /** Packages with the programs that boot needs. */
  readonly tools: readonly string[];
  /** The archive has no AWS CLI; the vendor's own snap does. */
  readonly cliFromSnap: boolean;
  /** Whether Session Manager's agent is on the image, or comes from the vendor's bucket. */
  readonly sessionAgent: 'on the image' | 'download';
  readonly source: string;
}

const APT_TOOLS = ['ca-certificates', 'curl', 'e2fsprogs', 'iproute2', 'jq', 'openssl', 'procps', 'util-linux'];
const SSM_ON_IMAGES = 'https://docs.aws.amazon.com/systems-manager/latest/userguide/ami-preinstalled-agent.html';
const SSM_ON_DEBIAN = 'https://docs.aws.amazon.com/systems-manager/latest/userguide/agent-install-deb.html';

const SYSTEMS: Readonly<Record<MachineImage, MachineSystem>> = {
  al2023: {
    system: 'amazon-linux-2023',
    packageManager: 'dnf',
    // curl is there as curl-minimal, which the package curl would have to replace.
    tools: ['awscli-2', 'e2fsprogs', 'iproute', 'jq', 'openssl', 'procps-ng', 'util-linux'],
    cliFromSnap: false,
    sessionAgent: 'on the image',
    source: SSM_ON_IMAGES,
  },
  'debian-12': { system: 'debian-12', packageManager: 'apt', tools: [...APT_TOOLS, 'awscli'], cliFromSnap: false, sessionAgent: 'download', source: SSM_ON_DEBIAN },
  'debian-13': { system: 'debian-13', packageManager: 'apt', tools: [...APT_TOOLS, 'awscli'], cliFromSnap: false, sessionAgent: 'download', source: SSM_ON_DEBIAN },
  'ubuntu-24.04': { system: 'ubuntu-24.04', packageManager: 'apt', tools: APT_TOOLS, cliFromSnap: true, sessionAgent: 'on the image', source: SSM_ON_IMAGES },
};

/** Everything that boot needs to know about image and engine together. */
export interface NodeSystem extends MachineSystem {
  readonly packages: readonly string[];
  /** Suite that has to be added to the archive's. */
  readonly backports?: string;
  /** Units of the distribution that must not start. */
  readonly maskedUnits: readonly string[];
  readonly server: string;
  readonly cli: string;
  readonly checkRdb: string;
}

export function systemOf({ image, engine }: Pick<ResolvedSelfManaged, 'image' | 'engine'>): NodeSystem {
  const machine = SYSTEMS[image];
  const found = ENGINE_PACKAGES.find((one) => one.system === machine.system && one.engine === engine);
  if (found === undefined) throw new ConfigDefect(`${image} has no packages of ${engine}`);
  // Amazon Linux carries the major version in the names of Redis' programs.
  const prefix = found.packages[0] === 'redis6' ? 'redis6' : engine;
  return {
    ...machine,
    packages: [...found.packages, ...machine.tools],
    ...(image === 'debian-12' && engine === 'valkey' ? { backports: 'bookworm-backports' } : {}),
    maskedUnits: [...new Set([found.service, `${prefix}-sentinel`])],
    server: `${prefix}-server`,
    cli: `${prefix}-cli`,
    checkRdb: `${prefix}-check-rdb`,
  };
}
