import { connect, type ConnectionOptions } from 'node:tls';
import { judged } from '../drill-result';
import { createAuthority } from '../tls';
import type { AnyDeployment } from '../topology';
import type { Drill } from './drill';

const ANSWER_MS = 1500;

/** Nothing but TLS with a certificate of this deployment's authority gets an answer, on any port of any node. */
export const tls: Drill = {
  name: 'tls',
  title: 'TLS: plaintext and wrong certificates are refused',
  objective: () => 'no answer in plaintext, to a certificate of another authority, or below TLS 1.2; nodes that show their own are trusted',
  async run({ deployment, objectives }) {
    const complaints: string[] = [];
    const ports = portsOf(deployment);
    for (const { node, port } of ports) complaints.push(...(await probePort(deployment, node, port)));
    return judged(this.name, this.objective(objectives), { ports: ports.length, probes: ports.length * 5, unexpected: complaints.length }, complaints);
  },
};

function portsOf(deployment: AnyDeployment): readonly { readonly node: string; readonly port: number }[] {
  const { port } = deployment.resolved;
  if (deployment.kind === 'cluster') return deployment.nodeNames.map((node) => ({ node, port }));
  const { port: sentinelPort } = deployment.resolved.sentinels;
  return [...deployment.dataNodes.map((node) => ({ node, port })), ...deployment.sentinelNodes.map((node) => ({ node, port: sentinelPort }))];
}

async function probePort(deployment: AnyDeployment, node: string, port: number): Promise<readonly string[]> {
  const stranger = createAuthority('stranger');
  const own = deployment.authority.issue({ commonName: 'client' });
  const ca = deployment.authority.cert;
  const tries: readonly (readonly [string, boolean, ConnectionOptions | undefined])[] = [
    ['plaintext', false, undefined],
    ['a client with a certificate of another authority', false, { ca, ...stranger.issue({ commonName: 'client' }) }],
    ['a client that trusts another authority', false, { ca: stranger.cert }],
    ['TLS 1.1', false, { ca, minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }],
    ['a client with a certificate of this authority', true, { ca, ...own }],
  ];
  const complaints: string[] = [];
  for (const [what, expected, options] of tries) {
    if ((await answers(deployment, node, port, options)) !== expected) complaints.push(`${what} ${expected ? 'must be' : 'must not be'} answered on port ${port} of ${node}`);
  }
  return complaints;
}

/** Whether a server says anything to a PING; being asked for a password is an answer, too. */
async function answers(deployment: AnyDeployment, node: string, port: number, options: ConnectionOptions | undefined): Promise<boolean> {
  const raw = await deployment.fleet.connect(node, port);
  const socket = options === undefined ? raw : connect({ ...options, socket: raw, host: deployment.address(node) });
  try {
    return await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), ANSWER_MS);
      const end = (answered: boolean): void => {
        clearTimeout(timer);
        resolve(answered);
      };
      for (const layer of [raw, socket]) {
        layer.once('error', () => end(false));
        layer.once('close', () => end(false));
      }
      socket.once('data', (data: Buffer) => end(/^[-+]/.test(data.toString())));
      socket.write('PING\r\n');
    });
  } finally {
    socket.destroy();
    raw.destroy();
  }
}
