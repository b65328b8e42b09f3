import { CfnDeletionPolicy, Mixin, Token, Validations } from 'aws-cdk-lib';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import type { IConstruct } from 'constructs';
import { DEFAULTS } from '../core/blueprint/defaults';
import { HARDENING } from '../core/rules/outside';

/** What hardening may assume about a group. */
export interface HardenReplicationGroupProps {
  /**
   * Whether the group is deployed already. Then nothing is changed that would replace it and its data, such as encryption at rest, which is
   * reported as a warning instead; and TLS takes its first step, `preferred`, since clients without TLS would be cut off.
   * @default true
   */
  readonly deployed?: boolean;
}

/**
 * Hardens replication groups that others wrote, to the library's own defaults: TLS, encryption at rest, failover over zones, snapshots,
 * minor upgrades, and a snapshot before deletion. What the group states stays, unless it switches one of these off.
 * `Mixins.of(stack).apply(new HardenReplicationGroup())`
 */
export class HardenReplicationGroup extends Mixin {
  private readonly deployed: boolean;

  constructor(props: HardenReplicationGroupProps = {}) {
    super();
    this.deployed = props.deployed ?? true;
  }

  override supports(construct: IConstruct): construct is elasticache.CfnReplicationGroup {
    return elasticache.CfnReplicationGroup.isCfnReplicationGroup(construct);
  }

  applyTo(construct: IConstruct): void {
    if (!this.supports(construct)) return;
    this.encryptInTransit(construct);
    this.encryptAtRest(construct);
    surviveFailures(construct);
    keepSnapshots(construct);
    construct.autoMinorVersionUpgrade ??= true;
  }

  /** @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption-enable.html */
  private encryptInTransit(group: elasticache.CfnReplicationGroup): void {
    if (!isOff(group.transitEncryptionEnabled)) return;
    group.transitEncryptionEnabled = true;
    group.transitEncryptionMode = this.deployed ? 'preferred' : DEFAULTS.tls;
    if (this.deployed) {
      Validations.of(group).addWarning(HARDENING.tls.code, `TLS is \`preferred\` and clients may still connect without it; move them over, then set \`TransitEncryptionMode\` to \`required\` [${HARDENING.tls.code}]`);
    }
  }

  private encryptAtRest(group: elasticache.CfnReplicationGroup): void {
    if (!isOff(group.atRestEncryptionEnabled)) return;
    if (!this.deployed) {
      group.atRestEncryptionEnabled = true;
      return;
    }
    Validations.of(group).addWarning(
      HARDENING.atRest.code,
      `\`AtRestEncryptionEnabled\` must be true, and changing it replaces the group; restore a snapshot into a new group, or pass \`deployed: false\` for one that holds no data [${HARDENING.atRest.code}]`,
    );
  }
}

/** Failover needs a second node; a group that states one node is left alone. */
function surviveFailures(group: elasticache.CfnReplicationGroup): void {
  const nodes = group.numCacheClusters ?? (group.replicasPerNodeGroup === undefined ? undefined : group.replicasPerNodeGroup + 1);
  const sharded = group.nodeGroupConfiguration !== undefined || (group.numNodeGroups ?? 1) > 1;
  const hasReplica = nodes !== undefined && (Token.isUnresolved(nodes) || nodes > 1);
  if (sharded || hasReplica) group.automaticFailoverEnabled = keepToken(group.automaticFailoverEnabled, true);
  if (hasReplica) group.multiAzEnabled = keepToken(group.multiAzEnabled, true);
}

function keepSnapshots(group: elasticache.CfnReplicationGroup): void {
  if (group.snapshotRetentionLimit === undefined || group.snapshotRetentionLimit === 0) {
    group.snapshotRetentionLimit = DEFAULTS.backupRetentionDays.production;
  }
  group.snapshotWindow ??= DEFAULTS.backupWindow;
  group.preferredMaintenanceWindow ??= DEFAULTS.maintenanceWindow;
  group.cfnOptions.deletionPolicy ??= CfnDeletionPolicy.SNAPSHOT;
  group.cfnOptions.updateReplacePolicy ??= CfnDeletionPolicy.SNAPSHOT;
}

function isOff(flag: elasticache.CfnReplicationGroup['transitEncryptionEnabled']): boolean {
  return flag === undefined || flag === false;
}

/** A value that only deployment knows was chosen by somebody; it stays. */
function keepToken<T>(value: T | undefined, wanted: T): T {
  return value !== undefined && Token.isUnresolved(value) ? value : wanted;
}
