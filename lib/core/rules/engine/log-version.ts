import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { lacking } from './minimum';

export const logVersion: Rule = {
  code: 'RB106',
  name: 'log-version',
  severity: 'error',
  title: 'Slow log and engine log need an engine version that delivers them.',
  why: 'The service refuses a log delivery that the engine cannot make.',
  source: PAGES.elasticache.logDelivery,
  check: (context) => {
    const { slowLog, engineLog } = context.resolved.logs;
    return [
      ...(slowLog ? lacking(context, 'slowLog', ['logs', 'slowLog'], 'delivery of the slow log', 'state `logs.slowLog: false`, or use a later version') : []),
      ...(engineLog ? lacking(context, 'engineLog', ['logs', 'engineLog'], 'delivery of the engine log', 'state `logs.engineLog: false`, or use a later version') : []),
    ];
  },
};
