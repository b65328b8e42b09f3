import { commandName, lintUserCommand } from '../../access';
import { isKnownVersion } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { namedUsers, usesWords } from './named-users';

export const userCommands: Rule = {
  code: 'RB150',
  name: 'user-commands',
  severity: 'error',
  title: 'Allowed and denied commands are ones that the engine version knows and the service does not withhold.',
  why: 'The service refuses an access string that names another command.',
  source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SupportedCommands.html',
  check: (context) => {
    const { engine, version } = context.resolved;
    if (!isKnownVersion('elasticache', engine, version)) return [];
    return namedUsers(context)
      .filter(usesWords)
      .flatMap(({ path, user }) =>
        (['allowCommands', 'denyCommands'] as const).flatMap((key) =>
          user[key].flatMap((command, index) =>
            lintUserCommand(key === 'allowCommands' ? '+' : '-', commandName(command), { engine, version }).map(({ problem, remedy }) => hit([...path, key, index], problem, remedy, command)),
          ),
        ),
      );
  },
};
