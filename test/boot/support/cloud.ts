/** Stand-in for the cloud's API, as a process in the network namespace that all instances reach. Keeps everything in memory but volumes. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync, symlinkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

interface Instance { id: string; pid: number; namespace: string; address: string; dev: string; state: string; unhealthy?: boolean }
interface Interface { id: string; address: string; mac: string; holder?: string }
interface Volume { id: string; file: string; holder?: string; loop?: string }
interface Stored { body: Buffer; about: Record<string, unknown> }

const state = {
  instances: new Map<string, Instance>(),
  interfaces: new Map<string, Interface>(),
  volumes: new Map<string, Volume>(),
  secrets: new Map<string, { versions: Map<string, string>; current?: string }>(),
  parameters: new Map<string, string>(),
  objects: new Map<string, Stored>(),
  metrics: [] as unknown[],
  logs: new Map<string, unknown[]>(),
  calls: [] as string[],
};

class Refused extends Error {}

const CALLS: { readonly [call: string]: (words: Words, caller: Instance) => unknown } = {
  'ec2 describe-network-interfaces': ({ get }) => {
    const one = found(state.interfaces, get('network-interface-ids'));
    return { NetworkInterfaces: [{ PrivateIpAddress: one.address, MacAddress: one.mac, ...(one.holder === undefined ? {} : { Attachment: { InstanceId: one.holder, AttachmentId: `attach-${one.id}` } }) }] };
  },
  'ec2 attach-network-interface': ({ get }) => {
    const one = found(state.interfaces, get('network-interface-id'));
    if (one.holder !== undefined) throw new Refused('InvalidNetworkInterface.InUse');
    const { namespace, id } = found(state.instances, get('instance-id'));
    const outer = `e${one.id.slice(-6)}`;
    ip('link', 'add', outer, 'type', 'veth', 'peer', 'name', 'eth1', 'address', one.mac, 'netns', namespace);
    ip('link', 'set', outer, 'master', 'br0', 'up');
    one.holder = id;
    return {};
  },
  'ec2 detach-network-interface': ({ get }) => {
    const one = found(state.interfaces, get('attachment-id').replace('attach-', ''));
    ip('link', 'del', `e${one.id.slice(-6)}`);
    delete one.holder;
    return {};
  },
  'ec2 describe-volumes': ({ get }) => {
    const one = found(state.volumes, get('volume-ids'));
    return { Volumes: [{ Attachments: one.holder === undefined ? [] : [{ InstanceId: one.holder }] }] };
  },
  'ec2 attach-volume': ({ get }) => {
    const one = found(state.volumes, get('volume-id'));
    if (one.holder !== undefined) throw new Refused('VolumeInUse');
    const { dev, id } = found(state.instances, get('instance-id'));
    one.loop = execFileSync('losetup', ['-f', '--show', one.file], { encoding: 'utf8' }).trim();
    const { rdev } = statSync(one.loop);
    execFileSync('mknod', [`${dev}/volume`, 'b', String(rdev >> 8), String(rdev & 255)]);
    mkdirSync(`${dev}/disk/by-id`, { recursive: true });
    symlinkSync('/dev/volume', `${dev}/disk/by-id/nvme-Amazon_Elastic_Block_Store_${one.id.replace('-', '')}`);
    one.holder = id;
    return {};
  },
  'ec2 detach-volume': ({ get }) => {
    detach(found(state.volumes, get('volume-id')));
    return {};
  },
  'ec2 describe-instances': ({ get }) => ({ Reservations: [{ Instances: [{ State: { Name: state.instances.get(get('instance-ids'))?.state ?? 'terminated' } }] }] }),
  'autoscaling set-instance-health': ({ get }) => {
    found(state.instances, get('instance-id')).unhealthy = true;
    return {};
  },
  'secretsmanager get-secret-value': ({ get }) => {
    const { versions, current } = found(state.secrets, get('secret-id'));
    if (current === undefined) throw new Refused('ResourceNotFoundException');
    return { SecretString: versions.get(current), VersionId: current };
  },
  'secretsmanager put-secret-value': ({ get }) => {
    const secret = found(state.secrets, get('secret-id'));
    const [token, text] = [get('client-request-token'), get('secret-string')];
    if (token.length < 32 || token.length > 64) throw new Refused('ValidationException: ClientRequestToken');
    if (secret.versions.has(token)) {
      if (secret.versions.get(token) !== text) throw new Refused('ResourceExistsException');
      return { VersionId: token };
    }
    secret.versions.set(token, text);
    secret.current = token;
    return { VersionId: token };
  },
  'ssm get-parameters': ({ list }) => ({ Parameters: list('names').reverse().map((Name) => ({ Name, Value: found(state.parameters, Name) })) }),
  's3api head-object': ({ get }) => found(state.objects, get('key')).about,
  's3api put-object': ({ get, has, file }) => {
    const body = readFileSync(file(get('body')));
    const digest = createHash('sha256').update(body).digest('base64');
    if (has('checksum-sha256') && get('checksum-sha256') !== digest) throw new Refused('BadDigest');
    state.objects.set(get('key'), {
      body,
      about: {
        ContentLength: body.length,
        LastModified: new Date().toISOString(),
        ServerSideEncryption: get('server-side-encryption'),
        SSEKMSKeyId: get('ssekms-key-id'),
        ...(has('checksum-sha256') ? { ChecksumSHA256: digest } : {}),
        Metadata: Object.fromEntries((has('metadata') ? get('metadata') : '').split(',').map((pair) => pair.split(/=(.*)/s).slice(0, 2))),
      },
    });
    return {};
  },
  's3api get-object': ({ get, file, last }) => {
    const { body, about } = found(state.objects, get('key'));
    writeFileSync(file(last), body);
    return about;
  },
  'cloudwatch put-metric-data': ({ get }) => {
    state.metrics.push(...(JSON.parse(get('metric-data')) as unknown[]).map((one) => ({ Namespace: get('namespace'), ...(one as object) })));
    return '';
  },
  'logs create-log-stream': ({ get }) => {
    state.logs.set(`${get('log-group-name')}/${get('log-stream-name')}`, []);
    return '';
  },
  'logs put-log-events': ({ get }) => {
    found(state.logs, `${get('log-group-name')}/${get('log-stream-name')}`).push(...(JSON.parse(get('log-events')) as unknown[]));
    return {};
  },
};

interface Words {
  readonly last: string;
  get(name: string): string;
  list(name: string): string[];
  has(name: string): boolean;
  file(path: string): string;
}

function wordsOf(words: readonly string[], caller: Instance): Words {
  const file = (path: string): string => `/proc/${caller.pid}/root${path}`;
  const list = (name: string): string[] => {
    const from = words.indexOf(`--${name}`) + 1;
    if (from === 0) throw new Refused(`--${name} is missing`);
    const to = words.findIndex((word, index) => index >= from && word.startsWith('--'));
    return words.slice(from, to < 0 ? undefined : to);
  };
  const get = (name: string): string => {
    const text = list(name)[0] ?? '';
    return text.startsWith('file://') ? readFileSync(file(text.slice(7)), 'utf8') : text;
  };
  return { list, get, file, has: (name) => words.includes(`--${name}`), last: words.at(-1) ?? '' };
}

function call(text: string, address: string): { out: string; err: string; code: number } {
  const caller = [...state.instances.values()].find((one) => one.address === address);
  const all = text.split('\0').slice(0, -1);
  const from = all.findIndex((word, index) => !word.startsWith('--') && !['--region', '--output', '--cli-connect-timeout', '--cli-read-timeout'].includes(all[index - 1] ?? ''));
  const words = all.slice(from);
  const name = words.slice(0, 2).join(' ');
  state.calls.push(name);
  try {
    if (caller === undefined) throw new Refused(`nobody is known at ${address}`);
    const answer = CALLS[name];
    if (answer === undefined) throw new Refused(`${name} is not known`);
    const out = answer(wordsOf(words.slice(2), caller), caller);
    return { out: out === '' ? '' : JSON.stringify(out), err: '', code: 0 };
  } catch (error) {
    return { out: '', err: `An error occurred: ${(error as Error).message}\n`, code: 254 };
  }
}

function found<T>(all: ReadonlyMap<string, T>, id: string): T {
  const one = all.get(id);
  if (one === undefined) throw new Refused(`${id} does not exist`);
  return one;
}

function ip(...words: string[]): void {
  execFileSync('ip', words, { stdio: 'pipe' });
}

function detach(volume: Volume): void {
  const holder = volume.holder === undefined ? undefined : state.instances.get(volume.holder);
  if (volume.loop !== undefined) execFileSync('losetup', ['-d', volume.loop]);
  if (holder !== undefined) {
    rmSync(`${holder.dev}/volume`, { force: true });
    rmSync(`${holder.dev}/disk`, { recursive: true, force: true });
  }
  delete volume.holder;
  delete volume.loop;
}

/** What the test itself orders. */
const ORDERS: { readonly [name: string]: (body: Record<string, string>) => unknown } = {
  instance: (body) => void state.instances.set(body.id!, { ...(body as unknown as Instance), pid: Number(body.pid), state: 'running' }),
  interface: (body) => void state.interfaces.set(body.id!, body as unknown as Interface),
  volume: (body) => void state.volumes.set(body.id!, body as unknown as Volume),
  secret: (body) => void state.secrets.set(body.id!, body.text === undefined ? { versions: new Map() } : { versions: new Map([['initial', body.text]]), current: 'initial' }),
  parameter: (body) => void state.parameters.set(body.name!, body.value!),
  /** As the cloud does when an instance is gone: what it held is free. */
  terminated: ({ id }) => {
    for (const one of state.interfaces.values()) {
      if (one.holder === id) {
        try {
          ip('link', 'del', `e${one.id.slice(-6)}`);
        } catch {
          // Went with the instance's namespace.
        }
        delete one.holder;
      }
    }
    for (const one of state.volumes.values()) if (one.holder === id) detach(one);
    state.instances.delete(id!);
  },
  state: ({ id, state: name }) => void (found(state.instances, id!).state = name!),
  corrupt: ({ key }) => void found(state.objects, key!).body.fill(0, 10, 20),
  read: () => ({
    objects: Object.fromEntries([...state.objects].map(([key, { about }]) => [key, about])),
    metrics: state.metrics,
    logs: Object.fromEntries(state.logs),
    secrets: Object.fromEntries([...state.secrets].map(([id, { versions }]) => [id, [...versions.values()]])),
    unhealthy: [...state.instances.values()].filter(({ unhealthy }) => unhealthy).map(({ id }) => id),
    calls: [...new Set(state.calls)].sort(),
  }),
};

