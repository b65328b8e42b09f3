import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';
import { isToken } from '../structure/tokens';
import { shown } from '../wording';

/** A key's own ARN; the id of a multi-Region key begins with `mrk-`. */
export const KEY_ARN = /^arn:aws[a-z-]*:kms:([a-z0-9-]+):\d{12}:key\/(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const kmsKeyArn: Rule = {
  code: 'RB353',
  name: 'kms-key-arn',
  severity: 'error',
  title: 'A KMS key is given by the ARN of the key.',
  why: 'Log groups take neither key ids nor aliases, and an alias may point to another key tomorrow.',
  source: PAGES.kms.keyArns,
  check: ({ resolved: { encryption } }) => {
    const arn = encryption.kmsKeyArn;
    if (arn === undefined || isToken(arn) || KEY_ARN.test(arn)) return [];
    const remedy = arn.includes('alias/') ? 'write the ARN of the key that the alias points to' : 'write it as arn:aws:kms:<region>:<account>:key/<id>';
    return [hit(['encryption', 'kmsKeyArn'], `must be the ARN of a key, got ${shown(arn)}`, remedy, arn)];
  },
};
