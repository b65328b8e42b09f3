import { createConnection, type Socket } from 'node:net';
import { connect as tlsConnect, type ConnectionOptions } from 'node:tls';
import { AbstractConnector, Redis, type RedisOptions } from 'ioredis';
import type { Host } from './network';

export interface AdminOptions {
  readonly port: number;
  /** @default - the server's default user */
  readonly username?: string;
  /** @default - no authentication */
  readonly password?: string;
  /** @default - plaintext */
  readonly tls?: Pick<ConnectionOptions, 'ca' | 'cert' | 'key'>;
  /** Milliseconds until a command counts as unanswered. @default - 2000, so that a frozen server does not hold a drill */
  readonly commandTimeoutMs?: number;
}

/** Opens a raw connection to a port of a host. */
export function openSocket(host: Host, port: number, relayPath: string | undefined): Socket {
  if (relayPath === undefined) return createConnection({ host: host.address, port });
  const socket = createConnection(relayPath);
  socket.write(`${port}\n`);
  return socket;
}

/** A client for looking at and steering one server; it reconnects by itself and fails fast. */
export function createAdmin(host: Host, options: AdminOptions, relayPath: string | undefined): Redis {
  class HostConnector extends AbstractConnector {
    constructor() {
      super(200);
    }

    override async connect(): Promise<Socket> {
      this.connecting = true;
      const socket = openSocket(host, options.port, relayPath);
      // The certificate is checked against the host's address, whatever way the bytes take.
      this.stream = options.tls === undefined ? socket : tlsConnect({ ...options.tls, socket, host: host.address });
      // A refusal reaches both layers, and may do so before or after the client listens; its end is what counts.
      for (const layer of [socket, this.stream]) layer.on('error', () => layer.destroy());
      socket.once('close', () => this.stream?.destroy());
      return this.stream as Socket;
    }
  }
  const settings: RedisOptions = {
    Connector: HostConnector as unknown as NonNullable<RedisOptions['Connector']>,
    username: options.username,
    password: options.password,
    tls: options.tls,
    connectTimeout: 2_000,
    commandTimeout: options.commandTimeoutMs ?? 2_000,
    maxRetriesPerRequest: 1,
    enableReadyCheck: false,
    // The handshake would name the client, which old access lists forbid.
    disableClientInfo: true,
    retryStrategy: () => 50,
  };
  const client = new Redis(settings);
  // Failures surface on the commands; without a listener they would be printed.
  client.on('error', () => undefined);
  return client;
}
