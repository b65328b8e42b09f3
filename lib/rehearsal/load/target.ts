import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { eventually } from '../clock';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** PEM texts; the server's certificate must stand for the address that is dialled. */
export interface TargetTls {
  readonly ca: string;
  readonly cert?: string;
  readonly key?: string;
}

interface Credentials {
  /** @default - the server's default user */
  readonly username?: string;
  /** @default - no authentication */
  readonly password?: string;
  /** Also used towards Sentinels. @default - plaintext */
  readonly tls?: TargetTls;
}

/** One server. */
export interface PlainTarget extends Credentials, Address {
  readonly mode: 'plain';
}

/** Whatever server the Sentinels call the primary. */
export interface SentinelTarget extends Credentials {
  readonly mode: 'sentinel';
  readonly sentinels: readonly Address[];
  /** Name of the monitored group. */
  readonly primaryName: string;
  /** @default - the Sentinels' default user */
  readonly sentinelUsername?: string;
  /** @default - Sentinels without authentication */
  readonly sentinelPassword?: string;
}

/** A cluster, found through some of its nodes. */
export interface ClusterTarget extends Credentials {
  readonly mode: 'cluster';
  readonly nodes: readonly Address[];
}

/** What a client connects to; plain data, as it travels to other processes. */
export type Target = PlainTarget | SentinelTarget | ClusterTarget;

export type Client = Redis | Cluster;

/** Milliseconds without data, while an answer is owed, after which a connection is given up: a frozen server closes nothing. */
const SOCKET_TIMEOUT_MS = 1_000;
const RETRY_MS = 100;
/** Milliseconds between looks at the slot table, so that a promoted replica is found without a redirection. */
const SLOTS_REFRESH_MS = 1_000;

/**
 * Settings under which a client recovers from every fault that a rehearsal injects.
 *
 * The stock settings never leave a frozen primary. A request fails at once instead of being repeated: a repeated
 * WAIT on a new connection would confirm a write that it has not seen.
 */
function robust({ username, password, tls }: Credentials): RedisOptions {
  return {
    username,
    password,
    tls,
    socketTimeout: SOCKET_TIMEOUT_MS,
    connectTimeout: SOCKET_TIMEOUT_MS,
    disconnectTimeout: RETRY_MS,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    retryStrategy: () => RETRY_MS,
    // A demoted primary keeps its connections and refuses writes.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
    // Access lists before 7.2 do not know the command that names a client.
    disableClientInfo: true,
    lazyConnect: true,
  };
}

function create(target: Target): Client {
  switch (target.mode) {
    case 'plain':
      return new Redis({ ...robust(target), host: target.host, port: target.port });
    case 'sentinel':
      return new Redis({
        ...robust(target),
        name: target.primaryName,
        sentinels: [...target.sentinels],
        sentinelUsername: target.sentinelUsername,
        sentinelPassword: target.sentinelPassword,
        sentinelTLS: target.tls,
        enableTLSForSentinelMode: target.tls !== undefined,
        sentinelRetryStrategy: () => RETRY_MS,
        sentinelCommandTimeout: SOCKET_TIMEOUT_MS,
        failoverDetector: true,
      });
    case 'cluster': {
      const { enableOfflineQueue, retryStrategy: _retry, ...redisOptions } = robust(target);
      return new Cluster([...target.nodes], {
        enableOfflineQueue,
        redisOptions,
        slotsRefreshInterval: SLOTS_REFRESH_MS,
        slotsRefreshTimeout: SOCKET_TIMEOUT_MS,
        clusterRetryStrategy: () => RETRY_MS,
        lazyConnect: true,
      });
    }
  }
}

/** A connected client, and the way to close it for good. */
export interface OpenClient {
  readonly client: Client;
  close(): void;
}

/** Connects with the robust settings and keeps the client alive until it is closed. */
export async function openClient(target: Target, timeoutMs = 10_000): Promise<OpenClient> {
  const client = create(target);
  let closed = false;
  let failure: Error | undefined;
  const connect = (): void => void client.connect().catch((error: Error) => (failure = error));
  client.on('error', (error: Error) => (failure = error));
  // A client that has given up stays dead unless it is told to go on.
  client.on('end', () => {
    if (!closed) setTimeout(() => !closed && connect(), RETRY_MS);
  });
  const close = (): void => {
    closed = true;
    client.disconnect();
  };
  connect();
  try {
    await eventually(
      () => {
        if (client.status === 'ready') return true;
        if (failure !== undefined) throw failure;
        return false;
      },
      { what: `a connection (${target.mode})`, timeoutMs },
    );
  } catch (error) {
    close();
    throw error;
  }
  return { client, close };
}
