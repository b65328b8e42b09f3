import type { Redis } from 'ioredis';
import type { ResolvedSentinel } from '../../core/blueprint/resolve-self-managed';
import { firstPrimaryOf, renderReplicaOf } from '../../core/config';
import { eventually } from '../clock';
import type { SentinelTarget } from '../load';
import { Deployment } from './deployment';
import { infoFields, pairs } from './replies';

const HEALTHY_MS = 60_000;

/** A primary, its replicas and its Sentinels. */
export class SentinelDeployment extends Deployment<ResolvedSentinel> {
  readonly kind = 'sentinel';
  /** Data nodes that belong to the deployment now. */
  private members: readonly string[] = this.resolved.nodes.filter(({ duty }) => duty !== 'sentinel').map(({ name }) => name);

  get dataNodes(): readonly string[] {
    return this.members;
  }

  get sentinelNodes(): readonly string[] {
    return this.resolved.nodes.filter(({ duty }) => duty !== 'data').map(({ name }) => name);
  }

  get nodeNames(): readonly string[] {
    return [...new Set([...this.members, ...this.sentinelNodes])];
  }

  /** First start of every node: the first one as primary, the others as its replicas, then the Sentinels. */
  async boot(): Promise<void> {
    const first = firstPrimaryOf(this.resolved);
    await Promise.all(this.members.map(async (name) => await this.startServer(name, { extra: name === first ? '' : renderReplicaOf(first, this.resolved.port) })));
    await Promise.all(this.members.map(async (name) => await this.ready(name)));
    await Promise.all(this.sentinelNodes.map(async (name) => await this.startSentinelProcess(name, true)));
    await this.healthy();
  }

  async sentinel(name: string): Promise<Redis> {
    return await this.shared(name, this.resolved.sentinels.port);
  }

  /** What each Sentinel that answers calls the primary. */
  private async opinions(): Promise<readonly string[]> {
    const asked = this.sentinelNodes.map(async (name) => {
      const reply = await (await this.sentinel(name)).call('SENTINEL', 'GET-MASTER-ADDR-BY-NAME', this.resolved.primaryName);
      return this.nodeAt(String((reply as string[])[0]));
    });
    const settled = await Promise.allSettled(asked);
    return settled.flatMap((one) => (one.status === 'fulfilled' && one.value !== undefined ? [one.value] : []));
  }

  /** The node that a majority of all Sentinels calls the primary. */
  async primary(): Promise<string | undefined> {
    const opinions = await this.opinions();
    return opinions.find((name) => opinions.filter((other) => other === name).length > this.sentinelNodes.length / 2);
  }

  async primaryNow(): Promise<string> {
    return await eventually(async () => await this.primary(), { what: 'a primary that a majority of Sentinels names', timeoutMs: HEALTHY_MS });
  }

  /** Starts nodes again as their boot does: Sentinels first, then each engine as a replica of whatever primary a majority of them names. */
  async startNodes(names: readonly string[]): Promise<void> {
    for (const name of names.filter((one) => this.node(one).duty !== 'data')) await this.startSentinelProcess(name, false);
    for (const name of names.filter((one) => this.members.includes(one))) {
      const primary = await this.primaryNow();
      await this.startServer(name, { extra: primary === name ? '' : renderReplicaOf(primary, this.resolved.port) });
      await this.ready(name);
    }
  }

  /** The primary that drills do their faults to. */
  async victim(): Promise<string> {
    return await this.primaryNow();
  }

  async replicasOf(primary: string): Promise<readonly string[]> {
    return await Promise.resolve(this.members.filter((name) => name !== primary));
  }

  /** Milliseconds of silence after which a primary counts as gone. */
  get detectionMs(): number {
    return this.resolved.sentinels.downAfterMs;
  }

  /** Waits until every Sentinel agrees, sees everyone, and every replica copies the primary. */
  async healthy(timeoutMs = HEALTHY_MS): Promise<void> {
    let why = 'nothing was asked yet';
    try {
      await eventually(async () => (why = await this.ailment()) === '', { what: 'a healthy deployment', timeoutMs, intervalMs: 100 });
    } catch (error) {
      throw new Error(`the deployment was not healthy within ${timeoutMs} ms: ${why}`, { cause: error });
    }
  }

