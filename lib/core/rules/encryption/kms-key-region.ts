import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';
import { KEY_ARN } from './kms-key-arn';

export const kmsKeyRegion: Rule = {
  code: 'RB354',
  name: 'kms-key-region',
  severity: 'error',
  title: 'The KMS key is in the region of the cache.',
  why: 'Services use keys of their own region only; the cache is not created.',
  source: PAGES.kms.regions,
  check: ({ resolved: { encryption, region } }) => {
    const keyRegion = KEY_ARN.exec(encryption.kmsKeyArn ?? '')?.[1];
    return region === undefined || keyRegion === undefined || keyRegion === region
      ? []
      : [hit(['encryption', 'kmsKeyArn'], `must be a key in ${region}, got one in ${keyRegion}`, 'name a key of that region, or a replica of a multi-Region key', encryption.kmsKeyArn)];
  },
};
