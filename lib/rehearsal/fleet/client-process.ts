import { RehearsalError } from '../errors';
import type { FleetProcess } from './fleet-process';

/** What a client module exports: given its arguments, the functions that the rehearsal may call. */
export type ServiceFactory<A, S> = (args: A) => Promise<S> | S;

/** Functions with one plain-data argument and a plain-data result. */
export type Service<S> = { readonly [K in keyof S]: (params: never) => Promise<unknown> };

export interface Request {
  readonly id: number;
  readonly method: string;
  readonly params: unknown;
}

export interface Response {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

/** The method that hands a client its arguments; they go over the channel as a command line is public. */
export const OPEN = '$open';

type Pending = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

/** A Node.js process on a host whose functions can be called from here. */
export class ClientProcess<S extends Service<S>> {
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;

  constructor(readonly process: FleetProcess) {
    process.child.on('message', (message) => this.settle(message as Response));
    void process.exit.then(() => this.failAll());
  }

  /** Calls a function of the client's service. */
  async call<K extends keyof S & string>(
    method: K,
    ...[params]: Parameters<S[K]>
  ): Promise<Awaited<ReturnType<S[K]>>> {
    return (await this.request(method, params)) as Awaited<ReturnType<S[K]>>;
  }

  async request(method: string, params: unknown): Promise<unknown> {
    this.lastId += 1;
    const request: Request = { id: this.lastId, method, params };
    return await new Promise((resolve, reject) => {
      if (!this.process.running) return reject(this.gone());
      this.pending.set(request.id, { resolve, reject });
      this.process.child.send(request, (error) => {
        if (error !== null && this.pending.delete(request.id)) reject(error);
      });
    });
  }

  async close(): Promise<void> {
    await this.process.stop(1_000);
  }

  private settle({ id, result, error }: Response): void {
    const waiting = this.pending.get(id);
    this.pending.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error));
  }

  private gone(): Error {
    const { name, logPath } = this.process;
    return new RehearsalError('RB955', `the client \`${name}\` must be running, got an ended process; see ${logPath}`);
  }

  private failAll(): void {
    for (const waiting of this.pending.values()) waiting.reject(this.gone());
    this.pending.clear();
  }
}