  private async ailment(): Promise<string> {
    const { primaryName } = this.resolved;
    const opinions = await this.opinions();
    const [primary] = opinions;
    if (primary === undefined || opinions.length < this.sentinelNodes.length) return 'a Sentinel does not answer';
    if (opinions.some((name) => name !== primary)) return `Sentinels name ${[...new Set(opinions)].join(' and ')} as primary`;
    for (const name of this.sentinelNodes) {
      const seen = pairs(await (await this.sentinel(name)).call('SENTINEL', 'MASTER', primaryName));
      if (seen.get('flags') !== 'master') return `${name} sees the primary as ${seen.get('flags')}`;
      if (seen.get('num-other-sentinels') !== String(this.sentinelNodes.length - 1)) return `${name} does not know all Sentinels`;
      const replicas = ((await (await this.sentinel(name)).call('SENTINEL', 'REPLICAS', primaryName)) as unknown[]).map(pairs);
      const well = replicas.filter((replica) => replica.get('flags') === 'slave' && replica.get('master-link-status') === 'ok');
      if (well.length !== this.members.length - 1 || replicas.length !== well.length) return `${name} sees ${well.length} of ${replicas.length} replicas well`;
    }
    for (const name of this.sentinelNodes) {
      // A Sentinel that noticed a stall of its own watches without acting for 30 s.
      const tilt = infoFields(await (await this.sentinel(name)).info('sentinel')).get('sentinel_tilt');
      if (tilt !== '0') return `the Sentinel on ${name} is in TILT mode after a stall`;
    }
    return await this.replicationAilment(primary);
  }

  private async replicationAilment(primary: string): Promise<string> {
    const fields = await this.info(primary);
    if (fields.get('role') !== 'master') return `${primary} is no primary`;
    for (const name of this.members.filter((one) => one !== primary)) {
      const replica = await this.info(name);
      if (replica.get('master_link_status') !== 'up' || replica.get('master_host') !== this.address(primary)) return `${name} does not copy ${primary}`;
    }
    const good = fields.get('min_slaves_good_slaves');
    return good !== undefined && Number(good) < this.members.length - 1 ? `${primary} counts ${good} good replicas` : '';
  }

  /** What applications connect to. */
  target(user = this.adapted.drillUser): SentinelTarget {
    return {
      mode: 'sentinel',
      primaryName: this.resolved.primaryName,
      sentinels: this.sentinelNodes.map((name) => ({ host: this.address(name), port: this.resolved.sentinels.port })),
      username: user,
      password: this.passwords.of(user),
      sentinelUsername: user,
      sentinelPassword: this.passwords.of(user),
      tls: this.tls,
    };
  }

  /** Adds a data node that has started nothing yet. */
  async addReplica(name: string): Promise<void> {
    if (!this.members.includes(name)) this.members = [...this.members, name];
    if (this.fleet.serversOn(name).length === 0) await this.startNodes([name]);
    await this.healthy();
  }

  /** Removes a replica and has the Sentinels forget it one after the other, so that a majority knows everyone at any time. */
  async removeReplica(name: string): Promise<void> {
    if ((await this.primaryNow()) === name) throw new Error(`${name} is the primary; fail over first`);
    await this.stopNode(name);
    this.members = this.members.filter((one) => one !== name);
    for (const sentinel of this.sentinelNodes) {
      const client = await this.sentinel(sentinel);
      await client.call('SENTINEL', 'RESET', this.resolved.primaryName);
      await eventually(async () => await this.knowsEveryone(client), { what: `the whole view of the Sentinel on ${sentinel}`, timeoutMs: HEALTHY_MS });
    }
    this.wipe(name);
  }

  private async knowsEveryone(client: Redis): Promise<boolean> {
    const seen = pairs(await client.call('SENTINEL', 'MASTER', this.resolved.primaryName));
    return seen.get('num-other-sentinels') === String(this.sentinelNodes.length - 1) && seen.get('num-slaves') === String(this.members.length - 1);
  }

  /** Whether every replica has everything that the primary had at the moment of the question. */
  async replicasCaughtUp(primary: string): Promise<boolean> {
    const offset = Number((await this.info(primary)).get('master_repl_offset'));
    const replicas = await Promise.all(
      this.members.filter((name) => name !== primary).map(async (name) => infoFields(await (await this.operator(name)).info('replication'))),
    );
    return replicas.every((one) => one.get('master_link_status') === 'up' && Number(one.get('slave_repl_offset')) >= offset);
  }
}
