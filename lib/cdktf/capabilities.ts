/** One thing that the Terraform backends do, or do not do, as users need to know it. */
export interface Capability {
  readonly topic: string;
  readonly cdktf: string;
  readonly cdktn: string;
  /** Where the limit comes from. */
  readonly source?: string;
}

/** What the two Terraform toolkits differ in, and what Terraform cannot do; the README's table is made from this. */
export const CAPABILITIES: readonly Capability[] = [
  {
    topic: 'Terraform',
    cdktf: '1.2 or newer, or OpenTofu; AWS provider 6.25',
    cdktn: '1.11 or newer, or OpenTofu 1.11; AWS provider 6.66',
  },
  {
    topic: 'State',
    cdktf: 'a local file beside the output directory, `terraform.<cache id>.<region>.tfstate`, holds passwords; another backend in `backend_override.tf`: [docs/cli.md](docs/cli.md#terraform-state)',
    cdktn: 'a local file beside the output directory, `terraform.<cache id>.<region>.tfstate`; another backend in `backend_override.tf`: [docs/cli.md](docs/cli.md#terraform-state)',
  },
  {
    topic: 'Passwords of users',
    cdktf: 'generated into Secrets Manager, and in the Terraform state: encrypt and close the state',
    cdktn: 'generated into Secrets Manager; in neither plan nor state. Runs read the secret, so they need `secretsmanager:GetSecretValue`',
    source: 'https://developer.hashicorp.com/terraform/language/resources/ephemeral/write-only',
  },
  {
    topic: 'AUTH token',
    cdktf: 'read from its secret, and in the Terraform state; a new token is sent in the next run',
    cdktn: 'read from its secret, not in the state; a new token is sent after raising `resources.replicationGroup.authTokenWoVersion`',
    source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group',
  },
  {
    topic: 'Engine version while AWS installs minor versions (the default)',
    cdktf: 'stated at creation, then left to AWS. A run that shall raise it fails and says how: `maintenance.autoMinorVersionUpgrade: false` with the new version, for that run',
    cdktn: 'stated at creation, then left to AWS. A run that shall raise it fails and says how: `maintenance.autoMinorVersionUpgrade: false` with the new version, for that run',
    source: 'https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/elasticache/engine_version.go',
  },
  {
    topic: 'Adding and removing shards and replicas',
    cdktf: 'in place; the highest shards are removed first',
    cdktn: 'in place; the highest shards are removed first',
    source: 'https://github.com/hashicorp/terraform-provider-aws/issues/49695',
  },
  {
    topic: 'Named shards with slots, zones or gaps',
    cdktf: 'unsupported after creation: removing a chosen shard or changing replicas. A postcondition stops the run and names the AWS command',
    cdktn: 'unsupported after creation: removing a chosen shard or changing replicas. A postcondition stops the run and names the AWS command',
    source: 'https://github.com/hashicorp/terraform-provider-aws/issues/49695',
  },
  {
    topic: 'Passwords of self-managed nodes',
    cdktf: 'generated into Secrets Manager, and in the Terraform state: encrypt and close the state',
    cdktn: 'generated into Secrets Manager; in neither plan nor state',
    source: 'https://developer.hashicorp.com/terraform/language/resources/ephemeral/write-only',
  },
  {
    topic: 'Generated certificate authority',
    cdktf: 'made by the first node; its key is never in plan or state',
    cdktn: 'made by the first node; its key is never in plan or state',
  },
  {
    topic: 'Changing a self-managed node',
    cdktf: 'a run changes the launch template and ends no instance: replace the nodes one after the other, as the runbook says',
    cdktn: 'a run changes the launch template and ends no instance: replace the nodes one after the other, as the runbook says',
    source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html',
  },
  {
    topic: 'Image of self-managed nodes',
    cdktf: 'the vendor\'s newest, looked up whenever an instance starts',
    cdktn: 'the vendor\'s newest, looked up whenever an instance starts',
    source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/using-systems-manager-parameters.html',
  },
  {
    topic: 'Destroying self-managed nodes that are not disposable',
    cdktf: 'refused by `prevent_destroy` on volumes, addresses, bucket and key. A node that leaves the blueprint goes, and its volume is kept as a snapshot',
    cdktn: 'refused by `prevent_destroy` on volumes, addresses, bucket and key. A node that leaves the blueprint goes, and its volume is kept as a snapshot',
    source: 'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle',
  },
  {
    topic: 'Destroying a cache that is not disposable',
    cdktf: 'refused by `prevent_destroy` on cache and key; log groups are left behind',
    cdktn: 'refused by `prevent_destroy` on cache and key; log groups are left behind',
    source: 'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle',
  },
];
