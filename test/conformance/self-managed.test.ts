import { plan } from '../../lib/core';
import type { Blueprint } from '../../lib/core';
import { isSelfManaged } from '../../lib/core/blueprint/resolve';
import { templateOf, terraformOf } from './backends';
import { deploymentsOf, exampleNames } from './examples';
import { selfManagedFactsOfPlan, selfManagedFactsOfTemplate, selfManagedFactsOfTerraform } from './self-managed';

async function deployments(): Promise<Blueprint[]> {
  return (await Promise.all(exampleNames().map((name) => deploymentsOf(name)))).flat().filter((blueprint) => isSelfManaged(blueprint));
}

test('CloudFormation states the facts of self-managed plans', async () => {
  const blueprints = await deployments();
  expect(blueprints.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['sentinel', 'cluster']));
  for (const blueprint of blueprints) expect(selfManagedFactsOfTemplate(templateOf(blueprint))).toEqual(selfManagedFactsOfPlan(plan(blueprint)));
});

test('Terraform states the facts of self-managed plans', async () => {
  for (const blueprint of await deployments()) expect(selfManagedFactsOfTerraform(terraformOf(blueprint))).toEqual(selfManagedFactsOfPlan(plan(blueprint)));
});
