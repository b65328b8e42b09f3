import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { TOPIC_PUBLISHERS } from '../../core/catalog';
import { acknowledge } from '../acknowledgements';
import { MAIN, nodeScope } from '../node-scope';
import type { RenderContext, Renderer } from '../render-context';

/** A topic with a policy for exactly the one who publishes, or the topics that exist. */
export const renderNotificationTopic: Renderer<'notificationTopic'> = (node, context) => {
  if (node.source.from === 'existing') {
    const [first] = node.source.arns;
    if (first === undefined) throw new Error(`plan ${context.plan.id} names no topic`);
    return { arns: node.source.arns, eventsArn: first };
  }
  const { name, key, emails, publisher } = node.source;
  const scope = nodeScope(node, context);
  const resource = new sns.CfnTopic(scope, MAIN, {
    topicName: name,
    kmsMasterKeyId: key === undefined ? undefined : context.rendered('encryptionKey', key).arn,
  });
  if (key === undefined) acknowledge(resource, 'unencryptedEvents');
  const policy = new sns.CfnTopicPolicy(scope, 'Policy', { topics: [resource.ref], policyDocument: topicPolicy(resource.ref, publisher, context) });
  for (const email of emails) new sns.CfnSubscription(scope, `email-${email}`, { topicArn: resource.ref, protocol: 'email', endpoint: email });
  return { resource, policy, arns: [resource.ref], eventsArn: resource.ref };
};

type Publisher = 'alarms' | 'cache-events';

function topicPolicy(topicArn: string, publisher: Publisher, context: RenderContext): iam.PolicyDocument {
  return new iam.PolicyDocument({
    statements: [
      PUBLISHERS[publisher](topicArn, context),
      new iam.PolicyStatement({
        sid: 'RefusePlaintext',
        effect: iam.Effect.DENY,
        actions: ['sns:Publish'],
        principals: [new iam.AnyPrincipal()],
        resources: [topicArn],
        conditions: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    ],
  });
}

const PUBLISHERS: { readonly [K in Publisher]: (topicArn: string, context: RenderContext) => iam.PolicyStatement } = {
  alarms: (topicArn, { stack }) =>
    new iam.PolicyStatement({
      sid: 'Alarms',
      actions: [...TOPIC_PUBLISHERS.alarms.actions],
      principals: [new iam.ServicePrincipal(TOPIC_PUBLISHERS.alarms.principal())],
      resources: [topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  // ElastiCache publishes as the topic's owner and supports no other condition key:
  // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ECEvents.SNS.html
  'cache-events': (topicArn, { stack }) =>
    new iam.PolicyStatement({
      sid: 'CacheEvents',
      actions: ['sns:Publish'],
      principals: [new iam.AnyPrincipal()],
      resources: [topicArn],
      conditions: { StringEquals: { 'aws:SourceOwner': stack.account } },
    }),
};
