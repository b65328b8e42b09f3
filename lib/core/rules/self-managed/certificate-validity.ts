import { SELF_MANAGED_DEFAULTS } from '../../blueprint/self-managed-defaults';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

/** Days. */
const LEAST = 7;

/** Days. */
const MOST = 825;

export const certificateValidity: SelfManagedRule = {
  code: 'RB554',
  name: 'certificate-validity',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'Certificates are valid for a week to 825 days.',
  why: 'A renewal that fails must leave time to notice; clients refuse certificates that are valid for longer.',
  source: 'https://support.apple.com/en-us/103769',
  check: ({ resolved: { certificates: { validityDays } } }) =>
    validityDays >= LEAST && validityDays <= MOST ? [] : [hit(['certificates', 'validityDays'], `must be from ${LEAST} to ${MOST}, got ${validityDays}`, `remove it to get ${SELF_MANAGED_DEFAULTS.certificateValidityDays}`, validityDays)],
};
