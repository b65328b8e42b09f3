import type { EncryptionKey } from '../../plan/nodes';
import { counted } from '../../rules/wording';

/** Which key encrypts what is stored, and what becomes of it. */
export function atRest({ source }: EncryptionKey): string {
  if (source.from === 'existing') return `customer managed key ${source.arn}`;
  const after = source.retain ? 'kept when the stack goes' : `deleted ${counted(source.deletionWindowDays, 'day')} after the stack`;
  return `new customer managed key ${source.alias}, rotated yearly, ${after}`;
}
