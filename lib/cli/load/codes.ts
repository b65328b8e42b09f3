import type { Rule } from '../../core/rules/rule';

/** What `rules` says about a finding that is made while files are read, before there is a blueprint. */
export type ReadingKind = Omit<Rule, 'check' | 'kinds'>;

const YAML = 'https://yaml.org/spec/1.2.2/';
const UNICODE = 'https://www.rfc-editor.org/rfc/rfc3629';

/** Findings about files and YAML, RB060 to RB079; RB069 is retired. All are errors: what cannot be read cannot be judged. */
export const READING = {
  unreadable: kind('RB060', 'file-readable', YAML, {
    title: 'Every file that is named exists and can be read.',
    why: 'A file that is skipped in silence is a cache that nobody checks.',
  }),
  tooLarge: kind('RB061', 'file-size', YAML, {
    title: 'A file is at most 10 MB.',
    why: 'Hundreds of caches fit into one; anything larger is the wrong file.',
  }),
  notText: kind('RB062', 'file-text', UNICODE, {
    title: 'A file is UTF-8 text.',
    why: 'Other encodings would be read as different names without anybody noticing.',
  }),
  syntax: kind('RB063', 'yaml-syntax', YAML, {
    title: 'A file is well-formed YAML.',
    why: 'Guessing what broken YAML means could deploy something that nobody wrote.',
  }),
  empty: kind('RB064', 'file-content', YAML, {
    title: 'A file holds at least one blueprint.',
    why: 'An empty file is usually a failed template or a wrong path.',
  }),
  duplicateKey: kind('RB065', 'duplicate-key', YAML, {
    title: 'A key stands once in its mapping.',
    why: 'YAML readers disagree on which of two values wins.',
  }),
  feature: kind('RB066', 'yaml-feature', YAML, {
    title: 'Keys are text, and values are text, numbers, booleans, lists or mappings.',
    why: 'Tags and mappings as keys have no meaning in a blueprint.',
  }),
  alias: kind('RB067', 'yaml-alias', YAML, {
    title: 'An alias names an anchor above it, and never itself.',
    why: 'An alias without an anchor has no value, and one that contains itself has no end.',
  }),
  overlay: kind('RB068', 'overlay', YAML, {
    title: '`environments` maps names to what differs there.',
    why: 'An overlay that changes the identity of the cache is another blueprint.',
  }),
  noYaml: kind('RB070', 'directory-content', YAML, {
    title: 'A directory holds at least one .yaml or .yml file.',
    why: 'An empty directory is usually a wrong path.',
  }),
} as const;

function kind(code: string, name: string, source: string, text: Pick<ReadingKind, 'title' | 'why'>): ReadingKind {
  return { code, name, severity: 'error', source, ...text };
}
