import { App, Stack } from 'aws-cdk-lib';
import { timed } from '../programs';
import { Expression, inOrderOfUse, sourceOf, textWith, variableOf } from './source';

/** What is read of a template. */
export interface Template {
  readonly Resources: { readonly [id: string]: TemplateResource };
  readonly Outputs?: { readonly [id: string]: { readonly Value: unknown; readonly Description?: string } };
}

interface TemplateResource {
  readonly Type: string;
  readonly Properties?: unknown;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly UpdatePolicy?: { readonly UseOnlineResharding?: boolean };
}

/** Where and how the stack is made. */
export interface HandWrittenStack {
  readonly output: string;
  readonly stackName: string;
  readonly stackProps: object;
}

/**
 * The program that a developer writes without this package: one `new CfnX(...)` for each resource of a template, with literal
 * props and references from resource to resource.
 */
export function handWrittenCdk(template: Template, { output, stackName, stackProps }: HandWrittenStack): string {
  const resources = inOrderOfUse(Object.entries(template.Resources).map(([id, resource]) => written(id, resource)));
  const modules = [...new Set(resources.map(({ module }) => module))].sort();
  return timed(
    [
      `const { App, Aws, CfnDeletionPolicy, CfnOutput, Stack } = require('aws-cdk-lib');`,
      ...modules.map((module) => `const ${module} = require('aws-cdk-lib/aws-${module}');`),
    ],
    [
      `const app = new App({ outdir: ${JSON.stringify(output)}, analyticsReporting: false });`,
      `const stack = new Stack(app, ${JSON.stringify(stackName)}, ${sourceOf(stackProps)});`,
      ...resources.flatMap(({ lines }) => lines),
      ...Object.entries(template.Outputs ?? {}).map(
        ([id, { Value, Description }]) => `new CfnOutput(stack, ${JSON.stringify(id)}, ${sourceOf({ value: withReferences(Value), description: Description })});`,
      ),
      'app.synth();',
    ],
  );
}

function written(id: string, resource: TemplateResource): { id: string; module: string; uses: Set<string>; lines: string[] } {
  const [, service = '', type = ''] = resource.Type.split('::');
  const module = service.toLowerCase();
  const variable = variableOf(id);
  const uses = new Set(resource.DependsOn ?? []);
  const props = sourceOf(l1Props(module, type, resource.Properties ?? {}, uses));
  const policies = [
    ['deletionPolicy', resource.DeletionPolicy],
    ['updateReplacePolicy', resource.UpdateReplacePolicy],
  ] as const;
  const lines = [
    `const ${variable} = new ${module}.Cfn${type}(stack, ${JSON.stringify(id)}, ${props});`,
    ...policies.flatMap(([name, policy]) =>
      policy === undefined ? [] : [`${variable}.cfnOptions.${name} = CfnDeletionPolicy.${policy.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()};`],
    ),
    ...(resource.UpdatePolicy?.UseOnlineResharding ? [`${variable}.cfnOptions.updatePolicy = { useOnlineResharding: true };`] : []),
    ...(resource.DependsOn ?? []).map((other) => `${variable}.addResourceDependency(${variableOf(other)});`),
  ];
  return { id, module, uses, lines };
}

interface L1Class {
  _fromCloudFormation(scope: Stack, id: string, resource: object, options: object): { readonly _cfnProperties: unknown };
}

/** The CDK's own reading of a template gives the names that its props have; references travel through it as marks in strings. */
function l1Props(module: string, type: string, properties: unknown, uses: Set<string>): unknown {
  const marks: (string | Expression)[] = [];
  const marked = mapIntrinsics(properties, (intrinsic) => `\u0000${marks.push(expressionOf(intrinsic, uses)) - 1}\u0000`);
  const classes = require(`aws-cdk-lib/aws-${module}`) as { readonly [name: string]: L1Class };
  const parser = { parseValue: (value: unknown) => value, handleAttributes: () => undefined };
  const { _cfnProperties: props } = (classes[`Cfn${type}`] as L1Class)._fromCloudFormation(new Stack(new App(), 'Names'), 'Resource', { Properties: marked }, { parser });
  return unmark(props, marks);
}

function unmark(value: unknown, marks: readonly (string | Expression)[]): unknown {
  if (typeof value === 'string') {
    const mark = /^\u0000(\d+)\u0000$/.exec(value);
    return mark === null ? value : marks[Number(mark[1])];
  }
  if (Array.isArray(value)) return value.map((each) => unmark(each, marks));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unmark(each, marks)]));
  return value;
}

function mapIntrinsics(value: unknown, replace: (intrinsic: object) => unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => mapIntrinsics(each, replace));
  if (typeof value !== 'object' || value === null) return value;
  if (isIntrinsic(value)) return replace(value);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapIntrinsics(each, replace)]));
}

function isIntrinsic(value: object): boolean {
  const keys = Object.keys(value);
  return keys.length === 1 && (keys[0] === 'Ref' || (keys[0] ?? '').startsWith('Fn::'));
}

function withReferences(value: unknown): unknown {
  return mapIntrinsics(value, (intrinsic) => expressionOf(intrinsic, new Set()));
}

function expressionOf(intrinsic: object, uses: Set<string>): string | Expression {
  const [[name, argument]] = Object.entries(intrinsic) as [[string, unknown]];
  switch (name) {
    case 'Ref':
      return referenceTo(String(argument), uses);
    case 'Fn::GetAtt': {
      const [id, attribute] = argument as [string, string];
      uses.add(id);
      return new Expression(`${variableOf(id)}.attr${attribute.replaceAll('.', '')}`);
    }
    case 'Fn::Join': {
      const [separator, parts] = argument as [string, (string | object)[]];
      if (separator === '') return textWith(parts.map((part) => (typeof part === 'string' ? part : expressionOf(part, uses))));
    }
  }
  throw new Error(`no source is known for ${JSON.stringify(intrinsic)}`);
}

function referenceTo(id: string, uses: Set<string>): Expression {
  const pseudo = /^AWS::(\w+)$/.exec(id)?.[1];
  if (pseudo !== undefined) return new Expression(`Aws.${pseudo.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()}`);
  uses.add(id);
  return new Expression(`${variableOf(id)}.ref`);
}

/** What two templates must have in common to hold the same resources; metadata are no resources. */
export function comparableTemplate(template: Template): unknown {
  return {
    resources: Object.fromEntries(
      Object.entries(template.Resources).map(([id, { DependsOn, ...rest }]) => [id, { ...rest, Metadata: undefined, DependsOn: [...(DependsOn ?? [])].sort() }]),
    ),
    outputs: template.Outputs,
  };
}
