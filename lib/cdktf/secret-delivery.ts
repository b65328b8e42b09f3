import type { Construct } from 'constructs';
import type { AccessUser, NodeOfKind } from '../core/plan/nodes';
import type { ElasticacheReplicationGroupConfig, ElasticacheUserConfig, SecretsmanagerSecret } from './vendor';
import { DataAwsSecretsmanagerRandomPassword, DataAwsSecretsmanagerSecretVersion, Fn, propertyAccess, SecretsmanagerSecretVersion, Token } from './vendor';

/** Which toolkit this copy of the library speaks to. */
export const TOOLKIT: 'cdktf' | 'cdktn' = 'cdktf';

/** 1.2 has the postconditions that guard named shards. */
export const REQUIRED_TERRAFORM = '>= 1.2.0';

/** The same for a toolkit that checks what it is asked for. */
export const TARGET_VERSIONS = { terraform: '>=1.2.0', opentofu: '>=1.6.0' };

/** A user's password as the plan describes it. */
export type PasswordAuthentication = Extract<AccessUser['authentication'], { method: 'password' }>;

/** What a generated password must be like. */
export interface PasswordRules {
  readonly passwordLength: number;
  readonly excludeCharacters?: string;
  readonly excludePunctuation?: boolean;
}

/** Fills the secret with a name and a generated password. The generator draws a new one in every run; the secret keeps its first. */
export function generatePassword(scope: Construct, secret: SecretsmanagerSecret, username: string, rules: PasswordRules): SecretsmanagerSecretVersion {
  const generated = new DataAwsSecretsmanagerRandomPassword(scope, 'generated', { ...rules });
  return new SecretsmanagerSecretVersion(scope, 'version', {
    secretId: secret.id,
    secretString: Fn.jsonencode({ username, password: generated.randomPassword }),
    lifecycle: { ignoreChanges: ['secret_string'] },
  });
}

/**
 * Fills the secret with a generated password and tells the user about it. Provider 6.25 cannot write a user's password without
 * storing it, so the password is in the state, which must be encrypted and closed.
 *
 * The generator draws a new password in every run. The secret keeps its first one, and the user takes it from the secret's
 * version and not from the generator: when a run stops between the two, the next one gives the user what the secret holds.
 */
export function deliverPassword(
  scope: Construct,
  secret: SecretsmanagerSecret,
  user: NodeOfKind<'accessUser'>,
  password: PasswordAuthentication,
): Pick<ElasticacheUserConfig, 'passwords'> {
  const { passwordLength, excludeCharacters } = password;
  const version = generatePassword(scope, secret, user.userName, { passwordLength, excludeCharacters });
  return { passwords: [Token.asString(propertyAccess(Fn.jsondecode(version.secretString), ['password']))] };
}

/** Hands an existing AUTH token to the cache; with provider 6.25 it passes through the state. */
export function deliverAuthToken(scope: Construct, secretArn: string): Pick<ElasticacheReplicationGroupConfig, 'authToken'> {
  const version = new DataAwsSecretsmanagerSecretVersion(scope, 'auth-token', { secretId: secretArn });
  return { authToken: version.secretString };
}
