import { formatFinding } from '../../../lib/core/finding';
import { validate } from '../../../lib/core/validate';
import { replicated, sharded } from './support';

/** Everything that is said, the note that rules were not run left out. */
function lines(blueprint: unknown): string[] {
  return validate(blueprint)
    .filter(({ code }) => code !== 'RB012')
    .map(formatFinding);
}

const cyclic: Record<string, unknown> = { ...replicated };
cyclic.tags = { self: cyclic };

const throwing = {
  ...replicated,
  get nodeType(): string {
    throw new Error('secret');
  },
};

/** Twenty lines that an alias-expanding reader turns into a million values. */
let bomb: unknown = 'x';
for (let level = 0; level < 20; level += 1) bomb = [bomb, bomb];

let deep: unknown = 'x';
for (let level = 0; level < 10_000; level += 1) deep = { deep };

describe('the shape of a blueprint', () => {
  const table: [what: string, blueprint: unknown, findings: string[]][] = [
    ['nothing', undefined, ['the blueprint must be a mapping of keys to values, got nothing; begin with a line such as `kind: replicated` [RB001]']],
    ['an empty file', null, ['the blueprint must be a mapping of keys to values, got an empty value; begin with a line such as `kind: replicated` [RB001]']],
    ['a list', [replicated], ['the blueprint must be a mapping of keys to values, got a list; begin with a line such as `kind: replicated` [RB001]']],
    ['a text', 'replicated', ['the blueprint must be a mapping of keys to values, got text; begin with a line such as `kind: replicated` [RB001]']],
    ['no kind', { ...replicated, kind: undefined }, ['`kind` must be replicated, sharded, sentinel or cluster, got nothing; add `kind: replicated` for one shard or `kind: sharded` for several [RB002]']],
    ['a mistyped kind', { ...replicated, kind: 'shraded' }, ['`kind` must be replicated, sharded, sentinel or cluster, got "shraded"; did you mean `sharded`? [RB002]']],
    ['a number as kind', { ...replicated, kind: 3 }, ['`kind` must be replicated, sharded, sentinel or cluster, got 3; add `kind: replicated` for one shard or `kind: sharded` for several [RB002]']],
    ['a mistyped key', { ...replicated, replica: 2 }, ['`replica` is not a key of a replicated blueprint; did you mean `replicas`? [RB003]']],
    ['a key of the other kind', { ...sharded, replicas: 2 }, ['`replicas` is not a key of a sharded blueprint; remove it, or use one of access, acknowledge, automaticFailover, backup, cacheId, description, disposable, encryption, engine, environment, kind, logs, maintenance, monitoring, multiAz, name, network, nodeType, parameterGroup, parameters, port, region, replicaScaling, replicasPerShard, shardCount, shardScaling, shards, tags, version or workload [RB003]']],
    ['a mistyped key further down', { ...replicated, backup: { retention: 3 } }, ['`backup.retention` is not a key of `backup`; remove it, or use one of retentionDays or window [RB003]']],
    ['a mistyped key in a list', { ...replicated, access: { users: [{ name: 'web', can: ['read'], key: ['*'] }] } }, expect.arrayContaining(['`access.users[0].key` is not a key of `access.users[0]`; did you mean `keys`? [RB003]']) as unknown as string[]],
    ['an overlay map that the loader should have merged', { ...replicated, environments: {} }, ['`environments` is not a key of a replicated blueprint; did you mean `environment`? [RB003]']],
    ['a number as version', { ...replicated, version: 8.1 }, ['`version` must be text, got the number 8.1; put it in quotes: "8.1" [RB004]']],
    ['text as a number', { ...replicated, replicas: '2' }, ['`replicas` must be a whole number, got the text "2"; write 2, without quotes [RB004]']],
    ['a word as a number', { ...replicated, replicas: 'many' }, ['`replicas` must be a whole number, got the text "many"; write a whole number, without quotes [RB004]']],
    ['yes as text', { ...replicated, multiAz: 'yes' }, ['`multiAz` must be true or false, got the text "yes"; write true, without quotes [RB004]']],
    ['Off as text', { ...replicated, multiAz: 'Off' }, ['`multiAz` must be true or false, got the text "Off"; write false, without quotes [RB004]']],
    ['a word as a boolean', { ...replicated, multiAz: 'maybe' }, ['`multiAz` must be true or false, got the text "maybe"; write true or false, without quotes [RB004]']],
    ['a fraction of a node', { ...replicated, replicas: 1.5 }, ['`replicas` must be a whole number, got the number 1.5; write a number without a fraction [RB004]']],
    ['one item instead of a list', { ...replicated, monitoring: { emails: 'a@example.com' } }, ['`monitoring.emails` must be a list, got the text "a@example.com"; write it as a list, also when it has one item [RB004]']],
    ['a key without a value', { ...replicated, backup: null }, ['`backup` must be a mapping, got an empty value; give it a value, or remove the key to get the default [RB004]']],
    ['a wrong type where a secret may stand', { ...replicated, access: { authTokenSecretArn: 12345678 } }, ['`access.authTokenSecretArn` must be text, got a number; put it in quotes: "12345678" [RB004]']],
    ['a parameter that is a list', { ...replicated, parameters: { timeout: [1] } }, ['`parameters.timeout` must be text, a number or true or false, got a list; write text, a number or true or false [RB004]']],
    ['a missing node type', { ...replicated, nodeType: undefined }, ['`nodeType` is missing; add it: node type, such as `cache.r7g.large` [RB005]']],
    ['a missing name in a list', { ...replicated, access: { users: [{ can: ['read'] }] } }, ['`access.users[0].name` is missing; add it: identity inside the blueprint; user ids and secrets derive from it [RB005]']],
    ['a mistyped choice', { ...replicated, workload: 'sesion' }, ['`workload` must be cache, session, queue, primary-store, leaderboard, pubsub or rate-limiter, got "sesion"; did you mean `session`? [RB006]']],
    ['an engine that does not exist', { ...replicated, engine: 'memcached' }, ['`engine` must be valkey or redis, got "memcached"; choose one of these [RB006]']],
    ['a token as a name', { ...replicated, name: 'x-${Token[TOKEN.12]}' }, ['`name` must be a concrete value, got a token that is only known at deployment; write the value itself [RB007]']],
    ['a Terraform token as a version', { ...replicated, version: '${TfToken[TOKEN.3]}' }, ['`version` must be a concrete value, got a token that is only known at deployment; write the value itself [RB007]']],
    ['a token as a count', { ...replicated, replicas: -1.8881545897087626e289 }, ['`replicas` must be a concrete value, got a token that is only known at deployment; write the value itself [RB007]']],
    ['a token in object form', { ...replicated, network: new (class Reference { creationStack = []; resolve(): string { return ''; } })() }, ['`network` must be a concrete value, got a token that is only known at deployment; write the value itself [RB007]']],
    ['a __proto__ key', JSON.parse('{"__proto__": {"a": 1}, "kind": "replicated", "name": "a", "nodeType": "b", "network": {}}'), ['`__proto__` is not allowed as a key; remove it [RB008]']],
    ['a constructor key further down', { ...replicated, tags: JSON.parse('{"constructor": "x"}') as object }, ['`tags.constructor` is not allowed as a key; remove it [RB008]']],
    ['NaN', { ...replicated, port: NaN }, ['`port` must be a finite number, got NaN; correct the calculation that it comes from [RB009]']],
    ['infinity', { ...replicated, port: Infinity }, ['`port` must be a finite number, got Infinity; correct the calculation that it comes from [RB009]']],
    ['a bigint', { ...replicated, port: 6380n }, ['`port` must be plain data, got a bigint; write text, a number, a boolean, a list or a mapping [RB010]']],
    ['a symbol', { ...replicated, name: Symbol('x') }, ['`name` must be plain data, got a symbol; write text, a number, a boolean, a list or a mapping [RB010]']],
    ['a function', { ...replicated, description: () => 'x' }, ['`description` must be plain data, got a function; write text, a number, a boolean, a list or a mapping [RB010]']],
    ['a date', { ...replicated, description: new Date(0) }, ['`description` must be plain data, got an instance of Date; write text, a number, a boolean, a list or a mapping [RB010]']],
    ['a value that contains itself', cyclic, ['`tags.self` must be plain data, got a value that contains itself; write text, a number, a boolean, a list or a mapping [RB010]']],
    ['a getter that throws', throwing, ['`nodeType` must be plain data, got a value that throws when it is read; write text, a number, a boolean, a list or a mapping [RB010]']],
    ['aliases that multiply', { ...replicated, access: { users: [{ name: 'web', keys: bomb }] } }, [expect.stringMatching(/^`access\.users.* goes beyond 100000 values in one blueprint; write one cache per blueprint, without aliases that multiply \[RB011\]$/) as unknown as string]],
    ['a key that would garble the line', { ...replicated, 'a\u202eb\n': 1 }, [expect.stringMatching(/^`a\\u\{202e\}b\\u\{a\}` is not a key of a replicated blueprint; remove it/) as unknown as string]],
  ];
  test.each(table)('%s', (_, blueprint, findings) => {
    expect(lines(blueprint)).toEqual(findings);
  });

  test('nesting without end', () => {
    expect(lines({ ...replicated, tags: deep }).join()).toMatch(/^`tags\.deep[.de p]*` is nested deeper than 32 levels; write one cache per blueprint, without aliases that multiply \[RB011\]$/);
  });

  test('says that rules were not run', () => {
    expect(validate({ ...replicated, replicas: '2', port: 0 }).map(formatFinding)).toEqual([
      '`replicas` must be a whole number, got the text "2"; write 2, without quotes [RB004]',
      'the rules were not run, because the shape of the blueprint has an error; correct the shape and validate again [RB012]',
    ]);
  });

  test('runs the rules without the unknown keys', () => {
    expect(lines({ ...replicated, prot: 1, port: 0 })).toEqual([
      '`port` must be from 1 to 65535, got 0; remove it to get the default [RB336]',
      '`prot` is not a key of a replicated blueprint; did you mean `port`? [RB003]',
    ]);
  });

  test('reads objects of another realm', () => {
    const { runInNewContext } = jest.requireActual<typeof import('node:vm')>('node:vm');
    const foreign: unknown = runInNewContext(`(${JSON.stringify(replicated)})`);
    expect(lines(foreign)).toEqual([]);
  });
});
