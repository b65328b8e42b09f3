import { PAGES } from '../../catalog';
import type { SharedRule } from '../rule';
import { hit } from '../hit';
import { KEY_ARN } from './kms-key-arn';
import { statedKey } from './stated-key';

export const kmsKeyRegion: SharedRule = {
  code: 'RB354',
  name: 'kms-key-region',
  severity: 'error',
  looksAt: 'every',
  title: 'The KMS key is in the region of the cache.',
  why: 'Services use keys of their own region only; the cache is not created.',
  source: PAGES.kms.regions,
  check: (context) => {
    const key = statedKey(context);
    const region = context.resolved.region;
    const keyRegion = KEY_ARN.exec(key?.arn ?? '')?.[1];
    return key === undefined || region === undefined || keyRegion === undefined || keyRegion === region
      ? []
      : [hit(key.path, `must be a key in ${region}, got one in ${keyRegion}`, 'name a key of that region, or a replica of a multi-Region key', key.arn)];
  },
};
