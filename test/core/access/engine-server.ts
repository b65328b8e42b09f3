import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { ensureEngine } from '../../../lib/rehearsal/engines';
import type { EngineSpec } from '../../../lib/rehearsal/engines';

/** A real server on a socket of its own, and a connection that may do everything. */
export interface EngineServer {
  readonly version: string;
  readonly redis: Redis;
  readonly socket: string;
  stop(): Promise<void>;
}

/** Starts a real engine. */
export async function startEngine(spec: EngineSpec): Promise<EngineServer> {
  const engine = await ensureEngine(spec);
  const directory = mkdtempSync(join(tmpdir(), 'rb-acl-'));
  const socket = join(directory, 's');
  const { file, args } = engine.command('server', ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', directory]);
  const server = spawn(file, args, { stdio: 'ignore' });
  const redis = new Redis({ path: socket, retryStrategy: () => 50, maxRetriesPerRequest: 100 });
  redis.on('error', () => undefined);
  await redis.ping();
  return { version: engine.version, redis, socket, stop: () => stop(server, redis, directory) };
}

async function stop(server: ChildProcess, redis: Redis, directory: string): Promise<void> {
  redis.disconnect();
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await ended;
  rmSync(directory, { recursive: true, force: true });
}
