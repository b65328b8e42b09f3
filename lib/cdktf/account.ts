import type { Construct } from 'constructs';
import { DataAwsCallerIdentity, DataAwsPartition, DataAwsRegion } from './vendor';

/** Account, region and partition of the deployment, read once and only when a policy needs them. */
export class AwsAccount {
  private identity?: DataAwsCallerIdentity;
  private here?: DataAwsRegion;
  private part?: DataAwsPartition;

  constructor(private readonly scope: Construct) {}

  get accountId(): string {
    return (this.identity ??= new DataAwsCallerIdentity(this.scope, 'account')).accountId;
  }

  get region(): string {
    return (this.here ??= new DataAwsRegion(this.scope, 'region')).region;
  }

  get partition(): string {
    return (this.part ??= new DataAwsPartition(this.scope, 'partition')).partition;
  }
}
