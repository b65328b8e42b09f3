import type { FindingKind } from '../structure';

const SUPPRESSION = 'https://docs.aws.amazon.com/prescriptive-guidance/latest/patterns/check-aws-cdk-applications-or-cloudformation-templates-for-best-practices-by-using-cdk-nag-rule-packs.html';

/** Findings about the acknowledgements themselves. None of them can be acknowledged. */
export const ACKNOWLEDGEMENT = {
  unknownCode: kind('RB040', 'acknowledged-code-unknown', 'error', {
    title: 'An acknowledgement names the code of a rule that exists.',
    why: 'A mistyped code acknowledges nothing, while its author believes that it does.',
  }),
  ofError: kind('RB041', 'acknowledged-error', 'error', {
    title: 'Errors cannot be acknowledged.',
    why: 'An error is refused by the service or loses data; a reason changes neither.',
  }),
  emptyReason: kind('RB042', 'acknowledged-without-reason', 'error', {
    title: 'An acknowledgement gives its reason.',
    why: 'Whoever reviews the blueprint next year has nothing but the reason to judge by.',
  }),
  noMatch: kind('RB043', 'acknowledged-nothing', 'warning', {
    title: 'An acknowledgement matches a finding.',
    why: 'One that is left over would silently accept the finding when it comes back for another cause.',
  }),
} as const;

function kind(code: string, name: string, severity: FindingKind['severity'], text: Pick<FindingKind, 'title' | 'why'>): FindingKind {
  return { code, name, severity, source: SUPPRESSION, ...text };
}
