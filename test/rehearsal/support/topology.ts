import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { ensureEngine, type Engine, type EngineSpec } from '../../../lib/rehearsal/engines';
import type { Fleet, FleetProcess } from '../../../lib/rehearsal/fleet';
import { createAuthority, writeTlsFiles, type Authority } from '../../../lib/rehearsal/tls';

export const PORT = 6379;
export const PASSWORD = 'rehearsal-only';

/** The engine under test: `REHEARSAL_ENGINE="valkey 9"` picks another one. */
export const SPEC: EngineSpec = specOf(process.env.REHEARSAL_ENGINE ?? 'redis');

function specOf(text: string): EngineSpec {
  const [engine, version] = text.split(' ');
  return { engine: engine === 'valkey' ? 'valkey' : 'redis', version };
}

export async function anyEngine(): Promise<Engine> {
  return await ensureEngine(SPEC);
}

/** Starts a plain server on a host, with settings as `name value` lines. */
export async function startServer(fleet: Fleet, host: string, settings: readonly string[] = [], name?: string): Promise<FleetProcess> {
  const configFile = path.join(fleet.hostDirectory(host), 'redis.conf');
  const { address } = fleet.host(host);
  const basic = [`bind ${address}`, `replica-announce-ip ${address}`, 'protected-mode no', 'save ""', 'repl-diskless-sync-delay 0'];
  writeFileSync(configFile, [`port ${PORT}`, ...basic, ...settings, ''].join('\n'));
  return await fleet.spawn(host, await anyEngine(), { configFile, name });
}

/** Settings of a server that speaks TLS alone, to clients with a certificate and a user. */
export function secured(fleet: Fleet, host: string, authority: Authority = createAuthority('run')): string[] {
  const pair = authority.issue({ commonName: host, hosts: [fleet.host(host).address] });
  const files = writeTlsFiles(path.join(fleet.hostDirectory(host), 'tls'), authority, pair);
  return [
    'port 0',
    `tls-port ${PORT}`,
    `tls-ca-cert-file ${files.ca}`,
    `tls-cert-file ${files.cert}`,
    `tls-key-file ${files.key}`,
    'user default off',
    `user app on >${PASSWORD} ~app:* +@read +@write -@dangerous +ping +wait`,
    `user operator on >${PASSWORD} ~* &* +@all`,
  ];
}
