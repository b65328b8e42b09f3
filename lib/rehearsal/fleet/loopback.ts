import { createServer, type Server } from 'node:net';
import { randomInt } from 'node:crypto';
import { RehearsalError } from '../errors';
import type { Host, HostSpec, Network, Possible } from './network';

const FIRST_HOST = 11;
/** Held on the first address of a run's block for as long as the run lives; the system frees it whatever happens. */
const CLAIM_PORT = 47_777;
const ATTEMPTS = 50;

async function claim(address: string): Promise<Server | undefined> {
  return await new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => resolve(undefined));
    server.listen({ host: address, port: CLAIM_PORT, exclusive: true }, () => resolve(server.unref()));
  });
}

/** One block 127.x.y.0/24 per run, so that two runs at a time never share an address. */
async function claimBlock(): Promise<{ readonly block: string; readonly held: Server }> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const block = `127.${randomInt(64, 128)}.${randomInt(0, 256)}`;
    const held = await claim(`${block}.1`);
    if (held !== undefined) return { block, held };
  }
  throw new RehearsalError(
    'RB951',
    'the fleet must have loopback addresses of its own (127.64.0.0/10), got none that can be bound; rehearse on Linux, where all of 127.0.0.0/8 is local',
  );
}

/** Hosts that are only addresses: processes can be killed and frozen, but the network cannot be cut. */
export async function createLoopback(specs: readonly HostSpec[], reason: string): Promise<Network> {
  const { block, held } = await claimBlock();
  const hosts: Host[] = specs.map((spec, index) => ({ ...spec, address: `${block}.${FIRST_HOST + index}` }));
  const impossible: Possible = {
    possible: false,
    reason: `a network cut needs network namespaces, and the hosts are loopback addresses: ${reason}`,
  };
  return {
    isolation: 'loopback',
    reason,
    hosts,
    onHost: (_host, file, args) => ({ file, args }),
    cut: () => impossible,
    heal: () => impossible,
    removeSync: () => void held.close(),
  };
}
