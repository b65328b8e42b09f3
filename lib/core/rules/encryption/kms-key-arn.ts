import { PAGES } from '../../catalog';
import type { SharedRule } from '../rule';
import { hit } from '../hit';
import { isToken } from '../structure/tokens';
import { statedKey } from './stated-key';
import { shown } from '../wording';

/** A key's own ARN; the id of a multi-Region key begins with `mrk-`. */
export const KEY_ARN = /^arn:aws[a-z-]*:kms:([a-z0-9-]+):\d{12}:key\/(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const kmsKeyArn: SharedRule = {
  code: 'RB353',
  name: 'kms-key-arn',
  severity: 'error',
  looksAt: 'every',
  title: 'A KMS key is given by the ARN of the key.',
  why: 'Log groups take neither key ids nor aliases, and an alias may point to another key tomorrow.',
  source: PAGES.kms.keyArns,
  check: (context) => {
    const key = statedKey(context);
    if (key === undefined || isToken(key.arn) || KEY_ARN.test(key.arn)) return [];
    const { path, arn } = key;
    const remedy = arn.includes('alias/') ? 'write the ARN of the key that the alias points to' : 'write it as arn:aws:kms:<region>:<account>:key/<id>';
    return [hit(path, `must be the ARN of a key, got ${shown(arn)}`, remedy, arn)];
  },
};
