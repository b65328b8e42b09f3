import type { ResolvedCluster } from '../../core/blueprint/resolve-self-managed';
import { eventually } from '../clock';
import { tagFor, type ClusterTarget } from '../load';
import { Deployment } from './deployment';
import { moveSlots, type Party } from './reshard';
import { clusterNodes, infoFields, slotCount, type ClusterNodeLine } from './replies';

const HEALTHY_MS = 90_000;
const SLOTS = 16_384;

/** A node of the cluster as another one sees it, with its name. */
interface Seen extends ClusterNodeLine {
  readonly name: string;
}

/** Redis Cluster on nodes of one's own. */
export class ClusterDeployment extends Deployment<ResolvedCluster> {
  readonly kind = 'cluster';
  private shards: readonly string[] = this.resolved.shards;
  private tags: ReadonlyMap<string, string> = new Map();

  get shardNames(): readonly string[] {
    return this.shards;
  }

  get nodeNames(): readonly string[] {
    return this.shards.flatMap((shard) => this.nodesOf(shard));
  }

  nodesOf(shard: string): readonly string[] {
    return this.allNodes.filter((node) => node.shard === shard).map(({ name }) => name);
  }

  async boot(): Promise<void> {
    await this.startAll(this.nodeNames);
    await this.form();
    await this.healthy();
    this.tags = new Map(await Promise.all(this.shards.map(async (shard) => [shard, tagFor((await this.primaryOf(shard)).slots)] as const)));
  }

  private async startAll(names: readonly string[]): Promise<void> {
    const stopped = names.filter((name) => this.fleet.serversOn(name).length === 0);
    await Promise.all(stopped.map(async (name) => await this.startServer(name)));
    await Promise.all(stopped.map(async (name) => await this.ready(name)));
  }

  /** Starts nodes again: each remembers the cluster on its own disk. */
  async startNodes(names: readonly string[]): Promise<void> {
    await this.startAll(names);
  }

  /** Hands out slots, joins nodes and attaches replicas; what is done already stays, so that it can be repeated after a break. */
  private async form(): Promise<void> {
    const share = SLOTS / this.shards.length;
    const view = await this.seenBy(this.nodeNames[0] ?? '');
    if (slotCount(view.flatMap(({ slots }) => slots)) < SLOTS) {
      for (const [index, shard] of this.shards.entries()) {
        const [primary = ''] = this.nodesOf(shard);
        const own = (await this.seenBy(primary)).find(({ flags }) => flags.includes('myself'));
        if (own !== undefined && own.slots.length > 0) continue;
        const client = await this.operator(primary);
        await client.call('CLUSTER', 'ADDSLOTSRANGE', String(Math.round(share * index)), String(Math.round(share * (index + 1)) - 1));
        await client.call('CLUSTER', 'SET-CONFIG-EPOCH', String(index + 1)).catch(() => undefined);
      }
    }
    await this.meet(this.nodeNames);
    for (const shard of this.shards) await this.attachReplicas(shard);
  }

  private async meet(names: readonly string[]): Promise<void> {
    const [first = ''] = this.nodeNames;
    const known = new Set((await this.seenBy(first)).map(({ name }) => name));
    const client = await this.operator(first);
    for (const name of names.filter((one) => one !== first && !known.has(one))) await client.call('CLUSTER', 'MEET', this.address(name), String(this.resolved.port));
    await eventually(async () => await this.everyoneKnowsEveryone(), { what: 'nodes that all know each other', timeoutMs: HEALTHY_MS });
  }

  private async everyoneKnowsEveryone(): Promise<boolean> {
    const views = await Promise.all(this.nodeNames.map(async (name) => await this.seenBy(name)));
    return views.every((view) => this.nodeNames.every((name) => view.some((one) => one.name === name && one.connected && !one.flags.includes('handshake'))));
  }

  private async attachReplicas(shard: string): Promise<void> {
    const [first = '', ...others] = this.nodesOf(shard);
    const view = await this.seenBy(first);
    const primary = view.find((one) => this.nodesOf(shard).includes(one.name) && one.slots.length > 0)?.name ?? first;
    const id = await this.idOf(primary);
    for (const name of [first, ...others].filter((one) => one !== primary)) {
      const own = (await this.seenBy(name)).find(({ flags }) => flags.includes('myself'));
      if (own?.primaryId === id) continue;
      const client = await this.operator(name);
      await eventually(async () => (await client.call('CLUSTER', 'REPLICATE', id)) === 'OK', { what: `${name} as replica of ${primary}`, timeoutMs: HEALTHY_MS });
    }
  }

  private async idOf(name: string): Promise<string> {
    return String(await (await this.operator(name)).call('CLUSTER', 'MYID'));
  }

