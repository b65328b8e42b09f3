import { accessRules } from '../../../lib/core/rules/access';
import { describeRules, replicated } from './support';
import type { Accepted, Refused } from './support';

const app = { name: 'app', can: ['read'], keys: ['a:*'] };
/** The sound blueprint with one reader that is changed. */
const withUser = (user: object) => ({ ...replicated, access: { users: [{ name: 'web', can: ['read'], keys: ['a:*'], ...user }] } });
const withUsers = (...users: object[]) => ({ ...replicated, access: { users } });
/** The sound blueprint with one user that says nothing but this. */
const raw = (user: object) => ({ ...replicated, access: { users: [{ name: 'web', ...user }] } });

const refused: Refused[] = [
  [
    'RB140',
    'nobody',
    { ...replicated, access: {} },
    ['error: `access` must name `users`, a `userGroup` or an `authTokenSecretArn`, got none of them, which lets everybody in who reaches the port; add a user, such as `{ name: app, can: [read, write], keys: ["app:*"] }` [RB140]'],
  ],
  [
    'RB140',
    'an empty list in development',
    { ...replicated, environment: 'development', access: { users: [] }},
    ['warning: `access` must name `users`, a `userGroup` or an `authTokenSecretArn`, got none of them, which lets everybody in who reaches the port; add a user, such as `{ name: app, can: [read, write], keys: ["app:*"] }` [RB140]'],
  ],
  [
    'RB141',
    'users and a token',
    { ...replicated, access: { users: [app], authTokenSecretArn: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:x' }},
    ['error: `access` must state one of `users`, `userGroup` and `authTokenSecretArn`, got users and authTokenSecretArn; keep one of them [RB141]'],
  ],
  [
    'RB141',
    'all three',
    { ...replicated, access: { users: [app], userGroup: { id: 'g', engine: 'valkey' }, authTokenSecretArn: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:x' }},
    ['error: `access` must state one of `users`, `userGroup` and `authTokenSecretArn`, got users, userGroup and authTokenSecretArn; keep one of them [RB141]'],
  ],
  [
    'RB144',
    'a user called default',
    withUser({ name: 'default' }),
    ["error: `access.users[0].name` must not be default, which is reserved for the engine's own user, got \"default\"; choose another name [RB144]"],
  ],
  [
    'RB144',
    'default as user name',
    withUser({ userName: 'default' }),
    ["error: `access.users[0].userName` must not be default, which is reserved for the engine's own user, got \"default\"; choose another name [RB144]"],
  ],
  [
    'RB144',
    'Default as id',
    withUser({ userId: 'Default' }),
    ["error: `access.users[0].userId` must not be default, which is reserved for the engine's own user, got \"Default\"; choose another name [RB144]"],
  ],
  [
    'RB145',
    'one name twice',
    withUsers(app, app),
    ['error: `access.users[1].name` must be unique, got "app", which `access.users[0]` has already; choose another one, or remove one of the users [RB145]'],
  ],
  [
    'RB145',
    'one id twice',
    withUsers({ ...app, userId: 'x-1' }, { ...app, name: 'b', userId: 'X-1' }),
    ['error: `access.users[1].userId` must be unique, got "X-1", which `access.users[0]` has already; choose another one, or remove one of the users [RB145]'],
  ],
  [
    'RB145',
    'one user name twice',
    withUsers({ ...app, userName: 'x' }, { ...app, name: 'x' }),
    ['error: `access.users[1].name` makes the user name "x", which `access.users[0]` has already; choose another one, or remove one of the users [RB145]'],
  ],
  [
    'RB146',
    'another user name',
    withUser({ authentication: 'iam', userName: 'other' }),
    ['error: `access.users[0].userName` must be "sessions-web-iam" with IAM authentication, the user id in lower case, got "other"; remove it, or make it equal to the user id [RB146]'],
  ],
  [
    'RB146',
    'capitals in the id',
    withUser({ authentication: 'iam', userId: 'Web' }),
    ['error: `access.users[0].userId` must be "web" with IAM authentication, the user id in lower case, got "Web"; write it in lower case [RB146]'],
  ],
  [
    'RB147',
    'a Valkey group on Redis',
    { ...replicated, engine: 'redis', access: { userGroup: { id: 'g', engine: 'valkey' }} },
    ['error: `access.userGroup.engine` must be redis for a redis cache, got valkey; name a group made for redis [RB147]'],
  ],
  [
    'RB147',
    'a Redis group on Valkey',
    { ...replicated, access: { userGroup: { id: 'g', engine: 'redis' }} },
    ['warning: `access.userGroup.engine` should be valkey for a valkey cache, got redis, whose user named default may be open; name a group made for valkey, or check that its default user is off [RB147]'],
  ],
  [
    'RB148',
    'words and a string',
    withUser({ accessString: 'on ~* +@all' }),
    ['error: `access.users[0].accessString` must not be stated beside `can` and `keys`; keep the words, or the string alone [RB148]'],
  ],
  [
    'RB149',
    'banana',
    raw({ accessString: 'banana' }),
    [
      'error: `access.users[0].accessString` holds `banana`, which is no ACL rule; write rules such as `on ~app:* resetchannels -@all +@read` [RB149]',
      'error: `access.users[0].accessString` says neither `on` nor `off`, so the service switches the user off; begin it with `on` [RB149]',
    ],
  ],
  [
    'RB149',
    'reset',
    raw({ accessString: 'on reset ~a:* +@read' }),
    ['error: `access.users[0].accessString` holds `reset`, which the service refuses: reset would remove the passwords, which the service manages; take it out [RB149]'],
  ],
  [
    'RB149',
    'a password',
    raw({ accessString: 'on >hunter2hunter2 ~a:* +@read' }),
    ['error: `access.users[0].accessString` holds `>...`, which the service refuses: passwords are set on the user, not in the access string; take it out [RB149]'],
  ],
  [
    'RB149',
    'no password',
    raw({ accessString: 'on nopass ~a:* +@read' }),
    ['error: `access.users[0].accessString` holds `nopass`, which the service refuses: the authentication mode is set on the user, not in the access string; take it out [RB149]'],
  ],
  [
    'RB149',
    'unknown command and category',
    raw({ accessString: 'on ~a:* +@raed +hgte' }),
    [
      'error: `access.users[0].accessString` names `@raed`, which is no command category; did you mean `@read`? [RB149]',
      'error: `access.users[0].accessString` names `hgte`, which is no command of valkey 8.1; did you mean `hget`? [RB149]',
    ],
  ],
  [
    'RB149',
    'a selector before 7.0',
    { ...raw({ accessString: 'on ~a:* +@read (~b:* +get)' }), engine: 'redis', version: '6.2' },
    ['error: `access.users[0].accessString` holds a selector, which redis 6.2 does not know; write the rules without parentheses, or use a second user [RB149]'],
  ],
  [
    'RB149',
    'key permissions before 7.0',
    { ...raw({ accessString: 'on %R~a:* +@read' }), engine: 'redis', version: '6.2' },
    ['error: `access.users[0].accessString` holds `%R~a:*`, which redis 6.2 does not know; write `~a:*` [RB149]'],
  ],
  [
    'RB149',
    'channels before 6.2',
    { ...raw({ accessString: 'on ~a:* &news +@read' }), engine: 'redis', version: '6.0' },
    ['error: `access.users[0].accessString` holds `&news`, which redis 6.0 does not know; leave channels out, which this version does not restrict, or use a later version [RB149]'],
  ],
  [
    'RB149',
    'a pattern after all',
    raw({ accessString: 'on ~* ~a:* +@read' }),
    ['error: `access.users[0].accessString` holds `~a:*` after `~*`, which the engine refuses since everything is granted already; keep one of the two [RB149]'],
  ],
  [
    'RB149',
    'on and off',
    raw({ accessString: 'on off' }),
    ['error: `access.users[0].accessString` says both `on` and `off`, of which the last one counts; keep one of them [RB149]'],
  ],
  [
    'RB149',
    'a withheld command',
    raw({ accessString: 'on ~* +@all -config' }),
    ['error: `access.users[0].accessString` names `config`, which the service withholds and refuses to see named; take it out [RB149]'],
  ],
  [
    'RB149',
    'a later command',
    raw({ accessString: 'on ~* +hexpire' }),
    ['error: `access.users[0].accessString` names `hexpire`, which valkey has from 9.0 on, not in 8.1; take it out, or use a later version [RB149]'],
  ],
  [
    'RB150',
    'a typing mistake',
    withUser({ allowCommands: ['get', 'hgetal'] }),
    ['error: `access.users[0].allowCommands[1]` names `hgetal`, which is no command of valkey 8.1; did you mean `hgetall`? [RB150]'],
  ],
  [
    'RB150',
    'an unknown category',
    withUser({ denyCommands: ['@hsah'] }),
    ['error: `access.users[0].denyCommands[0]` names `@hsah`, which is no command category; did you mean `@hash`? [RB150]'],
  ],
  [
    'RB150',
    'a withheld command',
    withUser({ allowCommands: ['CONFIG GET'] }),
    ['error: `access.users[0].allowCommands[0]` names `config|get`, which the service withholds and refuses to see named; take it out [RB150]'],
  ],
  [
    'RB150',
    'a subcommand before 7.0',
    { ...withUser({ denyCommands: ['client|id'] }), engine: 'redis', version: '6.2' },
    ['error: `access.users[0].denyCommands[0]` withholds `client|id`, but redis 6.2 cannot withhold a subcommand; withhold the whole command and grant the subcommands that are needed [RB150]'],
  ],
  [
    'RB151',
    'a user for nothing',
    raw({ keys: ['a:*'] }),
    ['error: `access.users[0]` must state `can`, `allowCommands` or `accessString`, got none of them; add `can: [read, write]` or what the user needs [RB151]'],
  ],
  [
    'RB152',
    'no key',
    raw({ can: ['read', 'write'] }),
    ['error: `access.users[0].keys` must name patterns for a user that may read and write, got none; add patterns such as `app:*`, or channels [RB152]'],
  ],
  [
    'RB153',
    'two writers, one of everything',
    withUsers({ ...app, can: ['write'], keys: ['*'] }, { ...app, name: 'b' }),
    ['warning: `access.users[0].keys` should not be every key for a user that writes in production, got "*"; name prefixes, such as `app:*` [RB153]'],
  ],
  [
    'RB153',
    'the only writer',
    withUsers({ ...app, can: ['write'], keys: ['*'] }),
    ['info: `access.users[0].keys` should not be every key for a user that writes in production, got "*"; name prefixes, such as `app:*` [RB153]'],
  ],
  [
    'RB154',
    'an admin with a password',
    withUser({ can: ['admin'] }),
    ['info: `access.users[0].authentication` should be iam for an admin, got password; state `authentication: iam` [RB154]'],
  ],
  [
    'RB156',
    'a space in a pattern',
    withUser({ keys: ['a b'], channels: [''] }),
    [
      'error: `access.users[0].channels[0]` must be a pattern without spaces, got ""; write `?` where a space may stand [RB156]',
      'error: `access.users[0].keys[0]` must be a pattern without spaces, got "a b"; write `?` where a space may stand [RB156]',
    ],
  ],
  [
    'RB157',
    'channels before 6.2',
    { ...withUser({ channels: ['news:*'] }), engine: 'redis', version: '6.0' },
    ['warning: `access.users[0].channels` cannot be limited before redis 6.2, got 6.0; use a later version, or state `channels: ["*"]` [RB157]'],
  ],
];

const accepted: Accepted[] = [
  ['RB140', 'an AUTH token', { ...replicated, access: { authTokenSecretArn: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:x' } }],
  ['RB141', 'a token beside an empty list', { ...replicated, access: { users: [], authTokenSecretArn: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:x' } }],
  ['RB144', 'a name that begins like it', withUser({ name: 'default-reader' })],
  ['RB145', 'two users', withUsers(app, { ...app, name: 'b' })],
  ['RB146', 'IAM with its defaults', withUser({ authentication: 'iam' })],
  ['RB146', 'another user name with a password', withUser({ userName: 'other' })],
  ['RB147', 'a Valkey group on Valkey', { ...replicated, access: { userGroup: { id: 'g', engine: 'valkey' } } }],
  ['RB148', 'a string alone', raw({ accessString: 'on ~a:* +@read' })],
  ['RB149', 'everything that Valkey 8.1 knows', raw({ accessString: 'on ~a:* %R~b:* %RW~c:* resetchannels &news:* -@all +@read -@dangerous +client|setinfo -client|kill (~d:* +get)' })],
  ['RB149', 'a user that is off on purpose', raw({ accessString: 'off -@all' })],
  ['RB149', 'a first argument before 7.0', { ...raw({ accessString: 'on ~a:* -@all +client|setname' }), engine: 'redis', version: '6.0' }],
  ['RB150', 'commands as people write them', withUser({ allowCommands: ['CLIENT LIST', '+object|freq', '@geo', 'json.get'], denyCommands: ['client|id'] })],
  ['RB151', 'a user of single commands', raw({ keys: ['a:*'], allowCommands: ['get'] })],
  ['RB152', 'channels alone', raw({ can: ['read', 'write'], channels: ['news:*'] })],
  ['RB152', 'an admin without keys', raw({ can: ['admin'] })],
  ['RB153', 'a reader of everything', withUsers({ ...app, keys: ['*'] }, { ...app, name: 'b' })],
  ['RB153', 'a writer of everything in staging', { ...withUsers({ ...app, can: ['write'], keys: ['*'] }), environment: 'staging' }],
  ['RB154', 'an admin with IAM', withUser({ can: ['admin'], authentication: 'iam' })],
  ['RB156', 'a pattern with everything but spaces', withUser({ keys: ['{a}:[0-9]?\\\\*'] })],
  ['RB157', 'every channel before 6.2', { ...withUser({ channels: ['*'] }), engine: 'redis', version: '6.0' }],
  ['RB157', 'limited channels from 6.2 on', { ...withUser({ channels: ['news:*'] }), engine: 'redis', version: '6.2' }],
];

describeRules('access', accessRules, refused, accepted);
