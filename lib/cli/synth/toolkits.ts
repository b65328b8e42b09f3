/** What `synth` can write. */
export const TARGETS = ['cloudformation', 'terraform'] as const;
export type Target = (typeof TARGETS)[number];

/** Terraform toolkits that it can be written through. */
export const TOOLKITS = ['cdktf', 'cdktn'] as const;
export type TerraformToolkit = (typeof TOOLKITS)[number];

export type Toolkit = TerraformToolkit | 'aws-cdk';

/** Packages that a toolkit needs; peers of this one, so that nobody installs what they do not use. */
export const PACKAGES: { readonly [T in Toolkit]: readonly string[] } = {
  'aws-cdk': ['aws-cdk-lib', 'constructs'],
  cdktf: ['cdktf', '@cdktf/provider-aws', 'constructs'],
  cdktn: ['cdktn', '@cdktn/provider-aws', 'constructs'],
};
