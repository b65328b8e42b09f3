import { formatFinding } from '../../../lib/core/finding';
import { validate } from '../../../lib/core/validate';

/** A replicated blueprint that no rule has anything to say about. */
export const replicated = {
  kind: 'replicated',
  name: 'sessions',
  region: 'eu-central-1',
  nodeType: 'cache.r7g.large',
  network: { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'], allowFromSecurityGroups: ['sg-1'] },
  access: { users: [{ name: 'web', can: ['read', 'write'], keys: ['session:*'] }] },
  monitoring: { emails: ['team@example.com'] },
};

/** A sharded blueprint that no rule has anything to say about. */
export const sharded = { ...replicated, kind: 'sharded', name: 'catalog', shardCount: 3 };

/** What one rule says about a blueprint: severity, message, way out and code. */
export function said(code: string, blueprint: unknown): string[] {
  return validate(blueprint)
    .filter((finding) => finding.code === code)
    .map((finding) => `${finding.severity}: ${formatFinding(finding)}`);
}

/** The sound blueprint with other keys in its network part. */
export function inNetwork(network: object): object {
  return { ...replicated, network: { ...replicated.network, ...network } };
}
