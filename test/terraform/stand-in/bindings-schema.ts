import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Terraform's way of writing a type: `"string"`, `["set","string"]`, `["list",["object",{...}]]`. */
export type AttributeType = string | readonly [string, AttributeType | { readonly [name: string]: AttributeType }];

export interface AttributeSchema {
  readonly name: string;
  readonly type: AttributeType;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly write_only: boolean;
}
export interface BlockSchema {
  readonly attributes: readonly AttributeSchema[];
  readonly block_types: readonly { readonly type_name: string; readonly nesting: 'SINGLE' | 'LIST' | 'SET'; readonly min_items: number; readonly block: BlockSchema }[];
}

/** What Terraform reads from the provider binary: the bindings were generated from it and still hold it, spread over code and comments. */
export type Mode = 'resource' | 'data' | 'ephemeral';

interface Argument {
  readonly isBlock: boolean;
  readonly type: string;
  readonly storage: string;
  readonly writeOnly: boolean;
}
interface Flags {
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
}

const PRIMITIVES: { readonly [name: string]: string } = { string: 'string', boolean: 'bool', number: 'number', any: 'string' };
const BASE_CLASS: { readonly [M in Mode]: string } = { resource: 'TerraformResource', data: 'TerraformDataSource', ephemeral: 'TerraformEphemeralResource' };
const FOLDER_PREFIX: { readonly [M in Mode]: string } = { resource: '', data: 'data-aws-', ephemeral: 'ephemeral-aws-' };

/** Reads schemas out of one installed bindings package, such as `@cdktf/provider-aws`. */
export class BindingsSchema {
  private readonly lib: string;
  /** Reading the large ones takes a tenth of a second each, and every test wants the same. */
  private readonly known = new Map<string, BlockSchema>();

  constructor(bindings: string) {
    this.lib = path.join(path.dirname(require.resolve(`${bindings}/package.json`)), 'lib');
  }

  /** Schema of `aws_...` as a resource, data source or ephemeral resource. */
  of(mode: Mode, type: string): BlockSchema {
    return this.once(`${mode} ${type}`, () => this.read(mode, type));
  }

  provider(): BlockSchema {
    return this.once('provider', () => new BindingFile(path.join(this.lib, 'provider')).topLevel('TerraformProvider'));
  }

  private once(key: string, make: () => BlockSchema): BlockSchema {
    const schema = this.known.get(key) ?? make();
    this.known.set(key, schema);
    return schema;
  }

  private read(mode: Mode, type: string): BlockSchema {
    const folder = FOLDER_PREFIX[mode] + type.replace(/^aws_/, '').replace(/_/g, '-');
    const file = new BindingFile(path.join(this.lib, folder));
    const schema = file.topLevel(BASE_CLASS[mode]);
    if (mode === 'ephemeral' || schema.attributes.some((attribute) => attribute.name === 'id')) return schema;
    return { ...schema, attributes: [...schema.attributes, { name: 'id', type: 'string', required: false, optional: true, computed: true, write_only: false }] };
  }
}

/** One resource's folder of the bindings. */
class BindingFile {
  private readonly code: string;
  private readonly types: string;

  constructor(folder: string) {
    this.code = readFileSync(path.join(folder, 'index.js'), 'utf8');
    this.types = readFileSync(path.join(folder, 'index.d.ts'), 'utf8');
  }

  topLevel(base: string): BlockSchema {
    const name = new RegExp(`class (\\w+) extends cdkt[fn]\\.${base}`).exec(this.code)?.[1];
    if (name === undefined) throw new Error(`the bindings hold no ${base} here`);
    const body = between(this.code, `class ${name} extends cdkt`, /\nexports\./);
    return this.build(argumentsIn(body.slice(body.indexOf('synthesizeHclAttributes()'))), body, `${name}Config`, []);
  }

