/** Access strings: made from words, and checked when they were written by hand. */
export { compileAccessString, DEFAULT_USER_OFF } from './compile';
export type { AccessWords } from './compile';
export type { AccessTarget } from './target';
