import { gunzipSync } from 'node:zlib';

/** User data as the node gets it: the text inside `base64encode`, whose references stand for what is known only at deployment. */
export function userDataOf(argument: unknown): string {
  const text = /^\$\{base64encode\((".*")\)\}$/s.exec(String(argument))?.[1];
  if (text === undefined) throw new Error('user data is not encoded');
  return JSON.parse(text) as string;
}

/** Lines of the environment file, by name. */
export function environmentIn(userData: string): { [name: string]: string } {
  const lines = /<<'END_OF_ENV'\n(.*?)\nEND_OF_ENV\n/s.exec(userData)![1]!.split('\n');
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

/** The shell commands that write the node's files. */
export function filesIn(userData: string): string {
  return gunzipSync(Buffer.from(/<<'END_OF_FILES'[^\n]*\n(.*?)\nEND_OF_FILES\n/s.exec(userData)![1]!, 'base64')).toString();
}
