import { TOPIC_PUBLISHERS } from '../../core/catalog';
import type { Renderer } from '../context';
import { literal } from '../text';
import { SnsTopic, SnsTopicPolicy, SnsTopicSubscription } from '../vendor';

/**
 * A topic for one publisher. ElastiCache publishes its events only under `aws:SourceOwner`; with
 * `aws:SourceAccount`, the default of new topics, it switches the notifications off.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ECEvents.SNS.html
 */
export const renderNotificationTopic: Renderer<'notificationTopic'> = (node, context) => {
  const { source } = node;
  if (source.from === 'existing') return { arns: source.arns };
  const scope = context.scopeOf(node);
  const { account } = context;
  const topic = new SnsTopic(scope, 'Default', {
    name: literal(source.name),
    kmsMasterKeyId: source.key === undefined ? undefined : context.get('encryptionKey', source.key).arn,
    tags: context.tags,
  });
  const publishers = {
    alarms: {
      Sid: 'Alarms',
      Effect: 'Allow',
      Principal: { Service: TOPIC_PUBLISHERS.alarms.principal() },
      Action: TOPIC_PUBLISHERS.alarms.actions,
      Resource: topic.arn,
      Condition: { StringEquals: { 'aws:SourceAccount': account.accountId } },
    },
    'cache-events': {
      Sid: 'CacheEvents',
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: 'sns:Publish',
      Resource: topic.arn,
      Condition: { StringEquals: { 'aws:SourceOwner': account.accountId } },
    },
  };
  const policy = new SnsTopicPolicy(scope, 'policy', {
    arn: topic.arn,
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        publishers[source.publisher],
        {
          Sid: 'OnlyEncryptedTransport',
          Effect: 'Deny',
          Principal: '*',
          Action: 'sns:Publish',
          Resource: topic.arn,
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    }),
  });
  for (const email of source.emails) {
    new SnsTopicSubscription(scope, `to-${email.replace(/[^A-Za-z0-9.@_+-]/g, '-')}`, { topicArn: topic.arn, protocol: 'email', endpoint: literal(email) });
  }
  return { arns: [topic.arn], topic, policy };
};
