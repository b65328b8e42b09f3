import { ensureEngine } from '../../../lib/rehearsal/engines';
import { Fleet } from '../../../lib/rehearsal/fleet';

/** Starts a fleet, says what it started, and then ends in the way that the test asks for. */
async function main(fate: string): Promise<void> {
  const engine = await ensureEngine({ engine: 'redis' });
  const fleet = await Fleet.start({ hosts: [{ name: 'a' }] });
  const server = await fleet.spawn('a', engine, { args: ['--bind', fleet.host('a').address, '--port', '6379', '--protected-mode', 'no', '--save', ''] });
  await fleet.adminWhenReady('a', { port: 6379 });
  process.stdout.write(`${JSON.stringify({ id: fleet.id, directory: fleet.directory, server: server.identity, isolation: fleet.isolation, cut: fleet.cut('a') })}\n`);
  if (fate === 'throw') setTimeout(() => { throw new Error('a bug in a drill'); }, 10);
  if (fate === 'exit') process.exit(3);
  setInterval(() => undefined, 1_000);
}

void main(process.argv[2] ?? '');