  /** The cluster as a node sees it; nodes that stand nowhere in the rehearsal are left out. */
  async seenBy(name: string): Promise<readonly Seen[]> {
    const text = String(await (await this.operator(name)).call('CLUSTER', 'NODES'));
    return clusterNodes(text).flatMap((line) => {
      // A node that knows no other one yet does not know its own address either.
      const who = line.flags.includes('myself') ? name : this.nodeAt(line.address);
      return who === undefined ? [] : [{ ...line, name: who }];
    });
  }

  /** The view of a majority: what the first node with a state that is ok sees. */
  private async view(): Promise<readonly Seen[]> {
    for (const name of this.nodeNames) {
      try {
        const state = infoFields(String(await (await this.operator(name)).call('CLUSTER', 'INFO')));
        if (state.get('cluster_state') === 'ok') return await this.seenBy(name);
      } catch {
        // The next node may answer.
      }
    }
    throw new Error('no node has a cluster that is ok');
  }

  async primaryOf(shard: string): Promise<Seen> {
    return await eventually(
      async () => (await this.view()).find((one) => this.nodesOf(shard).includes(one.name) && one.flags.includes('master') && !one.flags.includes('fail') && one.slots.length > 0),
      { what: `a primary of ${shard}`, timeoutMs: HEALTHY_MS },
    );
  }

  /**
   * Hands each shard back to the node that was planned as its primary.
   *
   * After failovers one zone may hold most primaries; should it die, those that are left are no majority and promote nobody.
   */
  async spreadPrimaries(): Promise<void> {
    for (const shard of this.shards) {
      const [planned = ''] = this.nodesOf(shard);
      if ((await this.primaryOf(shard)).name === planned) continue;
      await (await this.operator(planned)).call('CLUSTER', 'FAILOVER');
      await eventually(async () => (await this.primaryOf(shard)).name === planned, { what: `${planned} as primary of ${shard}`, timeoutMs: HEALTHY_MS });
    }
    await this.healthy();
  }

  /** The primary that drills do their faults to: that of the first shard. */
  async victim(): Promise<string> {
    return (await this.primaryOf(this.resolved.shards[0] ?? '')).name;
  }

  async replicasOf(primary: string): Promise<readonly string[]> {
    const shard = this.node(primary).shard ?? '';
    return await Promise.resolve(this.nodesOf(shard).filter((name) => name !== primary));
  }

  /** Milliseconds of silence after which a node counts as gone. */
  get detectionMs(): number {
    return this.resolved.nodeTimeoutMs;
  }

  /** Whether every replica of the primary has everything that it had at the moment of the question. */
  async replicasCaughtUp(primary: string): Promise<boolean> {
    const offset = Number((await this.info(primary)).get('master_repl_offset'));
    const replicas = await Promise.all((await this.replicasOf(primary)).map(async (name) => await this.info(name)));
    return replicas.every((one) => one.get('master_link_status') === 'up' && Number(one.get('slave_repl_offset')) >= offset);
  }

  async healthy(timeoutMs = HEALTHY_MS): Promise<void> {
    let why = 'nothing was asked yet';
    try {
      await eventually(async () => (why = await this.ailment()) === '', { what: 'a healthy cluster', timeoutMs, intervalMs: 100 });
    } catch (error) {
      throw new Error(`the cluster was not healthy within ${timeoutMs} ms: ${why}`, { cause: error });
    }
  }

  private async ailment(): Promise<string> {
    for (const name of this.nodeNames) {
      const client = await this.operator(name);
      const state = infoFields(String(await client.call('CLUSTER', 'INFO')));
      if (state.get('cluster_state') !== 'ok' || state.get('cluster_slots_ok') !== String(SLOTS)) return `${name} sees state ${state.get('cluster_state')}, ${state.get('cluster_slots_ok')} slots ok`;
      const view = await this.seenBy(name);
      if (view.length !== this.nodeNames.length) return `${name} knows ${view.length} of ${this.nodeNames.length} nodes`;
      // Replicas of Valkey 9.1 may keep a mark of a slot that has long arrived; it binds nobody but primaries.
      const bad = view.find((one) => one.flags.some((flag) => flag.startsWith('fail') || flag === 'handshake' || flag === 'noaddr') || !one.connected || (one.moving && one.flags.includes('master')));
      if (bad !== undefined) return `${name} sees ${bad.name} as ${bad.flags.join(',')}${bad.moving ? ', with slots on the move' : ''}`;
      for (const shard of this.shards) {
        const primaries = view.filter((one) => this.nodesOf(shard).includes(one.name) && one.flags.includes('master'));
        if (primaries.length !== 1) return `${name} sees ${primaries.length} primaries in ${shard}`;
      }
      const own = await this.info(name);
      if (own.get('role') === 'slave' && own.get('master_link_status') !== 'up') return `${name} does not copy its primary`;
      if (own.get('role') === 'master' && Number(own.get('connected_slaves')) < this.resolved.replicas) return `${name} has ${own.get('connected_slaves')} replicas`;
    }
    return '';
  }

