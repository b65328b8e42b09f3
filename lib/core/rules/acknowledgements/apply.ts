import type { Acknowledgement } from '../../blueprint';
import type { Finding, FindingPath } from '../../finding';
import { formatPath } from '../../finding';
import { closest } from '../closest';
import { shown } from '../wording';
import { findingOf } from '../structure/finding-of';
import { ACKNOWLEDGEMENT } from './codes';

/** Codes that an acknowledgement may name. */
export interface KnownCodes {
  /** Every code that any finding can have. */
  readonly all: readonly string[];
  /** Codes whose findings are made elsewhere, so that matching nothing here means nothing. */
  readonly elsewhere: readonly string[];
}

/** Marks the findings that the team accepts, and reports acknowledgements that are mistakes. */
export function applyAcknowledgements(findings: readonly Finding[], acknowledgements: readonly Acknowledgement[], codes: KnownCodes): Finding[] {
  return [
    ...findings.map((finding) => acknowledged(finding, acknowledgements)),
    ...acknowledgements.flatMap((acknowledgement, index) => mistakesIn(acknowledgement, ['acknowledge', index], findings, codes)),
  ];
}

/** The finding, with the reason of the first acknowledgement that matches it. */
export function acknowledged(finding: Finding, acknowledgements: readonly Acknowledgement[]): Finding {
  if (finding.severity === 'error') return finding;
  const match = acknowledgements.find((candidate) => matches(candidate, finding) && candidate.reason.trim() !== '');
  return match === undefined ? finding : { ...finding, acknowledged: match.reason.trim() };
}

function mistakesIn(acknowledgement: Acknowledgement, path: FindingPath, findings: readonly Finding[], codes: KnownCodes): Finding[] {
  const { code, reason } = acknowledgement;
  const at = formatPath(path);
  if (!codes.all.includes(code)) {
    const meant = closest(code, codes.all);
    return [
      findingOf(
        ACKNOWLEDGEMENT.unknownCode,
        [...path, 'code'],
        `\`${at}.code\` must be the code of a rule, got ${shown(code)}`,
        meant === undefined ? 'take the code from the end of the finding' : `did you mean ${meant}?`,
        code,
      ),
    ];
  }
  const matched = findings.filter((finding) => matches(acknowledgement, finding));
  const mistakes: Finding[] = [];
  if (reason.trim() === '') {
    mistakes.push(findingOf(ACKNOWLEDGEMENT.emptyReason, [...path, 'reason'], `\`${at}.reason\` must say why ${code} is acceptable, got nothing`, 'write one sentence for whoever reads this next'));
  }
  if (matched.some(({ severity }) => severity === 'error')) {
    mistakes.push(findingOf(ACKNOWLEDGEMENT.ofError, [...path, 'code'], `\`${at}\` acknowledges ${code}, which is an error`, 'correct the error and remove the acknowledgement', code));
  }
  if (matched.length === 0 && !codes.elsewhere.includes(code)) {
    const below = acknowledgement.path === undefined ? '' : ` at or below \`${acknowledgement.path}\``;
    mistakes.push(findingOf(ACKNOWLEDGEMENT.noMatch, path, `\`${at}\` acknowledges ${code}, but there is no such finding${below}`, 'remove the acknowledgement', code));
  }
  return mistakes;
}

function matches({ code, path }: Acknowledgement, finding: Finding): boolean {
  return code === finding.code && (path === undefined || isAtOrBelow(formatPath(finding.path), path));
}

function isAtOrBelow(path: string, ancestor: string): boolean {
  return path === ancestor || path.startsWith(`${ancestor}.`) || path.startsWith(`${ancestor}[`);
}
