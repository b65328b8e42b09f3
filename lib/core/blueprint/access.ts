/** How a user proves who it is. */
export type UserAuthentication = 'password' | 'iam';

/** What a user may do, in words; compiled to an access string. `admin` still lacks the commands that the service withholds. */
export type AccessIntent = 'read' | 'write' | 'admin';

/** One named user of the cache. */
export interface UserSpec {
  /** Identity inside the blueprint; user ids and secrets derive from it. `default` is reserved. */
  readonly name: string;

  /**
   * What the user may do. `write` does not include `read`: state both where both are needed.
   * @default - nothing; then `commands` or `accessString` must say it
   */
  readonly can?: readonly AccessIntent[];

  /**
   * Glob patterns of the keys that the user may touch, such as `session:*`.
   * @default - no key
   */
  readonly keys?: readonly string[];

  /**
   * Glob patterns of the pub/sub channels that the user may use.
   * @default - no channel
   */
  readonly channels?: readonly string[];

  /**
   * Commands (`get`), subcommands (`config|get`) or categories (`@hash`) granted on top of `can`.
   * @default - none
   */
  readonly allowCommands?: readonly string[];

  /**
   * Commands, subcommands or categories withheld after everything else.
   * @default - none
   */
  readonly denyCommands?: readonly string[];

  /**
   * The access string itself, for what the words above cannot say. Excludes `can`, `keys`, `channels`, `allowCommands`, `denyCommands`.
   * @default - compiled from the words above
   */
  readonly accessString?: string;

  /**
   * `password`: generated in Secrets Manager. `iam`: short-lived tokens, no secret at all.
   * @default password
   */
  readonly authentication?: UserAuthentication;

  /**
   * Id of the user in the service, unique in the region.
   * @default - the cache id and the name, with `redis` and `iam` where they apply, joined by hyphens
   */
  readonly userId?: string;

  /**
   * Name that clients send with AUTH. Must equal the user id with IAM authentication.
   * @default - the name; with IAM authentication the user id
   */
  readonly userName?: string;
}

/** A user group that exists already and is managed elsewhere. */
export interface ImportedUserGroupSpec {
  /** Id of the group; may be a token. */
  readonly id: string;
  /** Engine that the group was made for. */
  readonly engine: 'valkey' | 'redis';
}

/** Who may use the cache. Exactly one of `users`, `userGroup` and `authTokenSecretArn`. */
export interface AccessSpec {
  /**
   * Named users; the engine's `default` user is always switched off.
   * @default - none
   */
  readonly users?: readonly UserSpec[];

  /**
   * An existing user group.
   * @default - a group is made from `users`
   */
  readonly userGroup?: ImportedUserGroupSpec;

  /**
   * ARN of a Secrets Manager secret whose plain text is the AUTH token: one password for everybody, for clients that cannot send a user name.
   * @default - no AUTH token
   */
  readonly authTokenSecretArn?: string;
}
