import type { Environment, WorkloadPreset } from './common';
import type { EncryptionSpec } from './operations';

/** Every default that a blueprint leaves to the library, stated once. Preset parameters are in `presets.ts`. */
export const DEFAULTS = {
  environment: 'production' as Environment,
  workload: 'cache' as WorkloadPreset,
  engine: 'valkey',
  /** Newest versions whose behaviour the rehearsals have measured, not the newest that the service sells. */
  version: { valkey: '8.1', redis: '7.1' },
  /** Not 6379: scanners and the AwsSolutions rules (AEC5) expect another port than the well-known one. */
  port: 6380,
  replicas: 1,
  tls: 'required' as NonNullable<EncryptionSpec['tls']>,
  logRetentionDays: { production: 365, staging: 30, development: 30 },
  /** 15 in production is what the NIST and HIPAA rule packs ask for. */
  backupRetentionDays: { production: 15, staging: 1, development: 1 },
  backupWindow: '03:00-04:00',
  maintenanceWindow: 'sun:05:00-sun:06:00',
  kmsDeletionWindowDays: 30,
  secretRecoveryWindowDays: 30,
  generatedPasswordLength: 64,
  scaling: { metric: 'engine-cpu', targetPercent: 60, scaleOutCooldownSeconds: 600, scaleInCooldownSeconds: 900 },
} as const;
