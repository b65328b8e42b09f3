import { ConfigDefect } from './defect';

/** What stands for a node's fixed IPv4 address. */
export function addressOf(nodeName: string): string {
  return `{{address:${nodeName}}}`;
}

/** What stands for a user's password. */
export function passwordOf(user: string): string {
  return `{{password:${user}}}`;
}

/** What stands for the SHA-256 of a user's password, in lower-case hexadecimal digits. */
export function passwordHashOf(user: string): string {
  return `{{password-sha256:${user}}}`;
}

/** What only a node knows, besides addresses and passwords. */
export const PLACES = {
  /** Folder that the process works in: data files, the cluster's node file. */
  dir: '{{dir}}',
  /** Folder with `ca.crt`, `tls.crt` and `tls.key`. */
  tls: '{{tls}}',
  /** Folder for files that every start makes anew and that hold secrets: the ACL files. */
  run: '{{run}}',
  /**
   * `127.0.0.1` on a machine of its own; empty where several nodes share one machine, since only one of them could have
   * the loopback address.
   */
  loopback: '{{loopback}}',
} as const;

/** Names of certificate files below `{{tls}}`. */
export const TLS_FILES = { ca: 'ca.crt', cert: 'tls.crt', key: 'tls.key' } as const;

/** Names of ACL files below `{{run}}`. */
export const ACL_FILES = { data: 'users.acl', sentinel: 'sentinel-users.acl' } as const;

/** Values by placeholder, braces left out: `address:data-1`, `password:app`, `dir`. */
export interface PlaceholderValues {
  readonly [placeholder: string]: string;
}

const PLACEHOLDER = /\{\{([^{}\n]*)\}\}/g;

/** Placeholders in a text, braces left out, each once, in order of appearance. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];
}

/**
 * Fills in every placeholder, once: what a value contains is not looked at again.
 *
 * Refuses a placeholder without a value and values that would break out of their line; messages name placeholders and never values.
 */
export function substitute(text: string, values: PlaceholderValues): string {
  const wanted = placeholdersIn(text);
  const missing = wanted.filter((name) => !Object.hasOwn(values, name));
  if (missing.length > 0) throw new ConfigDefect(`no value for ${missing.map((name) => `{{${name}}}`).join(', ')}`);
  const unsafe = wanted.filter((name) => UNSAFE_VALUE.test(values[name] ?? ''));
  if (unsafe.length > 0) throw new ConfigDefect(`unusable value for ${unsafe.map((name) => `{{${name}}}`).join(', ')}: it holds white space, a quote, a backslash, a brace or a control character`);
  if (text.replace(PLACEHOLDER, '').includes('{{')) throw new ConfigDefect('a placeholder is not closed');
  return text.replace(PLACEHOLDER, (_, name: string) => values[name] ?? '');
}

/** Values stand unquoted in lines that are split at white space. */
const UNSAFE_VALUE = /[\s"'\\{}\p{Cc}]/u;
