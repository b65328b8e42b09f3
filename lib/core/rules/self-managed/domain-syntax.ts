import { SELF_MANAGED_DEFAULTS } from '../../blueprint/self-managed-defaults';
import { shown } from '../wording';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

/** Of a DNS name, 255, less the names of node and deployment. */
const LONGEST = 150;

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

export const domainSyntax: SelfManagedRule = {
  code: 'RB561',
  name: 'domain-syntax',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'The domain is a DNS name in lower case.',
  why: 'Nodes, certificates and clients carry names in it; another text names nothing.',
  source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html',
  check: ({ resolved: { network: { domain } } }) =>
    domain.length <= LONGEST && DOMAIN.test(domain) ? [] : [hit(['network', 'domain'], `must be labels of lower-case letters, digits and hyphens, joined by dots, at most ${LONGEST} characters, got ${shown(domain)}`, `remove it to get ${SELF_MANAGED_DEFAULTS.domain}`, domain)],
};
