import { PLACES, TLS_FILES } from '../placeholders';
import type { Setting } from '../render';

/**
 * TLS of both programs.
 * @see https://valkey.io/topics/encryption/
 */
export const TLS_SETTINGS: readonly Setting[] = [
  { directive: 'tls-cert-file', value: `${PLACES.tls}/${TLS_FILES.cert}`, reason: 'the node is server and client with the same certificate' },
  { directive: 'tls-key-file', value: `${PLACES.tls}/${TLS_FILES.key}`, reason: 'the node is server and client with the same certificate' },
  { directive: 'tls-ca-cert-file', value: `${PLACES.tls}/${TLS_FILES.ca}`, reason: 'only nodes of this deployment\'s authority are trusted' },
  {
    directive: 'tls-auth-clients',
    value: 'optional',
    reason: 'clients prove who they are by user and password, and need no key of their own; a certificate that is shown must still be valid',
  },
  { directive: 'tls-protocols', value: 'TLSv1.2 TLSv1.3', reason: 'older versions are broken' },
  { directive: 'tls-prefer-server-ciphers', value: true, reason: 'the node, not its oldest client, picks the cipher' },
];
