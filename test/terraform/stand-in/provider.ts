import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadPackageDefinition, Server, ServerCredentials } from '@grpc/grpc-js';
import type { ServiceClientConstructor, UntypedServiceImplementation } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { decode, encode, ExtensionCodec } from '@msgpack/msgpack';
import type { AttributeType, BindingsSchema, BlockSchema, Mode } from './bindings-schema';
import { Cloud } from './cloud';
import type { Values } from './cloud';

/** Which types a configuration uses; only their schemas are read. */
export type UsedTypes = { readonly [M in Mode]: readonly string[] };

interface Dynamic {
  readonly msgpack: Buffer;
}
interface Request {
  readonly type_name: string;
  readonly config: Dynamic;
  readonly prior_state: Dynamic;
  readonly proposed_new_state: Dynamic;
  readonly planned_state: Dynamic;
  readonly current_state: Dynamic;
  readonly raw_state: { readonly json: Buffer };
}

/** Terraform's mark for a value that is only known after apply. */
const UNKNOWN = Symbol('unknown');

const codec = new ExtensionCodec();
codec.register({ type: 0, encode: (value) => (value === UNKNOWN || value instanceof Unknown ? new Uint8Array([0]) : null), decode: () => new Unknown() });
// Type 12 is an unknown value about which something is known; that something does not matter here.
codec.register({ type: 12, encode: () => null, decode: () => new Unknown() });

class Unknown {}

const read = (value: Dynamic): Values | null => decode(value.msgpack, { extensionCodec: codec }) as Values | null;
const write = (value: unknown): Dynamic => ({ msgpack: Buffer.from(encode(value, { extensionCodec: codec })) });

/**
 * Stands in for the AWS provider in runs of the real Terraform: the same schemas, read from the bindings, and a cloud of its own in
 * memory. Terraform itself finds unknown arguments, missing ones, wrong types, cycles and leaks of ephemeral values.
 */
