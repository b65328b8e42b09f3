import { SELF_MANAGED_DEFAULTS } from '../../blueprint/self-managed-defaults';
import { directiveProblems } from '../../config/directive-problems';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const directives: SelfManagedRule = {
  code: 'RB537',
  name: 'directives',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'Directives exist in the engine version, have a value that it accepts, and are not set by the library.',
  why: 'The engine does not start with a line that it does not know, and one that the library owns would undo what was checked.',
  source: 'https://valkey.io/topics/valkey.conf/',
  check: ({ resolved }) =>
    SELF_MANAGED_DEFAULTS.version[resolved.image][resolved.engine] !== resolved.version
      ? []
      : directiveProblems(resolved).map(({ directive, problem, remedy }) => hit(['directives', directive], problem, remedy)),
};
