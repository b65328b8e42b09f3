import { createConnection, createServer, type Socket } from 'node:net';

export interface RelayArguments {
  readonly socketPath: string;
  readonly address: string;
}

/** Reads the line that says which port is wanted, and leaves the rest on the socket. */
async function wantedPort(socket: Socket): Promise<number> {
  return await new Promise((resolve, reject) => {
    let head = Buffer.alloc(0);
    const onData = (chunk: Buffer): void => {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\n');
      if (end < 0) return;
      socket.off('data', onData);
      socket.pause();
      if (head.length > end + 1) socket.unshift(head.subarray(end + 1));
      resolve(Number(head.subarray(0, end).toString()));
    };
    socket.on('data', onData);
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed')));
  });
}

/**
 * Lets the rehearsal speak with a host from outside: a Unix socket is visible across network namespaces.
 *
 * It runs on the host itself, so that a host can be looked at while it is cut off from all others.
 */
export async function createService({ socketPath, address }: RelayArguments): Promise<object> {
  const server = createServer({ allowHalfOpen: false }, (outside) => {
    outside.on('error', () => outside.destroy());
    wantedPort(outside).then(
      (port) => {
        const inside = createConnection({ host: address, port });
        inside.on('error', () => outside.destroy());
        inside.on('close', () => outside.destroy());
        outside.on('close', () => inside.destroy());
        outside.pipe(inside).pipe(outside);
      },
      () => outside.destroy(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
  return {};
}