export class StandInProvider {
  readonly cloud = new Cloud();
  private readonly server = new Server({ 'grpc.max_send_message_length': 256 << 20 });
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'stand-in-'));
  private readonly schemas: { readonly [M in Mode]: ReadonlyMap<string, BlockSchema> };

  constructor(
    private readonly bindings: BindingsSchema,
    used: UsedTypes,
  ) {
    const of = (mode: Mode): ReadonlyMap<string, BlockSchema> => new Map(used[mode].map((type) => [type, bindings.of(mode, type)]));
    this.schemas = { resource: of('resource'), data: of('data'), ephemeral: of('ephemeral') };
  }

  /** What Terraform must find in `TF_REATTACH_PROVIDERS` to use this process instead of a provider of its own. */
  get reattach(): string {
    const attachment = { Protocol: 'grpc', ProtocolVersion: 5, Pid: process.pid, Test: true, Addr: { Network: 'unix', String: this.socket } };
    return JSON.stringify({ 'registry.terraform.io/hashicorp/aws': attachment, 'registry.opentofu.org/hashicorp/aws': attachment });
  }

  private get socket(): string {
    return path.join(this.folder, 'provider');
  }

  async start(): Promise<void> {
    const loaded = loadPackageDefinition(loadSync(path.join(__dirname, 'tfplugin5.proto'), { keepCase: true, enums: String }));
    const { Provider } = loaded.tfplugin5 as unknown as { Provider: ServiceClientConstructor };
    this.server.addService(Provider.service, this.methods());
    await new Promise<void>((resolve, reject) => {
      this.server.bindAsync(`unix:${this.socket}`, ServerCredentials.createInsecure(), (error) => (error === null ? resolve() : reject(error)));
    });
  }

  stop(): void {
    this.server.forceShutdown();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private methods(): UntypedServiceImplementation {
    const answer = (method: (request: Request) => object) => (call: { request: Request }, reply: (error: Error | null, response?: object) => void): void => {
      try {
        reply(null, method(call.request));
      } catch (error) {
        reply(null, { diagnostics: [{ severity: 'ERROR', summary: error instanceof Error ? error.message : String(error), detail: '' }] });
      }
    };
    const nothing = answer(() => ({}));
    return {
      GetSchema: answer(() => this.schemaResponse()),
      PrepareProviderConfig: answer(({ config }) => ({ prepared_config: config })),
      ValidateResourceTypeConfig: nothing,
      ValidateDataSourceConfig: nothing,
      ValidateEphemeralResourceConfig: nothing,
      Configure: nothing,
      UpgradeResourceState: answer(({ raw_state }) => ({ upgraded_state: { json: raw_state.json } })),
      ReadResource: answer(({ type_name, current_state }) => ({ new_state: write(this.cloud.read(type_name, read(current_state)!)) })),
      PlanResourceChange: answer((request) => this.plan(request)),
      ApplyResourceChange: (call: { request: Request }, reply: (error: Error | null, response?: object) => void) => reply(null, this.apply(call.request)),
      ReadDataSource: answer(({ type_name, config }) => ({ state: write(this.known('data', type_name, { ...read(config)!, ...this.cloud.readData(type_name, read(config)!) })) })),
      OpenEphemeralResource: answer(({ type_name, config }) => ({ result: write(this.known('ephemeral', type_name, { ...read(config)!, ...this.cloud.open(type_name, read(config)!) })) })),
      CloseEphemeralResource: nothing,
      Stop: nothing,
    } as unknown as UntypedServiceImplementation;
  }

  private schemaResponse(): object {
    const schemas = (mode: Mode): object => Object.fromEntries([...this.schemas[mode]].map(([type, block]) => [type, { version: 0, block: wire(block) }]));
    return {
      provider: { version: 0, block: wire(this.bindings.provider()) },
      resource_schemas: schemas('resource'),
      data_source_schemas: schemas('data'),
      ephemeral_resource_schemas: schemas('ephemeral'),
    };
  }

  private plan({ type_name, prior_state, proposed_new_state }: Request): object {
    const proposed = read(proposed_new_state);
    if (proposed === null) return { planned_state: proposed_new_state };
    const prior = read(prior_state);
    const replacing = this.cloud.replacing(type_name, prior, proposed);
    for (const name of this.cloud.recomputed(type_name, prior, proposed)) proposed[name] = null;
    for (const { name, computed, write_only } of this.schemas.resource.get(type_name)!.attributes) {
      if (write_only) proposed[name] = null;
      else if (computed && (proposed[name] === null || proposed[name] === undefined)) proposed[name] = UNKNOWN;
    }
    return { planned_state: write(proposed), requires_replace: replacing.map((name) => ({ steps: [{ attribute_name: name }] })), legacy_type_system: true };
  }

  private apply({ type_name, prior_state, planned_state, config }: Request): object {
    const planned = read(planned_state);
    try {
      if (planned === null) {
        this.cloud.remove(type_name, read(prior_state)!);
        return { new_state: planned_state, legacy_type_system: true };
      }
      const state = this.known('resource', type_name, planned);
      this.cloud.put(type_name, state, read(config)!, read(prior_state) === null);
      return { new_state: write(state), legacy_type_system: true };
    } catch (error) {
      return { new_state: prior_state, diagnostics: [{ severity: 'ERROR', summary: error instanceof Error ? error.message : String(error), detail: '' }], legacy_type_system: true };
    }
  }

  /** Puts something of the right type where a value was left to the provider. */
  private known(mode: Mode, type: string, values: Values): Values {
    const filled = { ...values };
    for (const attribute of this.schemas[mode].get(type)!.attributes) {
      const value = filled[attribute.name];
      if (attribute.write_only) filled[attribute.name] = null;
      else if (value instanceof Unknown || (attribute.computed && (value === null || value === undefined))) {
        filled[attribute.name] = this.cloud.computed(type, attribute.name, filled) ?? something(attribute.type, `${type}.${attribute.name}`);
      }
    }
    return filled;
  }
}

function something(type: AttributeType, name: string): unknown {
  if (type === 'string') return name;
  if (type === 'number') return 0;
  if (type === 'bool') return false;
  if (Array.isArray(type) && (type[0] === 'list' || type[0] === 'set')) return [];
  if (Array.isArray(type) && type[0] === 'map') return {};
  return null;
}

function wire(block: BlockSchema): object {
  return {
    attributes: block.attributes.map((attribute) => ({ ...attribute, type: Buffer.from(JSON.stringify(attribute.type)) })),
    block_types: block.block_types.map((nested) => ({ ...nested, block: wire(nested.block) })),
  };
}
