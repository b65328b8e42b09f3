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

/** A blueprint that a rule refuses, and exactly what it says. */
export type Refused = [code: string, what: string, blueprint: object, findings: string[]];

/** A blueprint that a rule has nothing to say about. */
export type Accepted = [code: string, what: string, blueprint: object];

/** Holds the rules of a topic to their examples, and each rule to having one for each side. */
export function describeRules(topic: string, rules: readonly { readonly code: string }[], refused: readonly Refused[], accepted: readonly Accepted[]): void {
  describe(`${topic} rules`, () => {
    test.each(refused)('%s refuses %s', (code, _, blueprint, findings) => {
      expect(said(code, blueprint)).toEqual(findings);
    });

    test.each(accepted)('%s accepts %s', (code, _, blueprint) => {
      const codes = validate(blueprint).map((finding) => finding.code);
      expect(codes).not.toContain(code);
      // A blueprint of the wrong shape would be accepted by every rule, since none runs.
      expect(codes.filter((found) => found.startsWith('RB0'))).toEqual([]);
    });

    it('have an example for each side', () => {
      const codes = rules.map(({ code }) => code);
      expect(codes.filter((code) => !refused.some(([of]) => of === code))).toEqual([]);
      expect(codes.filter((code) => !accepted.some(([of]) => of === code))).toEqual([]);
    });
  });
}
