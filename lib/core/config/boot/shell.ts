/** A word that a POSIX shell takes literally. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replace(/'/g, `'\\''`)}'`;
}

/** `NAME=value` lines of a file that a shell reads; lists become arrays, records associative ones. */
export function shellAssignments(values: { readonly [name: string]: ShellValue }): string {
  return Object.entries(values)
    .map(([name, value]) => `${assignment(name, value)}\n`)
    .join('');
}

export type ShellValue = string | number | readonly string[] | ReadonlyMap<string, string>;

function assignment(name: string, value: ShellValue): string {
  if (typeof value === 'string' || typeof value === 'number') return `${name}=${value === '' ? '' : shellWord(String(value))}`;
  if (value instanceof Map) return `declare -A ${name}=(${[...(value as ReadonlyMap<string, string>)].map(([key, one]) => `[${shellWord(key)}]=${shellWord(one)}`).join(' ')})`;
  return `${name}=(${(value as readonly string[]).map(shellWord).join(' ')})`;
}
