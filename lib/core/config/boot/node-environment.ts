/** A value that is known only at deployment and that user data writes into the node's environment file. */
export interface NodeEnvVariable {
  /** Name in the file; `SECRET_ARN_*` stands once for each user, see `secretVariable`. */
  readonly name: string;
  readonly meaning: string;
  /** Nodes that have it. */
  readonly on: 'every node' | 'data nodes';
}

/** File that user data writes: one `NAME=value` a line, unquoted, nothing in it is run. */
export const NODE_ENV_FILE = '/etc/redis-blueprints/node.env';

/** Every name that a node reads from its environment file. Each is an identifier or an address of a resource, never a secret. */
export const NODE_ENV_VARIABLES: readonly NodeEnvVariable[] = [
  { name: 'REGION', meaning: 'region of the deployment', on: 'every node' },
  { name: 'INTERFACE_ID', meaning: 'id of the network interface that is the node\'s own', on: 'every node' },
  { name: 'VOLUME_ID', meaning: 'id of the volume that is the node\'s own', on: 'every node' },
  { name: 'SECRET_ARN_*', meaning: 'ARN of the secret that holds a user\'s password, as text or as JSON with `password`', on: 'every node' },
  { name: 'AUTHORITY_SECRET_ARN', meaning: 'ARN of the secret that holds, or will hold, `ca.crt` and `ca.key` as JSON', on: 'every node' },
  { name: 'KEY_ARN', meaning: 'ARN of the key that encrypts backups', on: 'every node' },
  { name: 'LOG_GROUP', meaning: 'name of the log group', on: 'every node' },
  { name: 'BACKUP_BUCKET', meaning: 'name of the bucket for backups', on: 'data nodes' },
];

/**
 * Name of the variable with the ARN of a user's secret.
 *
 * Characters that a variable cannot have become their code, so that two users never share one.
 */
export function secretVariable(user: string): string {
  return `SECRET_ARN_${user.replace(/[^A-Za-z0-9]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`)}`;
}
