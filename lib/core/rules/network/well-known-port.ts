import { DEFAULTS } from '../../blueprint/defaults';
import type { Rule } from '../rule';
import { hit } from '../hit';

/** The port that every client and every scanner tries first. */
const WELL_KNOWN = 6379;

export const wellKnownPort: Rule = {
  code: 'RB337',
  name: 'well-known-port',
  severity: 'warning',
  title: 'The port is not the well-known one.',
  why: 'The AwsSolutions rules (AEC5) refuse it, because scanners try it first; changing it later replaces the cache.',
  source: 'https://github.com/cdklabs/cdk-nag/blob/main/RULES.md',
  check: ({ resolved: { port } }) => (port === WELL_KNOWN ? [hit(['port'], `should not be the well-known port, got ${port}`, `use ${DEFAULTS.port}, or another port`, port)] : []),
};
