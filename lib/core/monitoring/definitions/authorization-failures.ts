import { PAGES } from '../../catalog';
import { defineAlarm, ticket } from '../definition';

/** Refusals in five minutes: a person who tries a command once is no news. */
const REFUSALS = 10;

/** A known user keeps asking for what its access string refuses: a wrong access string after a release, or misuse. */
export const authorizationFailures = defineAlarm({
  key: 'authorization-failures',
  title: 'Refused commands, keys and channels in five minutes',
  question: 'safe',
  scope: 'member',
  urgency: ticket,
  applies: (subject) => subject.authentication.accessStrings,
  appliesWhen: 'users have access strings',
  metrics: () => [
    { name: 'CommandAuthorizationFailures', statistic: 'Sum' },
    { name: 'KeyAuthorizationFailures', statistic: 'Sum' },
    { name: 'ChannelAuthorizationFailures', statistic: 'Sum' },
  ],
  expression: (operands) => operands.map(({ id }) => id).join('+'),
  comparison: 'GreaterThanThreshold',
  threshold: () => REFUSALS,
  thresholdFormula: `commands + keys + channels: more than ${REFUSALS} in 5 minutes`,
  unit: 'refusals',
  periodSeconds: 300,
  evaluationPeriods: 1,
  datapointsToAlarm: 1,
  missingData: 'notBreaching',
  missingDataReason: 'no data point means that nothing was refused',
  meaning: () => 'A user keeps asking for commands, keys or channels that its access string refuses.',
  firstAction: () => 'First run ACL LOG on the node for user and command; if a release needs it, widen that user in the blueprint, otherwise treat it as misuse of the credentials.',
  source: PAGES.elasticache.metrics,
});
