import type { Rule, SharedRule } from '../rule';
import { emailFormat } from './email-format';
import { emailsWithoutTopic } from './emails-without-topic';
import { productionRecipients } from './production-recipients';
import { thresholdRange } from './threshold-range';
import { topicArn } from './topic-arn';
import { topicCount } from './topic-count';
import { topicFifo } from './topic-fifo';
import { topicRegion } from './topic-region';

export const monitoringRules: readonly (Rule | SharedRule)[] = [
  productionRecipients,
  emailFormat,
  topicArn,
  topicRegion,
  topicFifo,
  emailsWithoutTopic,
  topicCount,
  thresholdRange,
];
