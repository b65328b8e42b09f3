import type { Construct } from 'constructs';
import type { SentinelBlueprint } from '../core/blueprint';
import { SelfManagedDeployment } from './self-managed';
import { translateSelfManagedProps } from './self-managed-props';
import type { SelfManagedConstructProps } from './self-managed-props';

/** Props of a Sentinel deployment: the keys of a `sentinel` blueprint, and CDK objects for what exists already. */
export interface RedisSentinelProps extends Omit<SentinelBlueprint, 'kind' | 'network'>, SelfManagedConstructProps {}

/** A primary and its replicas on EC2, watched by Sentinels that agree before they fail over: nodes that heal themselves and keep address, name and data. */
export class RedisSentinel extends SelfManagedDeployment {
  constructor(scope: Construct, id: string, props: RedisSentinelProps) {
    const { blueprint, findings } = translateSelfManagedProps<Omit<SentinelBlueprint, 'kind' | 'network'>>(scope, props);
    super(scope, id, { ...blueprint, kind: 'sentinel' }, findings);
  }

  /** Sentinels that clients ask for the primary, `host:port` each. */
  get sentinels(): readonly string[] {
    return this.told('output-sentinels').split(',');
  }

  /** Name that the Sentinels know the primary by. */
  get primaryName(): string {
    return this.told('output-primary-name');
  }
}
