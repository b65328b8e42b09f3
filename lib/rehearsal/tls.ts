import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { isIPv4, isIPv6 } from 'node:net';
import * as path from 'node:path';
import { bitString, der, integer, objectId, sequence, TAG, time } from './der';

const DAY_MS = 86_400_000;

/** A certificate and its private key, both as PEM. */
export interface KeyPair {
  readonly cert: string;
  readonly key: string;
}

export interface LeafOptions {
  readonly commonName: string;
  /** Names and addresses that the certificate stands for. @default - none, as for a client */
  readonly hosts?: readonly string[];
  /** @default - one day ago, as clocks differ */
  readonly notBefore?: Date;
  /** @default - in seven days, longer than any rehearsal */
  readonly notAfter?: Date;
}

/** A throw-away certificate authority for one run. */
export interface Authority {
  /** The authority's own certificate, as PEM. */
  readonly cert: string;
  /** Issues a certificate that serves for both ends: Redis nodes are servers and each other's clients. */
  issue(options: LeafOptions): KeyPair;
}

interface Certificate {
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly issuer: string;
  readonly issuerKey: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: readonly Buffer[];
}

const ECDSA_WITH_SHA256 = sequence(objectId('1.2.840.10045.4.3.2'));

function name(commonName: string): Buffer {
  return sequence(der(TAG.set, sequence(objectId('2.5.4.3'), der(TAG.utf8String, Buffer.from(commonName)))));
}

function extension(id: string, critical: boolean, value: Buffer): Buffer {
  const flag = critical ? [der(TAG.boolean, Buffer.from([0xff]))] : [];
  return sequence(objectId(id), ...flag, der(TAG.octetString, value));
}

function keyIdentifier(key: KeyObject): Buffer {
  return createHash('sha1').update(key.export({ type: 'spki', format: 'der' })).digest();
}

function addressBytes(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail] = address.split('::');
  const groups = (text: string): string[] => text.split(':').filter((group) => group !== '');
  const [left, right] = [groups(head), groups(tail ?? '')];
  const all = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

function alternativeNames(hosts: readonly string[]): Buffer {
  const entries = hosts.map((host) =>
    isIPv4(host) || isIPv6(host) ? der(0x87, addressBytes(host)) : der(0x82, Buffer.from(host)),
  );
  return extension('2.5.29.17', false, sequence(...entries));
}

function basicConstraints(authority: boolean): Buffer {
  return extension('2.5.29.19', true, authority ? sequence(der(TAG.boolean, Buffer.from([0xff]))) : sequence());
}

/** Signing of certificates and lists for an authority, signing of handshakes for the others. */
function keyUsage(authority: boolean): Buffer {
  return extension('2.5.29.15', true, authority ? bitString(Buffer.from([0x06]), 1) : bitString(Buffer.from([0x80]), 7));
}

function extendedKeyUsage(): Buffer {
  return extension('2.5.29.37', false, sequence(objectId('1.3.6.1.5.5.7.3.1'), objectId('1.3.6.1.5.5.7.3.2')));
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1 */
function certificate(made: Certificate): string {
  const serial = randomBytes(16);
  // The first bit of a serial number must be clear and the number positive.
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(serial),
    ECDSA_WITH_SHA256,
    name(made.issuer),
    sequence(time(made.notBefore), time(made.notAfter)),
    name(made.subject),
    made.publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        ...made.extensions,
        extension('2.5.29.14', false, der(TAG.octetString, keyIdentifier(made.publicKey))),
        extension('2.5.29.35', false, sequence(der(0x80, keyIdentifier(made.issuerKey.publicKey)))),
      ),
    ),
  );
  return pem(sequence(body, ECDSA_WITH_SHA256, bitString(sign('sha256', body, made.issuerKey.privateKey))));
}

/** Creates a certificate authority that exists in memory only. */
export function createAuthority(commonName: string): Authority {
  const issuerKey = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = commonName;
  const period = (): { readonly notBefore: Date; readonly notAfter: Date } => ({
    notBefore: new Date(Date.now() - DAY_MS),
    notAfter: new Date(Date.now() + 7 * DAY_MS),
  });
  const extensions = [basicConstraints(true), keyUsage(true)];
  return {
    cert: certificate({ subject: issuer, publicKey: issuerKey.publicKey, issuer, issuerKey, extensions, ...period() }),
    issue({ commonName: subject, hosts = [], ...wanted }) {
      const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const times = period();
      return {
        cert: certificate({
          subject,
          issuer,
          issuerKey,
          publicKey: own.publicKey,
          notBefore: wanted.notBefore ?? times.notBefore,
          notAfter: wanted.notAfter ?? times.notAfter,
          extensions: [
            basicConstraints(false),
            keyUsage(false),
            extendedKeyUsage(),
            ...(hosts.length === 0 ? [] : [alternativeNames(hosts)]),
          ],
        }),
        key: own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      };
    },
  };
}

/** Files as Redis's `tls-ca-cert-file`, `tls-cert-file` and `tls-key-file` want them. */
export interface TlsFiles {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** Writes a certificate, its key and its authority into a folder, readable by this user only. */
export function writeTlsFiles(directory: string, authority: Authority, pair: KeyPair): TlsFiles {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const write = (file: string, text: string): string => {
    const place = path.join(directory, file);
    writeFileSync(place, text, { mode: 0o600 });
    return place;
  };
  return {
    ca: write('ca.crt', authority.cert),
    cert: write('tls.crt', pair.cert),
    key: write('tls.key', pair.key),
  };
}