  target(user = this.adapted.drillUser): ClusterTarget {
    return {
      mode: 'cluster',
      nodes: this.nodeNames.map((name) => ({ host: this.address(name), port: this.resolved.port })),
      username: user,
      password: this.passwords.of(user),
      tls: this.tls,
    };
  }

  /** A hash tag in each shard's slots, by shard as it was at boot. */
  get tagsByShard(): ReadonlyMap<string, string> {
    return this.tags;
  }

  /** Adds a shard whose nodes have started nothing yet and moves an equal share of slots there; repeating it goes on where it broke off. */
  async addShard(shard: string): Promise<void> {
    if (!this.shards.includes(shard)) this.shards = [...this.shards, shard];
    await this.startAll(this.nodesOf(shard));
    await this.meet(this.nodesOf(shard));
    await this.attachReplicas(shard);
    // A node that has heard of the new shard, but not who its primary is, would refuse its slots.
    await eventually(async () => await this.everyoneSeesOnePrimary(shard), { what: `one primary of ${shard} in every view`, timeoutMs: HEALTHY_MS });
    await this.level(this.shards);
    await this.healthy();
  }

  private async everyoneSeesOnePrimary(shard: string): Promise<boolean> {
    const views = await Promise.all(this.nodeNames.map(async (name) => await this.seenBy(name)));
    return views.every((view) => view.filter((one) => this.nodesOf(shard).includes(one.name) && one.flags.includes('master')).length === 1);
  }

  /** Moves a shard's slots to the others, then has everyone forget its nodes; repeating it goes on where it broke off. */
  async removeShard(shard: string): Promise<void> {
    const staying = this.shards.filter((one) => one !== shard);
    await this.level(staying);
    const ids = await Promise.all(this.nodesOf(shard).map(async (name) => ({ name, id: await this.idOf(name) })));
    this.shards = staying;
    // Replicas go first: they would follow their slots to another shard otherwise.
    for (const { name } of [...ids].reverse()) await this.stopNode(name);
    for (const name of this.nodeNames) {
      const client = await this.operator(name);
      for (const { id } of ids) await client.call('CLUSTER', 'FORGET', id).catch(unlessUnknown);
    }
    for (const { name } of ids) this.wipe(name);
    await this.healthy();
  }

  /** Moves as few slots as possible so that these shards hold equal shares and all others none. */
  private async level(shards: readonly string[]): Promise<void> {
    const view = await this.view();
    const owners = view.filter((one) => one.flags.includes('master') && !one.flags.includes('fail'));
    const takers = shards.map((shard) => owners.find((one) => this.nodesOf(shard).includes(one.name))).filter((one) => one !== undefined);
    const share = Math.floor(SLOTS / shards.length);
    // Those that leave give first, so that what does not divide evenly stays with those that stay.
    const givers = [...owners.filter((owner) => !takers.includes(owner)), ...takers];
    const spare = givers.flatMap((owner) => numbersOf(owner.slots).slice(takers.includes(owner) ? share : 0).map((slot) => ({ slot, owner })));
    for (const taker of takers) {
      const wanted = spare.splice(0, Math.max(0, share - slotCount(taker.slots)));
      for (const owner of new Set(wanted.map((one) => one.owner))) {
        await this.move(owner, taker, wanted.filter((one) => one.owner === owner).map(({ slot }) => slot), owners);
      }
    }
    // What the shares leave over when they do not divide evenly.
    for (const { slot, owner } of spare) if (!takers.includes(owner)) await this.move(owner, takers[slot % takers.length] ?? owner, [slot], owners);
  }

  private async move(from: Seen, to: Seen, slots: readonly number[], owners: readonly Seen[]): Promise<void> {
    const party = async (one: Seen): Promise<Party> => ({ client: await this.operator(one.name), id: one.id, host: this.address(one.name), port: this.resolved.port });
    await moveSlots({
      from: await party(from),
      to: await party(to),
      others: await Promise.all(owners.filter((one) => one !== from && one !== to).map(party)),
      slots,
      login: { username: 'operator', password: this.passwords.of('operator') },
    });
  }
}

function numbersOf(ranges: Seen['slots']): readonly number[] {
  return ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

function unlessUnknown(error: Error): void {
  if (!error.message.includes('Unknown node')) throw error;
}
