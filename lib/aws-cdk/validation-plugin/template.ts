/** A resource as a template states it. */
export interface TemplateResource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: { readonly [name: string]: unknown };
}

/** A CloudFormation template, as far as the plugin reads it. */
export interface Template {
  readonly resources: readonly TemplateResource[];
}

/** Reads a template's JSON; whatever is not shaped like a resource is left out. */
export function parseTemplate(json: string): Template {
  const document: unknown = JSON.parse(json);
  const resources = isMapping(document) && isMapping(document.Resources) ? document.Resources : {};
  return {
    resources: Object.entries(resources).flatMap(([logicalId, resource]) =>
      isMapping(resource) && typeof resource.Type === 'string'
        ? [{ logicalId, type: resource.Type, properties: isMapping(resource.Properties) ? resource.Properties : {} }]
        : [],
    ),
  };
}

export function resourcesOfType(template: Template, type: string): readonly TemplateResource[] {
  return template.resources.filter((resource) => resource.type === type);
}

/** The resource of the same template that a value refers to by `Ref` or `Fn::GetAtt`. */
export function referredTo(template: Template, value: unknown): TemplateResource | undefined {
  if (!isMapping(value)) return undefined;
  const attribute = value['Fn::GetAtt'];
  const target = value.Ref ?? (Array.isArray(attribute) ? attribute[0] : undefined);
  return template.resources.find(({ logicalId }) => logicalId === target);
}

/** Text as the template states it; numbers are written out, because templates write versions either way. Undefined for intrinsics. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** A number, also when it is written as text. Undefined for intrinsics. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A boolean, also when it is written as text; absent is false, as the service has it. Undefined for intrinsics. */
export function flagOf(value: unknown): boolean | undefined {
  if (value === undefined || value === false || value === 'false') return false;
  return value === true || value === 'true' ? true : undefined;
}

export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

export function isMapping(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
