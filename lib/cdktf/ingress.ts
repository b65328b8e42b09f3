import type { Construct } from 'constructs';
import type { IngressSource } from './rendered';
import { DefaultTokenResolver, StringConcat, Tokenization } from './vendor';

/** The source itself as an id, never its position. A token counts by what it refers to, since its number depends on the order of construction. */
export function sourceId(scope: Construct, source: IngressSource): string {
  const stated = 'cidr' in source ? source.cidr : source.securityGroupId;
  const resolved: unknown = Tokenization.resolve(stated, { scope, resolver: new DefaultTokenResolver(new StringConcat()) });
  return `from-${String(resolved).replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')}`;
}
