import { ACCESS_SYNTAX_MINIMUM, compareVersions, isKnownVersion } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { namedUsers, usesWords } from './named-users';

export const channelsVersion: Rule = {
  code: 'RB157',
  name: 'channels-version',
  severity: 'warning',
  title: 'Channels are limited on an engine version that can limit them.',
  why: 'Older versions let every user that may publish or subscribe use every channel.',
  source: ACCESS_SYNTAX_MINIMUM.channels.source,
  check: (context) => {
    const { engine, version } = context.resolved;
    const first = ACCESS_SYNTAX_MINIMUM.channels[engine];
    if (!isKnownVersion('elasticache', engine, version) || compareVersions(version, first) >= 0) return [];
    return namedUsers(context)
      .filter(usesWords)
      .flatMap(({ path, user: { channels } }) =>
        channels.length === 0 || channels.includes('*') ? [] : [hit([...path, 'channels'], `cannot be limited before ${engine} ${first}, got ${version}`, 'use a later version, or state `channels: ["*"]`', version)],
      );
  },
};
