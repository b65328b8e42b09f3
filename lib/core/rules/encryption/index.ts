import type { Rule, SharedRule } from '../rule';
import { kmsKeyArn } from './kms-key-arn';
import { kmsKeyRegion } from './kms-key-region';
import { tlsOffInProduction } from './tls-off-in-production';
import { tlsOffWithAccess } from './tls-off-with-access';
import { tlsPreferredInProduction } from './tls-preferred-in-production';

export const encryptionRules: readonly (Rule | SharedRule)[] = [tlsOffWithAccess, tlsPreferredInProduction, tlsOffInProduction, kmsKeyArn, kmsKeyRegion];
