/** What the product promises about its cost. */
export const TARGETS = {
  /** Times the time and the memory of the same resources written by hand. */
  againstHandWritten: 1.15,
  /** Time of a cache among 500, in times of that of a cache among 10. */
  growth: 1.1,
  /** The command line's `validate`, from start to end of the process. */
  validateMs: 300,
} as const;
