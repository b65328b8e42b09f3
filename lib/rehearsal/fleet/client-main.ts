import { createRequire } from 'node:module';
import { messageOf } from '../errors';
import { OPEN, type Request, type Response, type ServiceFactory } from './client-process';

type Functions = Record<string, (params: unknown) => Promise<unknown>>;

/** Serves one client module over the channel to the rehearsal, and ends with it. */
function serve(modulePath: string): void {
  // The module is named at run time: the fleet does not know its clients.
  const { createService } = createRequire(__filename)(modulePath) as { createService: ServiceFactory<unknown, Functions> };
  let service: Functions = {};

  async function answer({ method, params }: Request): Promise<unknown> {
    if (method === OPEN) {
      service = await createService(params);
      return undefined;
    }
    const wanted = service[method];
    if (wanted === undefined) throw new Error(`the client has no function ${method}`);
    return await wanted.call(service, params);
  }

  process.on('message', (message) => {
    const request = message as Request;
    answer(request).then(
      (result) => reply({ id: request.id, result }),
      (error: unknown) => reply({ id: request.id, error: messageOf(error) }),
    );
  });
}

function reply(response: Response): void {
  if (process.connected) process.send?.(response);
}

process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
serve(process.argv[2] ?? '');
