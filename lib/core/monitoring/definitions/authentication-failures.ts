import { PAGES } from '../../catalog';
import { defineAlarm, ticket } from '../definition';

/** Failures in five minutes: one mistyped password is no news. */
const FAILURES = 10;

/** Somebody keeps failing to authenticate: an attack, or a client that missed a rotation. AWS suggests the alarm. */
export const authenticationFailures = defineAlarm({
  key: 'authentication-failures',
  title: 'Failed authentications in five minutes',
  question: 'safe',
  scope: 'member',
  urgency: ticket,
  applies: (subject) => subject.authentication.required,
  appliesWhen: 'clients have to authenticate',
  metrics: () => [{ name: 'AuthenticationFailures', statistic: 'Sum' }],
  comparison: 'GreaterThanThreshold',
  threshold: () => FAILURES,
  thresholdFormula: `more than ${FAILURES} in 5 minutes`,
  unit: 'failures',
  periodSeconds: 300,
  evaluationPeriods: 1,
  datapointsToAlarm: 1,
  missingData: 'notBreaching',
  missingDataReason: 'no data point means that nobody failed',
  meaning: () => 'Clients keep failing to authenticate: a client with an old password after a rotation, or somebody who tries.',
  firstAction: () => 'First run ACL LOG on the node for the user name and address; update that client, or close its way in the security group.',
  source: PAGES.elasticache.metrics,
});
