import type { SharedRule } from '../rule';
import { hit } from '../hit';

/** Of TCP. */
const LAST_PORT = 65_535;

export const portRange: SharedRule = {
  code: 'RB336',
  name: 'port-range',
  severity: 'error',
  looksAt: 'every',
  title: 'The port is a TCP port.',
  why: 'Another number is refused while the security group or the cache is created.',
  source: 'https://www.rfc-editor.org/rfc/rfc6335',
  check: ({ resolved: { port } }) => (port >= 1 && port <= LAST_PORT ? [] : [hit(['port'], `must be from 1 to ${LAST_PORT}, got ${port}`, 'remove it to get the default', port)]),
};
