import type { Construct } from 'constructs';
import type { SentinelBlueprint } from '../core/blueprint';
import { SelfManagedBase } from './self-managed';

/** The options of a Sentinel deployment; network ids may be tokens. */
export type RedisSentinelProps = Omit<SentinelBlueprint, 'kind'>;

/** A primary and its replicas on EC2, watched by Sentinels that agree before they fail over: nodes that heal themselves and keep address, name and data. */
export class RedisSentinel extends SelfManagedBase {
  constructor(scope: Construct, id: string, props: RedisSentinelProps) {
    super(scope, id, { ...props, kind: 'sentinel' });
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
