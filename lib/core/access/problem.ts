/** One thing that is wrong with an access string, written to stand behind its path. */
export interface AccessProblem {
  /** What is wrong, as a predicate: "holds `reset`, which ...". Never shows a password. */
  readonly problem: string;
  /** The way out, in the imperative. */
  readonly remedy: string;
}
