import { isToken } from '../structure/tokens';
import { shown } from '../wording';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

const ARN = /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[A-Za-z0-9/_+=.@-]{1,519}$/;

export const authoritySecretArn: SelfManagedRule = {
  code: 'RB555',
  name: 'authority-secret-arn',
  severity: 'error',
  looksAt: 'self-managed',
  title: "The authority's secret is given by its ARN.",
  why: 'The role of the nodes lets them read that secret and no other, which takes the ARN.',
  source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html',
  check: ({ resolved: { certificates: { authoritySecretArn: arn } } }) =>
    arn === undefined || isToken(arn) || ARN.test(arn) ? [] : [hit(['certificates', 'authoritySecretArn'], `must be the ARN of a secret, got ${shown(arn)}`, 'write it as arn:aws:secretsmanager:<region>:<account>:secret:<name>', arn)],
};
