import { commandName, lintUserCommand } from '../../access';
import { SELF_MANAGED_DEFAULTS } from '../../blueprint/self-managed-defaults';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const applicationUserCommands: SelfManagedRule = {
  code: 'RB545',
  name: 'application-user-commands',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'Allowed and denied commands are ones that the engine version knows.',
  why: 'The engine does not start with an ACL file that names another one.',
  source: 'https://valkey.io/topics/acl/',
  check: ({ resolved: { users, engine, version, image } }) =>
    SELF_MANAGED_DEFAULTS.version[image][engine] !== version
      ? []
      : users.flatMap((user, position) =>
          (['allowCommands', 'denyCommands'] as const).flatMap((key) =>
            user[key].flatMap((command, index) =>
              lintUserCommand(key === 'allowCommands' ? '+' : '-', commandName(command), { engine, version }, 'own-nodes').map(({ problem, remedy }) => hit(['users', position, key, index], problem, remedy, command)),
            ),
          ),
        ),
};
