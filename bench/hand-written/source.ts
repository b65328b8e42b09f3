/** Source text that stands in the place of a value, such as a reference to another resource. */
export class Expression {
  constructor(readonly text: string) {}
}

/** A value as source text. */
export function sourceOf(value: unknown): string {
  if (value instanceof Expression) return value.text;
  if (Array.isArray(value)) return `[${value.map(sourceOf).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value).filter(([, each]) => each !== undefined).map(([key, each]) => `${JSON.stringify(key)}: ${sourceOf(each)}`).join(', ')} }`;
  }
  return JSON.stringify(value);
}

/** Text with references in it, as a developer writes it: a template literal. */
export function textWith(parts: readonly (string | Expression)[]): Expression {
  const quoted = (part: string): string => JSON.stringify(part).slice(1, -1).replace(/\\"/g, '"').replace(/`|\$\{/g, '\\$&');
  return new Expression(`\`${parts.map((part) => (typeof part === 'string' ? quoted(part) : `\${${part.text}}`)).join('')}\``);
}

/** Variable of a resource. */
export function variableOf(id: string): string {
  return `r_${id.replace(/[^A-Za-z0-9]/g, '_')}`;
}

/** Resources in an order in which each comes after those that it refers to. */
export function inOrderOfUse<T extends { readonly id: string; readonly uses: ReadonlySet<string> }>(resources: readonly T[]): T[] {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const done = new Set<string>();
  const ordered: T[] = [];
  const visit = (resource: T): void => {
    if (done.has(resource.id)) return;
    done.add(resource.id);
    for (const id of resource.uses) {
      const used = byId.get(id);
      if (used !== undefined) visit(used);
    }
    ordered.push(resource);
  };
  resources.forEach(visit);
  return ordered;
}

/** Path of the first difference between two values, or undefined. */
export function firstDifference(a: unknown, b: unknown, path = ''): string | undefined {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return a === b ? undefined : `${path}: ${JSON.stringify(a)} against ${JSON.stringify(b)}`;
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = firstDifference((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], `${path}/${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
