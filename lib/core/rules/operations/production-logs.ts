import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';

export const productionLogs: Rule = {
  code: 'RB380',
  name: 'production-logs',
  severity: 'warning',
  title: 'Production delivers the slow log and the engine log.',
  why: 'After a failover the engine log is the only witness, and slow commands are found nowhere else.',
  source: PAGES.elasticache.logDelivery,
  check: ({ blueprint, resolved: { environment } }) =>
    environment !== 'production'
      ? []
      : (['slowLog', 'engineLog'] as const)
          .filter((log) => blueprint.logs?.[log] === false)
          .map((log) => hit(['logs', log], 'should be true in production, got false', 'remove it', false)),
};
