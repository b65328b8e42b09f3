import { PAGES } from '../../catalog';
import type { SharedRule } from '../rule';
import { hit } from '../hit';
import { shown } from '../wording';

const ADDRESS = /^[^\s@,;<>"]+@[^\s@,;<>".]+(?:\.[^\s@,;<>".]+)+$/;

export const emailFormat: SharedRule = {
  code: 'RB401',
  name: 'email-format',
  severity: 'error',
  looksAt: 'every',
  title: 'Every e-mail address is one address, listed once.',
  why: 'A malformed address never confirms its subscription, so nobody is told.',
  source: PAGES.sns.email,
  check: ({ resolved: { monitoring } }) =>
    monitoring.emails.flatMap((email, index) => {
      const path = ['monitoring', 'emails', index];
      if (!ADDRESS.test(email)) return [hit(path, `must be an e-mail address, got ${shown(email)}`, 'write one address such as team@example.com', email)];
      const first = monitoring.emails.findIndex((other) => other.toLowerCase() === email.toLowerCase());
      return first === index ? [] : [hit(path, `repeats \`monitoring.emails[${first}]\`, got ${shown(email)}`, 'remove it', email)];
    }),
};
