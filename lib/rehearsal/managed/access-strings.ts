import { messageOf } from '../errors';
import { judged } from '../drill-result';
import type { Drill } from '../drills';

const PROBES: readonly (readonly [string, ...string[]])[] = [
  ['get', 'KEY'], ['set', 'KEY', 'x'], ['del', 'KEY'], ['flushall'], ['keys', '*'], ['config', 'get', 'maxmemory'], ['acl', 'list'], ['subscribe', 'news'], ['publish', 'news', 'x'],
];
const FOREIGN = 'rehearsal foreign key';

/** The plan's access strings on a real engine: each loads, its user logs in, and what it may do is listed. */
export const accessStrings: Drill = {
  name: 'access-strings',
  title: 'access strings: each loads, its user logs in, and nobody else',
  objective: () => 'the engine holds every user with its access string, right passwords open, wrong ones do not',
  async run({ deployment, objectives }) {
    const node = await deployment.victim();
    const operator = await deployment.operator(node);
    const complaints: string[] = [];
    const may: Record<string, string> = {};
    for (const { name, rules } of deployment.extraUsers) {
      const known = await operator.call('ACL', 'GETUSER', name);
      if (known === null) complaints.push(`${name} is not known to the engine`);
      const right = await deployment.as(node, name).then(async (client) => await client.ping().catch(messageOf).finally(() => client.disconnect()));
      if (right !== 'PONG' && !right.includes('NOPERM')) complaints.push(`${name} must be able to log in, got: ${right}`);
      const stranger = await deployment.fleet.admin(node, { port: deployment.resolved.port, username: name, password: 'wrong', tls: deployment.tls });
      if ((await stranger.ping().catch(messageOf)) === 'PONG') complaints.push(`${name} must not be able to log in with a wrong password`);
      stranger.disconnect();
      const key = /~([^\s]+)/.exec(rules)?.[1]?.replaceAll('*', 'rehearsal') ?? 'rehearsal';
      const answers = await Promise.all(
        PROBES.map(async ([command, ...args]) => [command, await operator.call('ACL', 'DRYRUN', name, command, ...args.map((arg) => (arg === 'KEY' ? key : arg))).then(String, messageOf)] as const),
      );
      may[`${name} may`] = answers.filter(([, answer]) => answer === 'OK').map(([command]) => command).join(' ') || 'none of the probes';
      const foreign = await operator.call('ACL', 'DRYRUN', name, 'get', FOREIGN).then(String, messageOf);
      if (foreign === 'OK' && !/(^|\s)(~\*|allkeys|%R~\*)(\s|$)/.test(rules)) complaints.push(`${name} must not reach keys outside its patterns`);
    }
    return judged(this.name, this.objective(objectives), { users: deployment.extraUsers.length, ...may }, complaints);
  },
};
