import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { connect, createServer, type ConnectionOptions } from 'node:tls';
import { createAuthority, writeTlsFiles, type KeyPair } from '../../lib/rehearsal/tls';
import { describeUnless } from './support/needs';

const authority = createAuthority('rehearsal');

/** Shakes hands over real sockets; resolves with what the server calls the client, or the first refusal. */
async function handshake(server: KeyPair, client: ConnectionOptions): Promise<string> {
  const listening = createServer({ ...server, ca: authority.cert, requestCert: true, rejectUnauthorized: true });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  try {
    return await new Promise<string>((resolve) => {
      listening.on('secureConnection', (socket) => {
        resolve(String(socket.getPeerCertificate().subject.CN));
        socket.destroy();
      });
      listening.on('tlsClientError', (error) => resolve(`server: ${(error as NodeJS.ErrnoException).code ?? error.message}`));
      const { port } = listening.address() as AddressInfo;
      const socket = connect({ host: '127.0.0.1', port, ca: authority.cert, ...client });
      socket.on('error', (error) => resolve(`client: ${(error as NodeJS.ErrnoException).code ?? error.message}`));
    });
  } finally {
    listening.close();
  }
}

describe('certificates of a run', () => {
  const server = authority.issue({ commonName: 'a1', hosts: ['127.0.0.1', '::1', 'a1.internal'] });
  const client = authority.issue({ commonName: 'app' });

  test('both ends accept each other', async () => {
    await expect(handshake(server, client)).resolves.toBe('app');
    await expect(handshake(server, { ...client, servername: 'a1.internal' })).resolves.toBe('app');
  });

  test('a client of another authority is refused by the server', async () => {
    const stranger = createAuthority('rehearsal').issue({ commonName: 'app' });
    await expect(handshake(server, stranger)).resolves.toMatch(/^server: /);
  });

  test('a client without a certificate is refused by the server', async () => {
    await expect(handshake(server, {})).resolves.toBe('server: ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE');
  });

  test('a server of another address is refused by the client', async () => {
    const elsewhere = authority.issue({ commonName: 'a2', hosts: ['127.0.0.2', 'a2.internal'] });
    await expect(handshake(elsewhere, client)).resolves.toBe('client: ERR_TLS_CERT_ALTNAME_INVALID');
  });

  test('an expired certificate is refused', async () => {
    const notAfter = new Date(Date.now() - 1_000);
    const expired = authority.issue({ commonName: 'a1', hosts: ['127.0.0.1'], notAfter });
    await expect(handshake(expired, client)).resolves.toBe('client: CERT_HAS_EXPIRED');
  });

  test('a certificate may outlast 2049, where the notation of dates changes', async () => {
    const lasting = authority.issue({ commonName: 'a1', hosts: ['127.0.0.1'], notAfter: new Date('2051-02-03T04:05:06Z') });
    await expect(handshake(lasting, client)).resolves.toBe('app');
  });
});

const openssl = spawnSync('openssl', ['version']).status === 0 ? undefined : 'no openssl on PATH';

describeUnless(openssl, 'certificates before a strict judge', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rb-tls-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('openssl finds nothing against them', () => {
    const files = writeTlsFiles(folder, authority, authority.issue({ commonName: 'a1', hosts: ['10.0.0.1', 'fe80::1:2', 'a1.internal'] }));
    const verified = spawnSync('openssl', ['verify', '-x509_strict', '-CAfile', files.ca, files.cert], { encoding: 'utf8' });
    expect(verified.stdout).toBe(`${files.cert}: OK\n`);
    const shown = spawnSync('openssl', ['x509', '-in', files.cert, '-noout', '-ext', 'subjectAltName'], { encoding: 'utf8' });
    expect(shown.stdout).toContain('IP Address:10.0.0.1, IP Address:FE80:0:0:0:0:0:1:2, DNS:a1.internal');
    expect(statSync(files.key).mode & 0o077).toBe(0);
  });
});
