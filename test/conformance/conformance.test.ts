import { App, Stack } from 'aws-cdk-lib';
import { Template as CdkTemplate } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { Testing } from 'cdktf';
import { renderPlan } from '../../lib/aws-cdk/render';
import { BlueprintTerraformStack } from '../../lib/cdktf';
import { App as TerraformApp } from '../../lib/cdktf/vendor';
import { plan } from '../../lib/core';
import type { Blueprint } from '../../lib/core';
import { resolveBlueprint } from '../../lib/core/blueprint/resolve';
import { deploymentsOf, exampleNames } from './examples';
import { factsOfPlan } from './plan-facts';
import { factsOfTemplate } from './template-facts';
import type { Template } from './template-facts';
import { factsOfTerraform } from './terraform-facts';
import type { TerraformJson } from './terraform-facts';

test('x', async () => {
  for (const example of exampleNames()) {
    for (const blueprint of await deploymentsOf(example)) {
      const p = plan(blueprint);
      const stack = new Stack(new App(), p.id);
      renderPlan(new Construct(stack, 'Cache'), p);
      expect(factsOfTemplate(CdkTemplate.fromStack(stack).toJSON() as Template)).toEqual(factsOfPlan(p));
      const tf = JSON.parse(Testing.synth(new BlueprintTerraformStack(new TerraformApp(), resolveBlueprint(blueprint as Blueprint).cacheId, blueprint))) as TerraformJson;
      expect(factsOfTerraform(tf)).toEqual(factsOfPlan(p));
    }
  }
});
