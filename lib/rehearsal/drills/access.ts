import type { Redis } from 'ioredis';
import { messageOf } from '../errors';
import { judged } from '../drill-result';
import type { AnyDeployment } from '../topology';
import { probesFor, type Probe } from './access-probes';
import type { Drill } from './drill';

/** Each user logs in for real; what it may do is asked without doing it, as some of the commands would end the node. */
export const access: Drill = {
  name: 'access',
  title: 'access lists: each user can do what it should and nothing else',
  objective: () => 'every probe as expected, nobody in without user and password',
  async run({ deployment, objectives }) {
    const node = await deployment.victim();
    const operator = await deployment.operator(node);
    const probes = probesFor(deployment.resolved);
    const complaints: string[] = [];
    for (const probe of probes) complaints.push(...(await judgedProbe(operator, probe)));
    const users = [...new Set(probes.map(({ user }) => user))];
    for (const user of users) complaints.push(...(await login(deployment, node, user)));
    complaints.push(...(await strangers(deployment, node)));
    return judged(this.name, this.objective(objectives), { users: users.length, probes: probes.length + 2 * users.length + 2, unexpected: complaints.length }, complaints);
  },
};

/** @see https://valkey.io/commands/acl-dryrun/ */
async function judgedProbe(operator: Redis, { user, command, allowed }: Probe): Promise<readonly string[]> {
  const answer = await operator.call('ACL', 'DRYRUN', user, ...command).then(String, messageOf);
  if ((answer === 'OK') === allowed) return [];
  return [`${user} ${allowed ? 'must be' : 'must not be'} able to ${command.join(' ')}, got: ${answer}`];
}

/** The right password opens, another one does not. */
async function login(deployment: AnyDeployment, node: string, user: string): Promise<readonly string[]> {
  const { port } = deployment.resolved;
  const right = await answerOf(await deployment.as(node, user));
  const wrong = await answerOf(await deployment.fleet.admin(node, { port, username: user, password: 'wrong', tls: deployment.tls }));
  return [
    ...(right === 'PONG' ? [] : [`${user} must be able to log in, got: ${right}`]),
    ...(wrong === 'PONG' ? [`${user} must not be able to log in with a wrong password`] : []),
  ];
}

async function strangers(deployment: AnyDeployment, node: string): Promise<readonly string[]> {
  const { port } = deployment.resolved;
  const nobody = await answerOf(await deployment.fleet.admin(node, { port, tls: deployment.tls }));
  const asDefault = await answerOf(await deployment.fleet.admin(node, { port, username: 'default', password: deployment.passwords.of('operator'), tls: deployment.tls }));
  return [...(nobody === 'PONG' ? ['a client without a user must be refused'] : []), ...(asDefault === 'PONG' ? ['the default user must be off'] : [])];
}

/** Users that may not PING still show whether they are in: NOPERM is said to those that are. */
async function answerOf(client: Redis): Promise<string> {
  try {
    return await client.ping();
  } catch (error) {
    return messageOf(error).includes('NOPERM') ? 'PONG' : messageOf(error);
  } finally {
    client.disconnect();
  }
}
