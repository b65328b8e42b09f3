import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

/** Of TCP. */
const LAST_PORT = 65_535;

export const sentinelPort: SelfManagedRule = {
  code: 'RB508',
  name: 'sentinel-port',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'Sentinels listen on a port of their own.',
  why: 'On a machine that runs both, two processes cannot listen on one port, and the firewall opens each port for what it is.',
  source: 'https://valkey.io/topics/sentinel/',
  check: ({ resolved }) => {
    if (resolved.kind !== 'sentinel') return [];
    const { port } = resolved.sentinels;
    if (port < 1 || port > LAST_PORT) return [hit(['sentinels', 'port'], `must be from 1 to ${LAST_PORT}, got ${port}`, 'remove it to get the default', port)];
    return port === resolved.port ? [hit(['sentinels', 'port'], `must differ from \`port\`, got ${port} for both`, 'remove one of them to get its default', port)] : [];
  },
};
