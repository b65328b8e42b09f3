import { App, Stack } from 'aws-cdk-lib';
import { ReplicatedCache } from '../../lib/aws-cdk';
import { SESSIONS } from './support/plans';

/** The CDK's validation engine is part of what is asked here; everywhere else `test/setup.ts` switches it off. */
const VALIDATION = process.env.CDK_VALIDATION;
beforeAll(() => void (process.env.CDK_VALIDATION = 'true'));
afterAll(() => void (process.env.CDK_VALIDATION = VALIDATION));

const CONTEXT = { '@aws-cdk/core:validateAgainstDefaultRules': true, '@aws-cdk/core:annotationsInValidationReport': true };

test('a stack with nothing but a refused cache tells why it was refused, and not that it is empty', () => {
  const app = new App({ context: CONTEXT });
  const { kind: _kind, ...options } = SESSIONS;
  new ReplicatedCache(new Stack(app, 'shop', { env: { region: 'eu-central-1' } }), 'Sessions', { ...options, nodeType: 'cache.banana' });
  expect(() => app.synth()).toThrow(/^ERROR [^]*\[RB110\][^]*shop\/Sessions/);
  expect(() => app.synth()).not.toThrow(/Resources section/);
});
