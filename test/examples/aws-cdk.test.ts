import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R5Checks } from 'cdk-nag';
import { EXAMPLES, exampleNames } from '../conformance/examples';

/** This suite is about the rule packs and the CDK's own rules, so it pays for the validation engine. */
const VALIDATION = process.env.CDK_VALIDATION;
beforeAll(() => void (process.env.CDK_VALIDATION = 'true'));
afterAll(() => void (process.env.CDK_VALIDATION = VALIDATION));

const PACKS = [AwsSolutionsChecks, NIST80053R5Checks, HIPAASecurityChecks];

describe.each(exampleNames('aws-cdk.ts'))('example %s as a CDK app', (name) => {
  test('synthesizes without a finding of the CDK or of a rule pack', async () => {
    const { build } = require(path.join(EXAMPLES, name, 'aws-cdk')) as { build(app: App): void | Promise<void> };
    const app = new App({ context: { '@aws-cdk/core:validateAgainstDefaultRules': true, '@aws-cdk/core:annotationsInValidationReport': true } });
    await build(app);
    for (const Pack of PACKS) expect(new Pack(app).validateScope(app).violations).toEqual([]);
    expect(app.synth().stacks.length).toBeGreaterThan(0);
  }, 60_000);
});
