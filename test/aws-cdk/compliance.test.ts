import * as path from 'node:path';
import { CfnGuardValidator } from '@cdklabs/cdk-validator-cfnguard';
import { App, Validations } from 'aws-cdk-lib';
import type { IPolicyValidationPlugin } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R5Checks } from 'cdk-nag';
import { addBlueprints } from '../../lib/aws-cdk';
import { loadBlueprints } from '../../lib/cli/load';
import type { Blueprint } from '../../lib/core/blueprint';
import { resolveBlueprint } from '../../lib/core/blueprint/resolve';
import { CATALOG, SESSIONS } from './support/plans';
import { validationErrors } from './support/validation-errors';

/** The one suite that pays for the CDK's validation engine; everywhere else `test/setup.ts` switches it off. */
const VALIDATION = process.env.CDK_VALIDATION;
beforeAll(() => void (process.env.CDK_VALIDATION = 'true'));
afterAll(() => void (process.env.CDK_VALIDATION = VALIDATION));

const PACKS = { AwsSolutions: AwsSolutionsChecks, 'NIST 800-53 R5': NIST80053R5Checks, HIPAA: HIPAASecurityChecks };

async function examples(): Promise<Blueprint[]> {
  const { documents, findings } = await loadBlueprints([path.resolve(__dirname, '../../examples')]);
  expect(findings).toEqual([]);
  return documents.map(({ blueprint }) => blueprint as Blueprint);
}

function appOf(blueprints: readonly Blueprint[]): App {
  const app = new App({ context: { '@aws-cdk/core:validateAgainstDefaultRules': true, '@aws-cdk/core:annotationsInValidationReport': true } });
  // A blueprint with errors makes no resources, which every pack would pass; asking for the plan throws them.
  for (const { deployment } of addBlueprints(app, blueprints)) expect(deployment.plan.nodes.length).toBeGreaterThan(0);
  return app;
}

test('every example is free of findings of the rule packs', async () => {
  const app = appOf(await examples());
  for (const Pack of Object.values(PACKS)) expect(new Pack(app).validateScope(app).violations).toEqual([]);
});

test.each(Object.entries(PACKS))('%s finds nothing in a new network, users with passwords, and disposable data', (_name, Pack) => {
  const app = appOf([SESSIONS, CATALOG, { ...SESSIONS, name: 'throwaway', disposable: true }]);
  expect(new Pack(app).validateScope(app).violations).toEqual([]);
});

test('acknowledgements stand at the resource and say why', () => {
  const app = appOf([SESSIONS]);
  const secret = app.node.findChild('sessions').node.findChild('Cache').node.findChild('user-web').node.findChild('Secret');
  const reasons = secret.node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY).map(({ data }) => data as object);
  expect(reasons).toContainEqual({ 'Annotation::AwsSolutions-SMG4': expect.stringContaining('not rotated automatically yet') });
});

test('synthesis of every example passes the default rules of the CDK', async () => {
  const blueprints = await examples();
  expect(blueprints.length).toBeGreaterThan(0);
  expect(validationErrors(appOf(blueprints))).toEqual([]);
});

test('cfn-guard passes production caches of both topologies', async () => {
  const production = (await examples()).filter((blueprint) => resolveBlueprint(blueprint).environment === 'production');
  const app = appOf(blueprintsApart(production));
  Validations.of(app).addPlugins(new CfnGuardValidator() as unknown as IPolicyValidationPlugin);
  expect(validationErrors(app)).toEqual([]);
}, 120_000);

/** One example of each kind, since the guard needs seconds for every stack. */
function blueprintsApart(blueprints: readonly Blueprint[]): Blueprint[] {
  return blueprints.filter((blueprint, index) => blueprints.findIndex(({ kind }) => kind === blueprint.kind) === index);
}
