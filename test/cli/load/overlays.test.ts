import { loadBlueprints } from '../../../lib/cli/load';
import type { LoadOptions } from '../../../lib/cli/load';
import { workspace } from '../workspace';

const { write } = workspace();
let files = 0;

async function load(content: string, options: LoadOptions = {}): Promise<{ blueprints: Record<string, unknown>[]; overlays: (string | undefined)[]; findings: string[] }> {
  files += 1;
  const { documents, findings } = await loadBlueprints([write(`case-${files}.yaml`, content)], options);
  return {
    blueprints: documents.map(({ blueprint }) => blueprint as Record<string, unknown>),
    overlays: documents.map(({ overlay }) => overlay),
    findings: findings.map(({ line, column, code, message, remedy }) => `${line}:${column} ${code} ${message}; ${remedy}`),
  };
}

const BASE = `kind: sharded
name: feed
nodeType: cache.r7g.large
network:
  vpcId: vpc-1
  subnetIds: [a, b]
shards:
  - id: '0001'
    slots: 0-8191
  - id: '0002'
access:
  users:
    - name: web
      can: [read]
    - name: job
      can: [write]
`;

test('every overlay is a deployment, named by its key', async () => {
  const { blueprints, overlays } = await load(`${BASE}environments:\n  staging: {}\n  production:\n`);
  expect(overlays).toEqual(['staging', 'production']);
  expect(blueprints.map(({ cacheId, environment }) => [cacheId, environment])).toEqual([['feed-staging', 'staging'], ['feed-production', 'production']]);
  expect(blueprints[0]).not.toHaveProperty('environments');
});

test('mappings are merged deeply, lists replaced, named lists merged by name', async () => {
  const overlay = `environments:
  staging:
    nodeType: cache.t4g.small
    network:
      subnetIds: [c]
    shards:
      - id: '0002'
        slots: 8192-16383
      - id: '0003'
    access:
      users:
        - name: job
          can: [read, write]
        - name: debug
          can: [admin]
`;
  const { blueprints } = await load(BASE + overlay);
  expect(blueprints).toEqual([
    {
      kind: 'sharded',
      name: 'feed',
      cacheId: 'feed-staging',
      environment: 'staging',
      nodeType: 'cache.t4g.small',
      network: { vpcId: 'vpc-1', subnetIds: ['c'] },
      shards: [{ id: '0001', slots: '0-8191' }, { id: '0002', slots: '8192-16383' }, { id: '0003' }],
      access: { users: [{ name: 'web', can: ['read'] }, { name: 'job', can: ['read', 'write'] }, { name: 'debug', can: ['admin'] }] },
    },
  ]);
});

test('an overlay may state its cache id and environment', async () => {
  const { blueprints } = await load(`${BASE}environments:\n  eu: {environment: production, cacheId: feed-eu-1}\n`);
  expect(blueprints[0]).toMatchObject({ cacheId: 'feed-eu-1', environment: 'production' });
});

test('a well-known key wins over the environment of the base, another key takes it', async () => {
  const base = `${BASE}environment: development\n`;
  expect((await load(`${base}environments:\n  toString: {}\n`)).blueprints.map(({ environment }) => environment)).toEqual(['development']);
  expect((await load(`${base}environments:\n  production: {}\n  eu: {}\n`)).blueprints.map(({ environment }) => environment)).toEqual(['production', 'development']);
});

test.each([
  ['an unknown key without environment', 'environments:\n  eu: {}\n', '18:3 RB068 `environments.eu` must state `environment`, since its name is not one of production, staging, development; add `environment: production`, staging or development under it'],
  ['the name of an object method as key', 'environments:\n  toString: {}\n', '18:3 RB068 `environments.toString` must state `environment`, since its name is not one of production, staging, development; add `environment: production`, staging or development under it'],
  ['a name in an overlay', 'environments:\n  staging:\n    name: other\n', '19:5 RB068 `environments.staging` must not state `name`; state `name` once, outside of `environments`'],
  ['a kind in an overlay', 'environments:\n  staging:\n    kind: replicated\n', '19:5 RB068 `environments.staging` must not state `kind`; state `kind` once, outside of `environments`'],
  ['overlays in overlays', 'environments:\n  staging:\n    environments: {}\n', '19:5 RB068 `environments.staging` must not state `environments`; state `environments` once, outside of `environments`'],
  ['a shared cache id', 'environments:\n  staging: {}\ncacheId: one\n', '19:1 RB068 `cacheId` must stand in each overlay, since two deployments cannot share one, and `environments.staging` has none; move it into the overlays, or leave it out everywhere'],
  ['nothing', 'environments:\n', '17:1 RB068 `environments` must map names to what differs there, got nothing of the kind; write `production: {}` under it, or remove it'],
  ['a list', 'environments: [staging]\n', '17:1 RB068 `environments` must map names to what differs there, got nothing of the kind; write `production: {}` under it, or remove it'],
  ['text in an overlay', 'environments:\n  staging: small\n', '18:3 RB068 `environments.staging` must be a mapping of what differs there; write keys and values under it, or `{}` when nothing differs'],
  ...['', 'a b', 'eu_west', '-a', 'a--b'].map((name): [string, string, string] => [
    `the name "${name}"`,
    `environments:\n  "${name}": {environment: staging, cacheId: feed-2}\n`,
    `18:3 RB068 every key of \`environments\` must be a name of letters, digits and single hyphens, since it ends the id of the cache, got "${name}"; rename it, such as \`staging\` or \`eu-west\``,
  ]),
])('%s is refused', async (_name, overlay, expected) => {
  const { findings, blueprints } = await load(BASE + overlay);
  expect(findings).toEqual([expected]);
  expect(blueprints).toEqual([]);
});

test('more than 50 overlays are refused', async () => {
  const overlays = Array.from({ length: 51 }, (_, index) => `  e${index}: {environment: staging}`).join('\n');
  expect((await load(`${BASE}environments:\n${overlays}\n`)).findings).toEqual(['17:1 RB068 `environments` must hold at most 50 overlays, got 51; split the blueprint']);
});

describe('--environment', () => {
  const two = `${BASE}environments:\n  staging: {}\n  production: {}\n---\nname: plain\n---\nname: test\nenvironment: staging\n`;

  test('picks an overlay; documents without overlays take part where they state the same, production if they state nothing', async () => {
    expect((await load(two, { environment: 'staging' })).blueprints.map(({ name }) => name)).toEqual(['feed', 'test']);
    expect((await load(two, { environment: 'production' })).blueprints.map(({ name }) => name)).toEqual(['feed', 'plain']);
  });

  test('a name that no blueprint has is a wrong option, with a guess', async () => {
    const { documents, findings, wrongEnvironment } = await loadBlueprints([write('two.yaml', two)], { environment: 'prodution' });
    expect([documents, findings]).toEqual([[], []]);
    expect(wrongEnvironment).toEqual({ message: '`--environment` must be one of production or staging, got "prodution"', remedy: 'did you mean production?' });
  });
});
