import type { Sourced } from './source';
import { PAGES } from './vendor-pages';

/** What a vendor accepts as an identifier. */
export interface NameRule extends Sourced {
  readonly min: number;
  readonly max: number;
  /** The whole identifier; length is checked by `min` and `max`. */
  readonly pattern: RegExp;
  /** The pattern in words, for messages. */
  readonly describe: string;
  /** Kept in lower case by the service, so that two names differing in case collide. */
  readonly lowerCased: boolean;
}

/** A letter first, then letters, digits and single hyphens, none at the end. */
const HYPHENATED = /^[A-Za-z](?!.*--)[A-Za-z0-9-]*(?<!-)$/;
const HYPHENATED_WORDS =
  'letters, digits and hyphens, starting with a letter, without two hyphens in a row or one at the end';

/**
 * Identifiers and what each service accepts.
 *
 * AWS states no length for user ids, user group ids and serverless cache names in its API reference;
 * 40 is what its console enforces, and the safe side.
 */
export const NAME_RULES = {
  replicationGroupId: hyphenated(40, PAGES.elasticache.createReplicationGroup),
  cacheClusterId: hyphenated(50, PAGES.elasticache.createCacheCluster),
  serverlessCacheName: hyphenated(40, PAGES.elasticache.createServerlessCache),
  parameterGroupName: hyphenated(255, PAGES.elasticache.createParameterGroup),
  subnetGroupName: hyphenated(255, PAGES.elasticache.createSubnetGroup),
  userId: hyphenated(40, PAGES.elasticache.createUser),
  userGroupId: hyphenated(40, PAGES.elasticache.createUserGroup),
  /** What the client sends with AUTH. The API names no pattern; the engines forbid spaces and NUL. */
  userName: {
    min: 1,
    max: 128,
    pattern: /^[^\s\0]+$/,
    describe: 'characters other than spaces',
    lowerCased: false,
    source: PAGES.elasticache.createUser,
  },
  nodeGroupId: {
    min: 1,
    max: 4,
    pattern: /^\d{1,4}$/,
    describe: 'one to four digits',
    lowerCased: false,
    source: PAGES.elasticache.nodeGroupConfiguration,
  },
  /** `Name` of a snapshot, also of one exported to S3. */
  snapshotName: {
    min: 1,
    max: 1_000,
    pattern: /^[\s\S]+$/,
    describe: 'any characters UTF-8 can encode',
    lowerCased: false,
    source: PAGES.elasticache.backupExport,
  },
  memoryDbClusterName: hyphenated(40, PAGES.memorydb.createCluster),
  memoryDbUserName: hyphenated(40, PAGES.memorydb.createUser),
  /** Avoid a hyphen and six characters at the end: Secrets Manager adds just that to the ARN. */
  secretName: {
    min: 1,
    max: 512,
    pattern: /^[A-Za-z0-9/_+=.@-]+$/,
    describe: 'letters, digits and the characters / _ + = . @ -',
    lowerCased: false,
    source: PAGES.secretsManager.createSecret,
  },
  logGroupName: {
    min: 1,
    max: 512,
    pattern: /^[.\-_/#A-Za-z0-9]+$/,
    describe: 'letters, digits and the characters . - _ / #',
    lowerCased: false,
    source: PAGES.logs.createLogGroup,
  },
  topicName: {
    min: 1,
    max: 256,
    pattern: /^[A-Za-z0-9_-]+(\.fifo)?$/,
    describe: 'letters, digits, hyphens and underscores',
    lowerCased: false,
    source: PAGES.sns.createTopic,
  },
  alarmName: {
    min: 1,
    max: 255,
    pattern: /^[^\u0000-\u001f\u007f]+$/,
    describe: 'characters other than control characters',
    lowerCased: false,
    source: PAGES.cloudWatch.putMetricAlarm,
  },
} as const satisfies Readonly<Record<string, NameRule>>;

/** What is allowed when `name` breaks `rule`; undefined when it is accepted. */
export function checkName(rule: NameRule, name: string): string | undefined {
  if (name.length >= rule.min && name.length <= rule.max && rule.pattern.test(name)) {
    return undefined;
  }
  return `${rule.min} to ${rule.max} characters: ${rule.describe}`;
}

/** Rules for a secret that a service checks. */
export interface SecretRule extends Sourced {
  readonly minLength: number;
  readonly maxLength: number;
  readonly pattern: RegExp;
  /** Characters to leave out of generated secrets, as Secrets Manager takes them. */
  readonly excludeCharacters: string;
  readonly describe: string;
}

/**
 * Characters ElastiCache refuses in a user's password, as Secrets Manager takes them to leave out.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
 */
export const PASSWORD_FORBIDDEN_CHARACTERS = ',"/@';

/**
 * Passwords of ElastiCache users.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
 */
export const USER_PASSWORD_RULE: SecretRule = {
  minLength: 16,
  maxLength: 128,
  pattern: /^[\x21\x23-\x2b\x2d\x2e\x30-\x3f\x41-\x7e]+$/,
  excludeCharacters: PASSWORD_FORBIDDEN_CHARACTERS,
  describe: '16 to 128 printable characters without , " / @',
  source: PAGES.elasticache.accessControl,
};

/**
 * AUTH tokens. AWS allows only ! & # $ ^ < > - as symbols; Terraform's provider refuses only @ " /.
 * AWS's own list is the narrower and stands.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html
 */
export const AUTH_TOKEN_RULE: SecretRule = {
  minLength: 16,
  maxLength: 128,
  pattern: /^[A-Za-z0-9!&#$^<>-]+$/,
  excludeCharacters: '"%\'()*+,./:;=?@[\\]_`{|}~ ',
  describe: '16 to 128 letters, digits and the characters ! & # $ ^ < > -',
  source: PAGES.elasticache.authToken,
};

/** What is allowed when `secret` breaks `rule`; undefined when it is accepted. */
export function checkSecret(rule: SecretRule, secret: string): string | undefined {
  const rightLength = secret.length >= rule.minLength && secret.length <= rule.maxLength;
  return rightLength && rule.pattern.test(secret) ? undefined : rule.describe;
}

/** The user name Redis and Valkey know before any other is made. */
export const DEFAULT_USER_NAME = 'default';

function hyphenated(max: number, source: string): NameRule {
  return { min: 1, max, pattern: HYPHENATED, describe: HYPHENATED_WORDS, lowerCased: true, source };
}
