/** Writes docs/rules.md from the rules themselves. `--check` fails when the file is out of date. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { READING } from '../lib/cli/load/codes';
import { RULES_BY_TOPIC } from '../lib/core/rules';
import { ACKNOWLEDGEMENT } from '../lib/core/rules/acknowledgements/codes';
import { OUTSIDE } from '../lib/core/rules/outside';
import { STRUCTURE } from '../lib/core/rules/structure';
import type { FindingKind } from '../lib/core/rules/structure';
import { TOGETHER } from '../lib/core/rules/together';

const file = path.resolve(__dirname, '../docs/rules.md');
const tests = path.resolve(__dirname, '../test/core');

const INTRODUCTION = `# Rules

What \`redis-blueprints validate\` checks, and what else the library can refuse. Generated from \`lib/core/rules\` by \`scripts/generate-rules-doc.ts\`.

An **error** stops the plan. A **warning** needs a correction or an acknowledgement. An **info** only tells.
Where a rule reports some cases with another severity, the finding says so.
Warnings of hardening are acknowledged at the construct, with \`Validations.of(construct).acknowledge\`.
Other warnings and infos are acknowledged with a reason, for the whole blueprint or from a path downwards:

\`\`\`yaml
acknowledge:
  - code: RB376
    path: backup
    reason: A cache of rendered pages; it is rebuilt from the database within minutes.
\`\`\`
`;

/** Text of docs/rules.md. */
export function rulesDocument(): string {
  const topics: [title: string, rules: readonly FindingKind[]][] = [
    ['Shape', Object.values(STRUCTURE)],
    ['Acknowledgements', Object.values(ACKNOWLEDGEMENT)],
    ...Object.entries(RULES_BY_TOPIC).map(([topic, rules]): [string, readonly FindingKind[]] => [titleOf(topic), rules]),
    ['Several blueprints together', Object.values(TOGETHER)],
    ['Reading files, constructs and rehearsal', [...Object.values(READING), ...OUTSIDE]],
  ];
  const count = topics.reduce((total, [, rules]) => total + rules.length, 0);
  return [
    INTRODUCTION,
    `${count} rules:`,
    '',
    ...topics.map(([title, rules]) => `- [${title}](#${anchorOf(title)}) (${rules.length})`),
    '',
    ...topics.flatMap(([title, rules]) => [`## ${title}`, '', ...inCodeOrder(rules).flatMap(section)]),
  ].join('\n');
}

function section(rule: FindingKind): string[] {
  return [`### ${rule.code} ${rule.name}`, '', `**${rule.severity}** ${rule.title}`, '', `${rule.why} [Source](${rule.source})`, ...remedyOf(rule.code), ''];
}

/** A finding of the rule with its way out, taken from the tests that hold each message to its exact words. */
function remedyOf(code: string): string[] {
  const example = examples().get(code);
  return example === undefined ? [] : ['', `> ${example.replaceAll('<', '\\<')}`];
}

let collected: ReadonlyMap<string, string> | undefined;

/** The shortest message of each code. */
function examples(): ReadonlyMap<string, string> {
  collected ??= messagesInTests().reduce((shortest, message) => {
    const code = message.slice(-'RB000]'.length, -1);
    const known = shortest.get(code);
    return known !== undefined && known.length <= message.length ? shortest : shortest.set(code, message);
  }, new Map<string, string>());
  return collected;
}

function messagesInTests(): string[] {
  return readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .flatMap((name) => [...readFileSync(path.join(tests, name), 'utf8').matchAll(/'((?:[^'\\\n]|\\.)+\[RB\d{3}\])'/g)])
    .map(([, text]) => (text ?? '').replace(/\\(.)/g, '$1').replace(/^(?:error|warning|info): /, ''))
    .filter((message) => !message.startsWith('^'));
}

function inCodeOrder(rules: readonly FindingKind[]): readonly FindingKind[] {
  return [...rules].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** GitHub drops punctuation from the anchors of headings. */
function anchorOf(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z0-9 -]/g, '').replaceAll(' ', '-');
}

function titleOf(topic: string): string {
  return topic.charAt(0).toUpperCase() + topic.slice(1).replaceAll('-', ' ');
}

function main(check: boolean): number {
  const text = rulesDocument();
  const current = readFileSync(file, { encoding: 'utf8', flag: 'a+' });
  if (current === text) return 0;
  if (check) {
    console.error('docs/rules.md is out of date; run "node -r ./scripts/register-swc.cjs scripts/generate-rules-doc.ts"');
    return 1;
  }
  writeFileSync(file, text);
  return 0;
}

if (require.main === module) process.exitCode = main(process.argv.includes('--check'));
