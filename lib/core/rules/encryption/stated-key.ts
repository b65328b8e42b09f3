import type { FindingPath } from '../../finding';
import type { AnyContext } from '../rule';

/** The key that the blueprint names, and where: self-managed topologies have no other choice about encryption to state beside it. */
export function statedKey({ resolved }: AnyContext): { readonly path: FindingPath; readonly arn: string } | undefined {
  const inEncryption = 'encryption' in resolved;
  const arn = inEncryption ? resolved.encryption.kmsKeyArn : resolved.kmsKeyArn;
  return arn === undefined ? undefined : { path: inEncryption ? ['encryption', 'kmsKeyArn'] : ['kmsKeyArn'], arn };
}
