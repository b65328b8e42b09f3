/** Raised when a renderer is given what validation must have refused, or would render what an engine refuses. */
export class ConfigDefect extends Error {
  constructor(problem: string) {
    super(`${problem}; report it with the blueprint, it is a defect of redis-blueprints`);
    this.name = 'ConfigDefect';
  }
}
