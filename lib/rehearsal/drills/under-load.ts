import { eventually, sleep } from '../clock';
import { Load, type LoadReport, type VerifyReport, type WriteGap } from '../load';
import { CLIENT_HOST, DRILL_KEYS, type AnyDeployment } from '../topology';
import type { DrillContext } from './drill';

/** Time before and after what is tried, so that gaps have an edge. */
const EDGE_MS = 500;

export interface LoadOptions {
  /** Host that the client runs on. @default - the host apart from all nodes */
  readonly host?: string;
  /** @default 0 */
  readonly waitReplicas?: number;
  /** Tells loads of one drill apart. @default main */
  readonly label?: string;
  /** Only the shard that faults are done to. @default - every shard */
  readonly victimOnly?: boolean;
}

/** Starts numbered writes; in a cluster every shard is followed by a hash tag of its own. */
export async function startLoad({ deployment, ratePerSecond, run }: DrillContext, drill: string, options: LoadOptions = {}): Promise<Load> {
  const all = deployment.kind === 'cluster' ? [...deployment.tagsByShard.values()] : [];
  return await Load.start(deployment.fleet, options.host ?? CLIENT_HOST, {
    target: deployment.target(),
    ratePerSecond,
    prefix: `${DRILL_KEYS}${drill}:${run}:${options.label ?? 'main'}:`,
    tags: options.victimOnly ? all.slice(0, 1) : all,
    waitReplicas: options.waitReplicas,
    waitTimeoutMs: 500,
    startTimeoutMs: 20_000,
  });
}

/** The gap in writes to the shard that faults are done to. */
export function victimGap(deployment: AnyDeployment, report: LoadReport): WriteGap {
  const [tag] = deployment.kind === 'cluster' ? deployment.tagsByShard.values() : [];
  return (tag === undefined ? undefined : report.writeGapByTag[tag]) ?? report.writeGap;
}

/** The longest gap in writes to the other shards. */
function otherGapMs(deployment: AnyDeployment, report: LoadReport): number | undefined {
  if (deployment.kind !== 'cluster') return undefined;
  const [, ...others] = deployment.tagsByShard.values();
  return Math.max(0, ...others.map((tag) => report.writeGapByTag[tag]?.longestMs ?? 0));
}

export interface UnderLoad {
  readonly report: LoadReport;
  readonly verified: VerifyReport;
  readonly writeGapMs: number;
  readonly recovered: boolean;
  /** What every drill under load reports. */
  readonly measured: Readonly<Record<string, number | string | boolean>>;
}

/** Does something while numbered records are written, waits for health, and counts what is missing. */
export async function underLoad(context: DrillContext, drill: string, act: (load: Load) => Promise<void>): Promise<UnderLoad> {
  const load = await startLoad(context, drill);
  try {
    await sleep(EDGE_MS);
    await act(load);
    await context.deployment.healthy();
    await sleep(EDGE_MS);
    return await finish(context, load);
  } finally {
    await load.close();
  }
}

/** Ends a load and counts. */
export async function finish({ deployment }: DrillContext, load: Load): Promise<UnderLoad> {
  const report = await load.stop();
  const verified = await load.verify();
  const gap = victimGap(deployment, report);
  const writeGapMs = Math.round(gap.longestMs);
  const other = otherGapMs(deployment, report);
  return {
    report,
    verified,
    writeGapMs,
    recovered: gap.recovered,
    measured: {
      writeGapMs,
      ...(other === undefined ? {} : { otherShardsWriteGapMs: Math.round(other) }),
      acknowledgedWrites: report.acknowledged,
      acknowledgedWritesLost: verified.lost,
      refusedWrites: report.failed,
    },
  };
}

/** Milliseconds within which a failover must have happened, whatever the objective says. */
export function failoverTimeoutMs({ detectionMs }: Pick<AnyDeployment, 'detectionMs'>): number {
  return detectionMs * 1.5 + 30_000;
}

/** Waits for another primary and until the client writes there. */
export async function failedOver({ deployment }: DrillContext, load: Load, old: string): Promise<string> {
  const timeoutMs = failoverTimeoutMs(deployment);
  const primary = await eventually(async () => (await newPrimary(deployment, old)) ?? false, { what: 'another primary', timeoutMs, intervalMs: 50 });
  await eventually(async () => victimGap(deployment, await load.report()).recovered, { what: 'an acknowledged write on the new primary', timeoutMs: 20_000, intervalMs: 100 });
  return primary;
}

export async function newPrimary(deployment: AnyDeployment, old: string): Promise<string | undefined> {
  const primary = deployment.kind === 'sentinel' ? await deployment.primary() : (await deployment.primaryOf(deployment.node(old).shard ?? '')).name;
  return primary === old ? undefined : primary;
}

/** Complaints about a load's figures. */
export function complaintsOf(seen: UnderLoad, gapLimitMs: number, lostLimit: number): readonly string[] {
  return [
    ...(seen.recovered ? [] : ['writes did not come back']),
    ...(seen.writeGapMs > gapLimitMs ? [`the write gap was ${seen.writeGapMs} ms, more than ${gapLimitMs} ms`] : []),
    ...(seen.verified.lost > lostLimit ? [`${seen.verified.lost} acknowledged writes were lost, more than ${lostLimit}`] : []),
  ];
}

/** An objective about gap and loss in words. */
export function gapAndLoss(gapMs: number, lost: number): string {
  return `write gap at most ${gapMs} ms, ${lost} acknowledged writes lost`;
}
