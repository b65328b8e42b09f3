/** Access strings: made from words, and checked when they were written by hand. */
export { compileAccessString, DEFAULT_USER_OFF } from './compile';
export type { AccessWords } from './compile';
export { commandName } from './command-rules';
export { lintAccessString } from './lint';
export { lintUserCommand } from './lint-command';
export type { AccessProblem } from './problem';
export type { AccessTarget } from './target';
