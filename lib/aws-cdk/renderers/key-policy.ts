import type { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { KEY_GRANTS, LOG_GROUP_ENCRYPTION_CONTEXT } from '../../core/catalog';
import type { KeyUser } from '../../core/plan/nodes';

/**
 * The account decides through IAM who else may use the key; services get only what they need, and only for this account.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function keyPolicy(usedBy: readonly KeyUser[], logGroupNames: readonly string[], stack: Stack): iam.PolicyDocument {
  return new iam.PolicyDocument({
    statements: [
      new iam.PolicyStatement({ sid: 'Account', actions: ['kms:*'], principals: [new iam.AccountRootPrincipal()], resources: ['*'] }),
      noForeignGrants(),
      ...usedBy.map((user) => GRANTS[user](stack, logGroupNames)),
    ],
  });
}

/**
 * Nobody may pass the key on but AWS services that act for a resource, such as ElastiCache for the cache's disks.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource
 */
function noForeignGrants(): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'NoForeignGrants',
    effect: iam.Effect.DENY,
    actions: ['kms:CreateGrant'],
    principals: [new iam.AnyPrincipal()],
    resources: ['*'],
    conditions: { BoolIfExists: { 'kms:GrantIsForAWSResource': 'false', 'aws:PrincipalIsAWSService': 'false' } },
  });
}

type Grant = (stack: Stack, logGroupNames: readonly string[]) => iam.PolicyStatement;

const GRANTS: { readonly [user in KeyUser]: Grant } = {
  'cloudwatch-alarms': (stack) => serviceStatement('Alarms', KEY_GRANTS.alarmsToTopic, stack, ofThisAccount(stack)),
  'cloudwatch-logs': (stack, logGroupNames) =>
    serviceStatement('LogGroups', KEY_GRANTS.logGroup, stack, {
      ArnEquals: {
        [LOG_GROUP_ENCRYPTION_CONTEXT]: logGroupNames.map(
          (name) => `arn:${stack.partition}:logs:${stack.region}:${stack.account}:log-group:${name}`,
        ),
      },
    }),
};

function ofThisAccount(stack: Stack): iam.Conditions {
  return { StringEquals: { 'aws:SourceAccount': stack.account } };
}

function serviceStatement(
  sid: string,
  grant: { readonly principal: (region: string) => string; readonly actions: readonly string[] },
  stack: Stack,
  conditions: iam.Conditions,
): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid,
    actions: [...grant.actions],
    principals: [new iam.ServicePrincipal(grant.principal(stack.region))],
    resources: ['*'],
    conditions,
  });
}
