import { PAGES } from '../../catalog';
import { defineAlarm, ticket } from '../definition';

/** IAM authentication is throttled: clients cannot connect although their token is right. */
export const iamThrottling = defineAlarm({
  key: 'iam-throttling',
  title: 'Throttled IAM authentications',
  question: 'safe',
  scope: 'member',
  urgency: ticket,
  applies: (subject) => subject.authentication.iam,
  appliesWhen: 'a user authenticates with IAM, or the user group is managed elsewhere and one might',
  metrics: () => [{ name: 'IamAuthenticationThrottling', statistic: 'Sum' }],
  comparison: 'GreaterThanThreshold',
  threshold: () => 0,
  thresholdFormula: 'any throttled request',
  unit: 'throttled requests',
  periodSeconds: 60,
  evaluationPeriods: 5,
  datapointsToAlarm: 3,
  missingData: 'notBreaching',
  missingDataReason: 'no data point means that nothing was throttled',
  meaning: () => 'Clients authenticate with IAM more often than the service allows: new connections are refused although the token is right.',
  firstAction: () => 'First find the client that reconnects in a loop (NewConnections by time of deployment) and make it keep its connections.',
  source: PAGES.elasticache.iamAuthentication,
});
