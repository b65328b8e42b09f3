import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { TOPIC_PUBLISHERS } from '../../core/catalog';
import { MAIN, nodeScope } from '../node-scope';
import type { RenderContext, Renderer } from '../render-context';

/** One encrypted topic with a policy for exactly those who publish, or the topics that exist. */
export const renderNotificationTopic: Renderer<'notificationTopic'> = (node, context) => {
  if (node.source.from === 'existing') {
    const [first] = node.source.arns;
    if (first === undefined) throw new Error(`plan ${context.plan.id} names no topic`);
    return { arns: node.source.arns, eventsArn: first };
  }
  const { name, key, emails } = node.source;
  const scope = nodeScope(node, context);
  const resource = new sns.CfnTopic(scope, MAIN, {
    topicName: name,
    kmsMasterKeyId: context.rendered('encryptionKey', key).arn,
  });
  const policy = new sns.CfnTopicPolicy(scope, 'Policy', { topics: [resource.ref], policyDocument: topicPolicy(resource.ref, context) });
  for (const email of emails) new sns.CfnSubscription(scope, `email-${email}`, { topicArn: resource.ref, protocol: 'email', endpoint: email });
  return { resource, policy, arns: [resource.ref], eventsArn: resource.ref };
};

function topicPolicy(topicArn: string, { stack }: RenderContext): iam.PolicyDocument {
  const { alarms } = TOPIC_PUBLISHERS;
  return new iam.PolicyDocument({
    statements: [
      new iam.PolicyStatement({
        sid: 'Alarms',
        actions: [...alarms.actions],
        principals: [new iam.ServicePrincipal(alarms.principal())],
        resources: [topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
      // ElastiCache publishes as the topic's owner and supports no other condition key:
      // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ECEvents.SNS.html
      new iam.PolicyStatement({
        sid: 'CacheEvents',
        actions: ['sns:Publish'],
        principals: [new iam.AnyPrincipal()],
        resources: [topicArn],
        conditions: { StringEquals: { 'aws:SourceOwner': stack.account } },
      }),
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
