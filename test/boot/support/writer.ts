/** A client beside the nodes: writes numbered records through Sentinel until its input ends, then says which were acknowledged. */
import { Redis } from 'ioredis';

interface Order {
  readonly sentinels: readonly { host: string; port: number }[];
  readonly name: string;
  readonly password: string;
  readonly ca: string;
}

const order = JSON.parse(process.argv[2]!) as Order;
const acknowledged: number[] = [];
let greatestGap = 0;
let last = Date.now();
let stopped = false;

const tls = { ca: order.ca, checkServerIdentity: () => undefined };
const redis = new Redis({
  sentinels: [...order.sentinels],
  name: order.name,
  username: 'app',
  password: order.password,
  sentinelUsername: 'app',
  sentinelPassword: order.password,
  tls,
  sentinelTLS: tls,
  enableTLSForSentinelMode: true,
  sentinelRetryStrategy: () => 100,
  retryStrategy: () => 100,
  reconnectOnError: (error) => (error.message.includes('READONLY') ? 1 : false),
  maxRetriesPerRequest: 0,
  commandTimeout: 8000,
  socketTimeout: 2000,
  disableClientInfo: true,
});
redis.on('error', () => undefined);

async function write(): Promise<void> {
  for (let number = 0; !stopped; number += 1) {
    try {
      await redis.set(`app:${number}`, String(number));
      acknowledged.push(number);
      greatestGap = Math.max(greatestGap, Date.now() - last);
      last = Date.now();
      if (acknowledged.length === 100) process.stdout.write('writing\n');
      await new Promise((resolve) => setTimeout(resolve, 1));
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  process.stdout.write(`${JSON.stringify({ acknowledged, greatestGap })}\n`, () => process.exit(0));
}

process.stdin.on('end', () => (stopped = true));
process.stdin.resume();
void write();
