/** The toolkits that the package serves. */
export type Toolkit = 'aws-cdk' | TerraformToolkit;
export type TerraformToolkit = 'cdktf' | 'cdktn';

/** Modules of each Terraform toolkit. */
export const TERRAFORM = {
  cdktf: { core: 'cdktf', provider: '@cdktf/provider-aws/lib' },
  cdktn: { core: 'cdktn', provider: '@cdktn/provider-aws/lib' },
} as const;
