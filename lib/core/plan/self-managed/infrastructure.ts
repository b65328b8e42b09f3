import type { MachineImage } from '../../blueprint/self-managed';
import type { RedisNode } from '../nodes';

/**
 * Tag that ties an instance to its node. The node's role may attach and detach only on instances that carry it, and cannot set tags.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-policies-ec2-console.html
 */
export const NODE_TAG = 'redis-blueprints:node';

/** Value of the tag: unique in an account, as the names of secrets and groups are. */
export function nodeTagValue(planId: string, node: Pick<RedisNode, 'name'>): string {
  return `${planId}/${node.name}`;
}

/** Name of a node's group; stated, so that its role can be limited to it without referring to it in a circle. */
export function groupNameOf(planId: string, node: Pick<RedisNode, 'name'>): string {
  return `${planId}-${node.name}`;
}

/** Seconds that resolvers keep a node's address. It changes only when the interface is made anew, so a minute is enough. */
export const RECORD_TTL_SECONDS = 60;

/** Seconds in which a new instance is not judged. EC2's own checks alone are; whether the engine answers is for the node to tell. */
export const HEALTH_GRACE_SECONDS = 300;

/** Days for which a backup that was deleted or written over can still be brought back. */
export const DELETED_BACKUP_DAYS = 7;

/** Days after which an upload that never ended is removed. */
export const UNFINISHED_UPLOAD_DAYS = 1;

interface ImageSource {
  /** Public parameter with the id of the vendor's newest image, by architecture. */
  readonly parameter: { readonly [architecture in RedisNode['architecture']]: string };
  /** Name of the root device, which decides what `encrypted` applies to. */
  readonly rootDevice: string;
  /** Ports of the image's package archives; packages are signed, also where the archive speaks plain HTTP. */
  readonly archivePorts: readonly number[];
  readonly source: string;
}

const HTTPS = 443;
const HTTP = 80;

/** Where each image comes from. */
export const IMAGE_SOURCES: { readonly [image in MachineImage]: ImageSource } = {
  al2023: {
    parameter: {
      arm64: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64',
      x86_64: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
    },
    rootDevice: '/dev/xvda',
    archivePorts: [HTTPS],
    source: 'https://docs.aws.amazon.com/linux/al2023/ug/ec2.html',
  },
  'debian-12': debian('12'),
  'debian-13': debian('13'),
  'ubuntu-24.04': {
    parameter: {
      arm64: '/aws/service/canonical/ubuntu/server/24.04/stable/current/arm64/hvm/ebs-gp3/ami-id',
      x86_64: '/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id',
    },
    rootDevice: '/dev/sda1',
    archivePorts: [HTTPS, HTTP],
    source: 'https://documentation.ubuntu.com/aws/aws-how-to/instances/find-ubuntu-images/',
  },
};

function debian(release: '12' | '13'): ImageSource {
  return {
    parameter: { arm64: `/aws/service/debian/release/${release}/latest/arm64`, x86_64: `/aws/service/debian/release/${release}/latest/amd64` },
    rootDevice: '/dev/xvda',
    archivePorts: [HTTPS, HTTP],
    source: 'https://wiki.debian.org/Cloud/AmazonEC2Image',
  };
}
