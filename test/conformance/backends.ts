import { App } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';
import { Template as CdkTemplate } from 'aws-cdk-lib/assertions';
import { Testing } from 'cdktf';
import { App as TerraformApp } from '../../lib/cdktf/vendor';
import { BlueprintTerraformStack } from '../../lib/cdktf';
import { BlueprintStack } from '../../lib/aws-cdk';
import { plan } from '../../lib/core';
import type { Blueprint } from '../../lib/core';
import type { Template } from './template-facts';
import type { TerraformJson } from './terraform-facts';

/** The CloudFormation template of a blueprint, as the command line and the CDK app make it. */
export function templateOf(blueprint: Blueprint): Template {
  return CdkTemplate.fromStack(new BlueprintStack(new App(), plan(blueprint).id, { blueprint }) as Stack).toJSON() as Template;
}

/** The Terraform JSON of a blueprint, as the command line and the CDKTF app make it. */
export function terraformOf(blueprint: Blueprint): TerraformJson {
  return JSON.parse(Testing.synth(new BlueprintTerraformStack(new TerraformApp(), plan(blueprint).id, blueprint))) as TerraformJson;
}