  private nested(name: string, seen: readonly string[]): BlockSchema {
    // Some blocks contain themselves, without an end in the bindings; the provider ends them after a few levels.
    if (seen.includes(name)) return { attributes: [], block_types: [] };
    const writer = between(this.code, `function ${name.charAt(0).toLowerCase()}${name.slice(1)}ToHclTerraform(struct) {`, /\n}\n/);
    const body = between(this.code, `class ${name}OutputReference extends`, /\nexports\.|\nclass /);
    return this.build(argumentsIn(writer), body, name, [...seen, name]);
  }

  private build(written: ReadonlyMap<string, Argument>, body: string, declaration: string, seen: readonly string[]): BlockSchema {
    const commented = flagsIn(body);
    const required = this.requiredIn(declaration);
    const read = typesOfGetters(body);
    const lists = listClassesIn(body);
    const attributes: AttributeSchema[] = [];
    const blocks: BlockSchema['block_types'][number][] = [];

    for (const name of new Set([...commented.keys(), ...written.keys()])) {
      const argument = written.get(name);
      const mustBeSet = required.get(name) === true;
      // What can be written is optional and computed at once unless the declaration requires it: the comments say "computed" for less.
      const flags: Flags =
        argument === undefined
          ? { required: false, optional: false, computed: true }
          : { required: mustBeSet, optional: !mustBeSet, computed: !mustBeSet && !argument.isBlock && !argument.writeOnly };

      const structure = argument !== undefined && (argument.isBlock || primitiveType(argument) === undefined) ? argument.storage.replace(/List$/, '') : undefined;
      if (argument?.isBlock === true && structure !== undefined) {
        const many = argument.storage.endsWith('List');
        blocks.push({
          type_name: name,
          nesting: many ? (argument.type === 'set' ? 'SET' : 'LIST') : 'SINGLE',
          min_items: many && mustBeSet ? 1 : 0,
          block: this.nested(structure, seen),
        });
        continue;
      }
      attributes.push({ name, type: this.typeOf(argument, structure, read.get(name), lists.get(name), seen), ...flags, write_only: argument?.writeOnly ?? false });
    }
    return { attributes, block_types: blocks };
  }

  private typeOf(argument: Argument | undefined, structure: string | undefined, read: AttributeType | undefined, list: { cls: string; set: boolean } | undefined, seen: readonly string[]): AttributeType {
    if (argument !== undefined && structure !== undefined) {
      const object = this.objectType(structure, seen);
      return argument.storage.endsWith('List') ? [argument.type === 'set' ? 'set' : 'list', object] : object;
    }
    const primitive = argument === undefined ? undefined : primitiveType(argument);
    if (primitive !== undefined) return primitive;
    if (read !== undefined) return read;
    if (list !== undefined) return [list.set ? 'set' : 'list', this.objectType(list.cls.replace(/List$/, ''), seen)];
    return 'string';
  }

  private objectType(structure: string, seen: readonly string[]): AttributeType {
    return ['object', Object.fromEntries(this.nested(structure, seen).attributes.map((attribute) => [attribute.name, attribute.type]))];
  }

  /** Required arguments have no question mark in the declaration; the comment above each gives its Terraform name. */
  private requiredIn(declaration: string): ReadonlyMap<string, boolean> {
    const body = between(this.types, `export interface ${declaration} `, /\n}\n/);
    return new Map([...body.matchAll(/#([a-z0-9_]+) [\w#.]+\}[\s\S]*?\*\/\s*readonly \w+(\??):/g)].map(([, name, mark]) => [name!, mark !== '?']));
  }
}

function between(text: string, start: string, end: RegExp): string {
  const from = text.indexOf(start);
  if (from < 0) return '';
  const rest = text.slice(from + start.length);
  const to = rest.search(end);
  return to < 0 ? rest : rest.slice(0, to);
}

function argumentsIn(body: string): ReadonlyMap<string, Argument> {
  const entries = body.matchAll(/^\s{8,12}"?([a-z0-9_]+)"?: \{\s*value: ([\s\S]*?)isBlock: (true|false),\s*type: "(\w+)",\s*storageClassType: "(\w+)",/gm);
  return new Map([...entries].map(([, name, value, isBlock, type, storage]) => [name!, { isBlock: isBlock === 'true', type: type!, storage: storage!, writeOnly: isWriteOnly(name!, value!) }]));
}

/** The newer bindings mark such arguments; the older ones know them by the suffix alone. */
function isWriteOnly(name: string, value: string): boolean {
  return value.includes('markWriteOnlyAttribute') || /_wo$/.test(name);
}

function flagsIn(body: string): ReadonlyMap<string, true> {
  return new Map([...body.matchAll(/\/\/ ([a-z0-9_]+) - computed: \w+, optional: \w+, required: \w+/g)].map(([, name]) => [name!, true]));
}

function typesOfGetters(body: string): ReadonlyMap<string, AttributeType> {
  const getters = body.matchAll(/(cdkt[fn]\.Fn\.tolist\()?this\.get(String|Number|Boolean|List|NumberList|StringMap|BooleanMap|NumberMap|AnyMap)Attribute\(['"]([a-z0-9_]+)['"]\)/g);
  return new Map(
    [...getters].map(([, set, kind, name]): [string, AttributeType] => {
      const many = set === undefined ? 'list' : 'set';
      const types: { readonly [kind: string]: AttributeType } = {
        String: 'string', Number: 'number', Boolean: 'bool', List: [many, 'string'], NumberList: [many, 'number'],
        StringMap: ['map', 'string'], BooleanMap: ['map', 'bool'], NumberMap: ['map', 'number'], AnyMap: ['map', 'string'],
      };
      return [name!, types[kind!]!];
    }),
  );
}

function listClassesIn(body: string): ReadonlyMap<string, { cls: string; set: boolean }> {
  return new Map([...body.matchAll(/this\._\w+ = new (\w+)\(this, "([a-z0-9_]+)"(?:, (true|false))?\)/g)].map(([, cls, name, set]) => [name!, { cls: cls!, set: set === 'true' }]));
}

function primitiveType(argument: Argument): AttributeType | undefined {
  const simple = PRIMITIVES[argument.storage];
  if (simple !== undefined && argument.storage !== 'any') return argument.type === 'simple' ? simple : [argument.type, simple];
  const many = /^(string|number|boolean|any)(List|Map)$/.exec(argument.storage);
  if (many === null) return undefined;
  return [many[2] === 'Map' ? 'map' : argument.type === 'set' ? 'set' : 'list', PRIMITIVES[many[1]!]!];
}
