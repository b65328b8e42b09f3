import { plan } from '../../lib/core';
import { templateOf, terraformOf } from './backends';
import { exampleNames, managedDeploymentsOf } from './examples';
import { factsOfPlan } from './plan-facts';
import { factsOfTemplate } from './template-facts';
import { factsOfTerraform } from './terraform-facts';

describe.each(exampleNames())('example %s', (example) => {
  test('CloudFormation states the facts of the plan', async () => {
    for (const blueprint of await managedDeploymentsOf(example)) expect(factsOfTemplate(templateOf(blueprint))).toEqual(factsOfPlan(plan(blueprint)));
  });

  test('Terraform states the facts of the plan', async () => {
    for (const blueprint of await managedDeploymentsOf(example)) expect(factsOfTerraform(terraformOf(blueprint))).toEqual(factsOfPlan(plan(blueprint)));
  });
});

/** The readers are worth something only if they notice: one change in the output for each kind of fact. */
describe('the comparison notices', () => {
  const changed = async (change: (template: ReturnType<typeof templateOf>) => void): Promise<boolean> => {
    const [blueprint] = await managedDeploymentsOf('session-store');
    const template = structuredClone(templateOf(blueprint!));
    change(template);
    return JSON.stringify(factsOfTemplate(template)) !== JSON.stringify(factsOfPlan(plan(blueprint!)));
  };
  const edit = (type: string, property: string, value: unknown) => (template: ReturnType<typeof templateOf>) => {
    const resource = Object.values(template.Resources).find((candidate) => candidate.Type === type && property in candidate.Properties)!;
    resource.Properties[property] = value;
  };

  test.each([
    ['a missing replica', edit('AWS::ElastiCache::ReplicationGroup', 'NumCacheClusters', 2)],
    ['Multi-AZ off', edit('AWS::ElastiCache::ReplicationGroup', 'MultiAZEnabled', false)],
    ['TLS that is only preferred', edit('AWS::ElastiCache::ReplicationGroup', 'TransitEncryptionMode', 'preferred')],
    ['a key without rotation', edit('AWS::KMS::Key', 'EnableKeyRotation', false)],
    ['open ingress', edit('AWS::EC2::SecurityGroup', 'SecurityGroupIngress', [{ CidrIp: '0.0.0.0/0', FromPort: 6380 }])],
    ['open egress', edit('AWS::EC2::SecurityGroup', 'SecurityGroupEgress', undefined)],
    ['a wider access string', edit('AWS::ElastiCache::User', 'AccessString', 'on ~* +@all')],
    ['another parameter', edit('AWS::ElastiCache::ParameterGroup', 'Properties', { 'maxmemory-policy': 'allkeys-lru' })],
    ['a shorter retention', edit('AWS::Logs::LogGroup', 'RetentionInDays', 1)],
    ['another dimension', edit('AWS::CloudWatch::Alarm', 'Dimensions', [{ Name: 'CacheClusterId', Value: 'sessions-0001-001' }])],
    ['another threshold', edit('AWS::CloudWatch::Alarm', 'Threshold', 99)],
    ['other missing data', edit('AWS::CloudWatch::Alarm', 'TreatMissingData', 'ignore')],
    ['an alarm that tells nobody', edit('AWS::CloudWatch::Alarm', 'AlarmActions', undefined)],
    ['an empty dashboard', edit('AWS::CloudWatch::Dashboard', 'DashboardBody', '{"widgets":[]}')],
  ])('%s', async (_, change) => {
    expect(await changed(change)).toBe(true);
  });
});
