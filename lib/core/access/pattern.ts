/** Patterns without repetition, in a stable order; one that matches everything stands alone. */
export function normalisePatterns(patterns: readonly string[]): readonly string[] {
  // The engine refuses a pattern after `~*` or `&*`, since it would have no effect.
  return patterns.includes('*') ? ['*'] : [...new Set(patterns)].sort();
}
