import { validate } from '../../../lib/core/validate';
import { replicated, said } from './support';

/** Nothing at all may be said. */
const anyCode: string[] = [];

describe('encryption rules refuse', () => {
  const table: [code: string, what: string, blueprint: object, findings: string[]][] = [
    [
      'RB350',
      'users',
      { ...replicated, encryption: { tls: 'off' } },
      ['error: `encryption.tls` must be required or preferred with users, got off; remove `encryption.tls` to require TLS [RB350]'],
    ],
    [
      'RB350',
      'a user group',
      { ...replicated, encryption: { tls: 'off' }, access: { userGroup: { id: 'g', engine: 'valkey' } } },
      ['error: `encryption.tls` must be required or preferred with a user group, got off; remove `encryption.tls` to require TLS [RB350]'],
    ],
    [
      'RB350',
      'an AUTH token',
      { ...replicated, encryption: { tls: 'off' }, access: { authTokenSecretArn: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:a-AbCdEf' } },
      ['error: `encryption.tls` must be required or preferred with an AUTH token, got off; remove `encryption.tls` to require TLS [RB350]'],
    ],
    [
      'RB351',
      'preferred in production',
      { ...replicated, encryption: { tls: 'preferred' } },
      ['warning: `encryption.tls` should be required in production, got preferred, which still accepts plaintext; set `required` once every client uses TLS [RB351]'],
    ],
    [
      'RB352',
      'off in production',
      { ...replicated, encryption: { tls: 'off' } },
      ['warning: `encryption.tls` should be required in production, got off; remove `encryption.tls` to require TLS [RB352]'],
    ],
    [
      'RB353',
      'a key id',
      { ...replicated, encryption: { kmsKeyArn: '1234abcd-12ab-34cd-56ef-1234567890ab' } },
      ['error: `encryption.kmsKeyArn` must be the ARN of a key, got "1234abcd-12ab-34cd-56ef-1234567890ab"; write it as arn:aws:kms:<region>:<account>:key/<id> [RB353]'],
    ],
    [
      'RB353',
      'an alias',
      { ...replicated, encryption: { kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:alias/cache' } },
      ['error: `encryption.kmsKeyArn` must be the ARN of a key, got "arn:aws:kms:eu-central-1:111122223333:alias/cache"; write the ARN of the key that the alias points to [RB353]'],
    ],
    [
      'RB354',
      'a key of another region',
      { ...replicated, encryption: { kmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' } },
      ['error: `encryption.kmsKeyArn` must be a key in eu-central-1, got one in us-east-1; name a key of that region, or a replica of a multi-Region key [RB354]'],
    ],
  ];
  test.each(table)('%s: %s', (code, _, blueprint, findings) => {
    expect(said(code, blueprint)).toEqual(findings);
  });
});

describe('encryption rules accept', () => {
  const table: [what: string, blueprint: object, codes: string[]][] = [
    ['TLS off in development without access control', { ...replicated, environment: 'development', encryption: { tls: 'off' }, access: undefined }, ['RB350', 'RB351', 'RB352']],
    ['a key of the region', { ...replicated, encryption: { kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' } }, anyCode],
    ['a multi-Region key', { ...replicated, encryption: { kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab' } }, anyCode],
    ['a key that is a token', { ...replicated, encryption: { kmsKeyArn: '${Token[TOKEN.1]}' } }, anyCode],
  ];
  test.each(table)('%s', (_, blueprint, codes) => {
    const found = validate(blueprint).map(({ code }) => code);
    expect(found.filter((code) => codes.length === 0 || codes.includes(code))).toEqual([]);
  });
});
