/** Times of boot and of the timers, by the names that the scripts know them by. */
export const BOOT_TIMING = {
  /** For interface and volume to be attached and to appear, in seconds. */
  ATTACH_SECONDS: 900,
  /** How long an instance that is going down may keep them, in seconds. */
  RELEASE_SECONDS: 120,
  /** How long an instance that still runs may: longer than its safe stop, unless it has to save a snapshot. */
  RUNNING_RELEASE_SECONDS: 300,
  AUTHORITY_DAYS: 3650,
  /** Seconds that the next node in line waits for the one before to claim a backup. */
  BACKUP_TURN_SECONDS: 60,
  /** Longest time a snapshot may take to arrive, in seconds. */
  BACKUP_SECONDS: 3600,
  /** Minutes without an answer after which the group replaces the node. */
  UNHEALTHY_CHECKS: 10,
} as const;
