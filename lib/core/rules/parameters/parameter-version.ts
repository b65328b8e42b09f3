import { compareVersions, PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { statedParameters } from './own-parameters';

export const parameterVersion: Rule = {
  code: 'RB123',
  name: 'parameter-version',
  severity: 'error',
  title: 'Every parameter is one that the engine version reads.',
  why: 'A family spans several versions; an older one of them ignores the parameter, or the service refuses it.',
  source: PAGES.elasticache.parameters,
  check: (context) => {
    const { engine, version } = context.resolved;
    return statedParameters(context).flatMap(({ name, parameter }) =>
      parameter?.appliesFrom !== undefined && compareVersions(version, parameter.appliesFrom) < 0
        ? [hit(['parameters', name], `needs ${engine} ${parameter.appliesFrom}, got ${version}`, 'remove it, or use a later version', version)]
        : [],
    );
  },
};