function metadata(path: string, address: string): string | undefined {
  const caller = [...state.instances.values()].find((one) => one.address === address);
  if (path === '/latest/api/token') return 'token';
  if (path === '/latest/meta-data/instance-id') return caller?.id;
  return /\/macs\/[0-9a-f:]+\/subnet-ipv4-cidr-block$/.test(path) ? '10.77.0.0/24' : undefined;
}

function handle(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const text = Buffer.concat(chunks).toString();
    const address = (request.socket.remoteAddress ?? '').replace('::ffff:', '');
    const path = request.url ?? '';
    if (path === '/cli') response.end(JSON.stringify(call(text, address)));
    else if (path.startsWith('/order/')) response.end(JSON.stringify(ORDERS[path.slice(7)]?.(JSON.parse(text || '{}') as Record<string, string>) ?? null));
    else {
      const answer = metadata(path, address);
      response.statusCode = answer === undefined ? 404 : 200;
      response.end(answer ?? '');
    }
  });
}

createServer(handle).listen(8080, '10.77.0.1');
createServer(handle).listen(80, '169.254.169.254', () => process.stdout.write('listening\n'));
process.stdin.on('end', () => {
  for (const volume of state.volumes.values()) {
    try {
      detach(volume);
    } catch {
      // Its instance is gone.
    }
  }
  process.exit(0);
});
process.stdin.resume();
