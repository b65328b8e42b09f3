/** What the deployment is for; rules are stricter for `production`. */
export type Environment = 'production' | 'staging' | 'development';

/**
 * What the cache is mostly used for. A preset picks the parameters, the eviction policy, the alarms
 * and the rules that fit; every single choice can be overridden.
 */
export type WorkloadPreset = 'cache' | 'session' | 'queue' | 'primary-store' | 'leaderboard' | 'pubsub' | 'rate-limiter';

/** A finding that the team has looked at and accepts. Errors cannot be acknowledged. */
export interface Acknowledgement {
  /** Code of the finding, such as `RB376`. */
  readonly code: string;
  /** Why it is acceptable here; appears in every report. */
  readonly reason: string;
  /**
   * Restricts the acknowledgement to findings at or below this path, such as `access.users`.
   * @default - every finding with the code
   */
  readonly path?: string;
}

/** What every blueprint states, whatever its topology. */
export interface BlueprintBase {
  /**
   * Identity of the blueprint: letters, digits and hyphens, starting with a letter. Changing it replaces the cache and its data.
   */
  readonly name: string;

  /**
   * For people, shown in consoles and reports.
   * @default - a sentence made of the workload, topology and engine
   */
  readonly description?: string;

  /**
   * What the deployment is for.
   * @default production, since a forgotten line must not lower the guard
   */
  readonly environment?: Environment;

  /**
   * Identifier of the deployed replication group; member names and metric dimensions derive from it.
   * @default - the name; with an overlay the name, a hyphen and the overlay's key
   */
  readonly cacheId?: string;

  /**
   * AWS region, concrete, such as `eu-central-1`.
   * @default - decided at deployment; checks that need a region are not made, and say so
   */
  readonly region?: string;

  /**
   * Main use; chooses parameters, eviction policy and alarms.
   * @default cache
   */
  readonly workload?: WorkloadPreset;

  /**
   * Tags for every resource that takes them.
   * @default - only the tags that the library sets itself
   */
  readonly tags?: { readonly [key: string]: string };

  /**
   * Warnings that the team accepts, each with a reason.
   * @default - none
   */
  readonly acknowledge?: readonly Acknowledgement[];
}
