import type { Construct } from 'constructs';
import type { ElasticacheReplicationGroupConfig, ElasticacheUserConfig, SecretsmanagerSecret } from '../cdktn/vendor';
import { Fn, propertyAccess, SecretsmanagerSecretVersion, Token } from '../cdktn/vendor';
import type { AccessUser, NodeOfKind } from '../core/plan/nodes';
import { EphemeralAwsSecretsmanagerRandomPassword, EphemeralAwsSecretsmanagerSecretVersion } from './vendor-ephemeral';

/** A user's password as the plan describes it. */
export type PasswordAuthentication = Extract<AccessUser['authentication'], { method: 'password' }>;

/** Which toolkit this copy of the library speaks to. */
export const TOOLKIT: 'cdktf' | 'cdktn' = 'cdktn';

/**
 * Write-only arguments came with Terraform 1.11 and with OpenTofu 1.11.
 * @see https://developer.hashicorp.com/terraform/language/resources/ephemeral/write-only
 */
export const REQUIRED_TERRAFORM = '>= 1.11.0';

/** The same for a toolkit that checks what it is asked for. */
export const TARGET_VERSIONS = { terraform: '>=1.11.0', opentofu: '>=1.11.0' };

/** Raised only by hand, through the escape hatch, when the write-only values shall be sent again. */
const FIRST_VERSION = 1;

/** What a generated password must be like. */
export interface PasswordRules {
  readonly passwordLength: number;
  readonly excludeCharacters?: string;
  readonly excludePunctuation?: boolean;
}

/** Fills the secret with a name and a generated password, with nothing of it in plan or state. Write-only values are sent once. */
export function generatePassword(scope: Construct, secret: SecretsmanagerSecret, username: string, rules: PasswordRules): SecretsmanagerSecretVersion {
  const generated = new EphemeralAwsSecretsmanagerRandomPassword(scope, 'generated', { ...rules });
  return new SecretsmanagerSecretVersion(scope, 'version', {
    secretId: secret.id,
    secretStringWo: Fn.jsonencode({ username, password: generated.randomPassword }),
    secretStringWoVersion: FIRST_VERSION,
  });
}

/**
 * Fills the secret with a generated password and tells the user about it, with nothing of it in plan or state.
 *
 * The generator draws a new password in every run, and write-only values are sent once. So the user must not take it from the
 * generator: when a run stops between the secret and the user, the next one would give the user another password than the secret
 * holds. The user reads it back from the secret. The read names the version's ARN, which is unknown until the version exists;
 * the secret's own ARN would let Terraform read an empty secret while planning, after a run that stopped in between.
 */
export function deliverPassword(
  scope: Construct,
  secret: SecretsmanagerSecret,
  user: NodeOfKind<'accessUser'>,
  password: PasswordAuthentication,
): Pick<ElasticacheUserConfig, 'passwordsWo' | 'passwordsWoVersion'> {
  const { passwordLength, excludeCharacters } = password;
  const version = generatePassword(scope, secret, user.userName, { passwordLength, excludeCharacters });
  const held = new EphemeralAwsSecretsmanagerSecretVersion(scope, 'held', { secretId: version.arn });
  return { passwordsWo: Token.asString(propertyAccess(Fn.jsondecode(held.secretString), ['password'])), passwordsWoVersion: FIRST_VERSION };
}

/** Hands an existing AUTH token to the cache without storing it. */
export function deliverAuthToken(scope: Construct, secretArn: string): Pick<ElasticacheReplicationGroupConfig, 'authTokenWo' | 'authTokenWoVersion'> {
  const held = new EphemeralAwsSecretsmanagerSecretVersion(scope, 'auth-token', { secretId: secretArn });
  return { authTokenWo: held.secretString, authTokenWoVersion: FIRST_VERSION };
}
