import { validate } from '../../../lib/core/validate';
import { replicated, said } from './support';

/** Nothing at all may be said. */
const anyCode: string[] = [];

describe('monitoring rules refuse', () => {
  const table: [code: string, what: string, blueprint: object, findings: string[]][] = [
    [
      'RB400',
      'nobody',
      { ...replicated, monitoring: undefined },
      ['warning: `monitoring` should name a recipient of alarms in production, got none; add `emails`, or `topicArns` of topics that somebody reads [RB400]'],
    ],
    [
      'RB401',
      'not an address',
      { ...replicated, monitoring: { emails: ['team'] } },
      ['error: `monitoring.emails[0]` must be an e-mail address, got "team"; write one address such as team@example.com [RB401]'],
    ],
    [
      'RB401',
      'two addresses in one',
      { ...replicated, monitoring: { emails: ['a@example.com,b@example.com'] } },
      ['error: `monitoring.emails[0]` must be an e-mail address, got "a@example.com,b@example.com"; write one address such as team@example.com [RB401]'],
    ],
    [
      'RB401',
      'an address twice',
      { ...replicated, monitoring: { emails: ['a@example.com', 'A@example.com'] } },
      ['error: `monitoring.emails[1]` repeats `monitoring.emails[0]`, got "A@example.com"; remove it [RB401]'],
    ],
    [
      'RB402',
      'the ARN of a queue',
      { ...replicated, monitoring: { topicArns: ['arn:aws:sqs:eu-central-1:111122223333:alarms'] } },
      ['error: `monitoring.topicArns[0]` must be the ARN of an SNS topic, got "arn:aws:sqs:eu-central-1:111122223333:alarms"; write it as arn:aws:sns:<region>:<account>:<topic> [RB402]'],
    ],
    [
      'RB403',
      'a topic of another region',
      { ...replicated, monitoring: { topicArns: ['arn:aws:sns:us-east-1:111122223333:alarms'] } },
      ['error: `monitoring.topicArns[0]` must be a topic in eu-central-1, got one in us-east-1; name a topic of that region [RB403]'],
    ],
    [
      'RB404',
      'a FIFO topic',
      { ...replicated, monitoring: { topicArns: ['arn:aws:sns:eu-central-1:111122223333:alarms.fifo'] } },
      ['error: `monitoring.topicArns[0]` must be a standard topic, got "arn:aws:sns:eu-central-1:111122223333:alarms.fifo"; name a standard topic [RB404]'],
    ],
    [
      'RB405',
      'addresses and topics',
      { ...replicated, monitoring: { emails: ['a@example.com'], topicArns: ['arn:aws:sns:eu-central-1:111122223333:alarms'] } },
      ['error: `monitoring.emails` must not be stated together with `monitoring.topicArns`, got both; subscribe the addresses to those topics, or remove `topicArns` [RB405]'],
    ],
    [
      'RB406',
      'six topics',
      { ...replicated, monitoring: { topicArns: ['arn:aws:sns:eu-central-1:111122223333:alarms-1', 'arn:aws:sns:eu-central-1:111122223333:alarms-2', 'arn:aws:sns:eu-central-1:111122223333:alarms-3', 'arn:aws:sns:eu-central-1:111122223333:alarms-4', 'arn:aws:sns:eu-central-1:111122223333:alarms-5', 'arn:aws:sns:eu-central-1:111122223333:alarms-6'] } },
      ['error: `monitoring.topicArns` must list at most 5 topics, got 6; subscribe the other recipients to one of the topics [RB406]'],
    ],
    [
      'RB407',
      'a percentage above 100',
      { ...replicated, monitoring: { emails: ['a@example.com'], thresholds: { engineCpuPercent: 120 } } },
      ['error: `monitoring.thresholds.engineCpuPercent` must be above 0 and at most 100 percent, got 120; remove it to get the computed threshold [RB407]'],
    ],
    [
      'RB407',
      'zero',
      { ...replicated, monitoring: { emails: ['a@example.com'], thresholds: { memoryPercent: 0, replicationLagSeconds: 0 } } },
      [
        'error: `monitoring.thresholds.memoryPercent` must be above 0 and at most 100 percent, got 0; remove it to get the computed threshold [RB407]',
        'error: `monitoring.thresholds.replicationLagSeconds` must be above 0 seconds, got 0; remove it to get the computed threshold [RB407]',
      ],
    ],
    [
      'RB407',
      'negative evictions',
      { ...replicated, monitoring: { emails: ['a@example.com'], thresholds: { evictionsPerMinute: -1 } } },
      ['error: `monitoring.thresholds.evictionsPerMinute` must be 0 or more, got -1; remove it to get the computed threshold [RB407]'],
    ],
  ];
  test.each(table)('%s: %s', (code, _, blueprint, findings) => {
    expect(said(code, blueprint)).toEqual(findings);
  });
});

describe('monitoring rules accept', () => {
  const table: [what: string, blueprint: object, codes: string[]][] = [
    ['five topics', { ...replicated, monitoring: { topicArns: ['arn:aws:sns:eu-central-1:111122223333:alarms-1', 'arn:aws:sns:eu-central-1:111122223333:alarms-2', 'arn:aws:sns:eu-central-1:111122223333:alarms-3', 'arn:aws:sns:eu-central-1:111122223333:alarms-4', 'arn:aws:sns:eu-central-1:111122223333:alarms-5'] } }, anyCode],
    ['a topic that is a token', { ...replicated, monitoring: { topicArns: ['${Token[TOKEN.1]}'] } }, anyCode],
    ['no recipient in development', { ...replicated, environment: 'development', monitoring: undefined }, ['RB400']],
    ['thresholds at the ends of their ranges', { ...replicated, monitoring: { emails: ['a+b@example.co.uk'], thresholds: { engineCpuPercent: 100, memoryPercent: 0.5, evictionsPerMinute: 0 } } }, ['RB401', 'RB407']],
  ];
  test.each(table)('%s', (_, blueprint, codes) => {
    const found = validate(blueprint).map(({ code }) => code);
    expect(found.filter((code) => codes.length === 0 || codes.includes(code))).toEqual([]);
  });
});
