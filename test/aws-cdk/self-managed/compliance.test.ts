import { CfnGuardValidator } from '@cdklabs/cdk-validator-cfnguard';
import { App, Stack, Validations } from 'aws-cdk-lib';
import type { IPolicyValidationPlugin } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R5Checks } from 'cdk-nag';
import { addBlueprints } from '../../../lib/aws-cdk';
import type { Blueprint } from '../../../lib/core/blueprint';
import { CLUSTER, SENTINEL } from '../support/self-managed';
import { validationErrors } from '../support/validation-errors';

/** The CDK's validation engine is part of what is asked here; everywhere else `test/setup.ts` switches it off. */
const VALIDATION = process.env.CDK_VALIDATION;
beforeAll(() => void (process.env.CDK_VALIDATION = 'true'));
afterAll(() => void (process.env.CDK_VALIDATION = VALIDATION));

const PACKS = { AwsSolutions: AwsSolutionsChecks, 'NIST 800-53 R5': NIST80053R5Checks, HIPAA: HIPAASecurityChecks };
const CONTEXT = { '@aws-cdk/core:validateAgainstDefaultRules': true, '@aws-cdk/core:annotationsInValidationReport': true };
const COPY = { copyToBucketArn: 'arn:aws:s3:::backups-elsewhere', copyKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000' };
const BLUEPRINTS: readonly Blueprint[] = [SENTINEL, CLUSTER, { ...SENTINEL, name: 'copied', backup: COPY }, { ...SENTINEL, name: 'throwaway', disposable: true, environment: 'development' }];

function appOf(blueprints: readonly Blueprint[]): App {
  const app = new App({ context: CONTEXT });
  // A blueprint with errors makes no resources, which every pack would pass; asking for the plan throws them.
  for (const { deployment } of addBlueprints(app, blueprints)) expect(deployment.plan.nodes.length).toBeGreaterThan(0);
  return app;
}

test.each(Object.entries(PACKS))('%s finds nothing in sentinel and cluster, with and without a copy of the backups, and disposable', (_name, Pack) => {
  const app = appOf(BLUEPRINTS);
  expect(new Pack(app).validateScope(app).violations).toEqual([]);
}, 120_000);

test('synthesis passes the default rules of the CDK', () => {
  expect(validationErrors(appOf(BLUEPRINTS))).toEqual([]);
}, 120_000);

test('cfn-guard passes both topologies', () => {
  const app = appOf([SENTINEL, CLUSTER]);
  Validations.of(app).addPlugins(new CfnGuardValidator() as unknown as IPolicyValidationPlugin);
  expect(validationErrors(app)).toEqual([]);
}, 300_000);

test('the guard can find something: what is not acknowledged is an error', () => {
  const app = new App({ context: CONTEXT });
  new Bucket(new Stack(app, 'bare'), 'Bucket');
  Validations.of(app).addPlugins(new CfnGuardValidator() as unknown as IPolicyValidationPlugin);
  expect(validationErrors(app)).toContainEqual(expect.stringContaining('CT.S3.PR.2'));
}, 120_000);
