import type { ResolvedNode, ResolvedSelfManagedBlueprint } from '../../blueprint/resolve-self-managed';
import { NODE_COMMAND } from './boot-scripts';
import { openFilesLimit } from '../kernel-settings';
import { maxClients } from '../max-clients';
import { stopTimeoutSeconds, stopTimingOf } from './stop-timing';
import { systemOf } from './systems';

/** A systemd unit of a node. */
export interface Unit {
  readonly name: string;
  readonly text: string;
  /** Whether boot enables it by itself. */
  readonly enabled: boolean;
}

const PREFIX = 'redis-blueprints';
const PREPARE = `${PREFIX}-prepare.service`;
const SENTINEL = `${PREFIX}-sentinel.service`;
const ENGINE = `${PREFIX}-engine.service`;

/**
 * Units of a node.
 *
 * Units stop in the reverse order of their start: the engine before the Sentinel that its safe stop asks, both before the network.
 * @see https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html
 */
export function unitsOf(resolved: ResolvedSelfManagedBlueprint, node: ResolvedNode): readonly Unit[] {
  const data = node.duty !== 'sentinel';
  const minutes = Math.min(5, resolved.backup.everyMinutes);
  return [
    { name: `${PREFIX}.target`, enabled: true, text: sections({ Unit: { Description: `Node ${node.name} of ${resolved.cacheId}` }, Install: { WantedBy: 'multi-user.target' } }) },
    unit(PREPARE, 'Identity, volume, secrets and certificate', { Wants: 'network-online.target', After: 'network-online.target' }, {
      Type: 'oneshot',
      RemainAfterExit: 'yes',
      ExecStart: `${NODE_COMMAND} prepare`,
      TimeoutStartSec: 'infinity',
      Restart: 'on-failure',
      RestartSec: '10',
    }),
    ...(node.duty === 'data' ? [] : [sentinelUnit(resolved)]),
    ...(data ? [engineUnit(resolved, node)] : []),
    ...(resolved.kind === 'cluster' ? [unit(`${PREFIX}-join.service`, 'Place in the cluster', { Requires: ENGINE, After: ENGINE }, job('join', { RemainAfterExit: 'yes', TimeoutStartSec: 'infinity', Restart: 'on-failure', RestartSec: '10' }))] : []),
    ...timed('renew', 'Certificate', 'renew --if-due', 'hourly'),
    ...timed('metrics', 'Metrics', 'metrics', '*:*:00'),
    ...timed('logs', 'Logs', 'logs', '*:*:30'),
    ...timed('health', 'Health', 'health', '*:*:15'),
    ...(data ? timed('backup', 'Backup', 'backup-if-due', `*:0/${minutes}:45`) : []),
  ];
}

function engineUnit(resolved: ResolvedSelfManagedBlueprint, node: ResolvedNode): Unit {
  return unit(ENGINE, `${resolved.engine} ${resolved.version}`, dependencies(node.duty === 'data' ? [PREPARE] : [PREPARE, SENTINEL]), {
    ...confined(),
    ExecStartPre: `+${NODE_COMMAND} start`,
    ExecStart: `/usr/bin/${systemOf(resolved).server} /run/redis-blueprints/engine/engine.conf`,
    ExecStop: `+${NODE_COMMAND} stop`,
    TimeoutStartSec: 'infinity',
    TimeoutStopSec: String(stopTimeoutSeconds(stopTimingOf(resolved, node))),
    LimitNOFILE: String(openFilesLimit(maxClients(resolved))),
  });
}

function sentinelUnit(resolved: ResolvedSelfManagedBlueprint): Unit {
  return unit(SENTINEL, 'Sentinel', dependencies([PREPARE]), {
    ...confined(),
    ExecStartPre: `+${NODE_COMMAND} start-sentinel`,
    ExecStart: `/usr/bin/${systemOf(resolved).server} /var/lib/redis-blueprints/sentinel/sentinel.conf --sentinel`,
    ExecStartPost: `+${NODE_COMMAND} sentinel-settings`,
    TimeoutStartSec: '300',
    TimeoutStopSec: '20',
    LimitNOFILE: '16384',
  });
}

function dependencies(before: readonly string[]): Section {
  return { Requires: PREPARE, Wants: 'network-online.target', After: ['network-online.target', ...before].join(' ') };
}

function confined(): Section {
  return {
    Type: 'exec',
    User: PREFIX,
    Restart: 'always',
    RestartSec: '1',
    UMask: '0077',
    NoNewPrivileges: 'yes',
    PrivateTmp: 'yes',
    ProtectHome: 'yes',
    ProtectSystem: 'strict',
    ReadWritePaths: '/var/lib/redis-blueprints /run/redis-blueprints',
  };
}

function timed(name: string, description: string, command: string, calendar: string): readonly Unit[] {
  return [
    { name: `${PREFIX}-${name}.service`, enabled: false, text: sections({ Unit: { Description: description, Requires: PREPARE, After: PREPARE }, Service: job(command, {}) }) },
    {
      name: `${PREFIX}-${name}.timer`,
      enabled: true,
      // Nodes of one deployment must not all ask the same API in the same second.
      text: sections({ Unit: { Description: `${description}, at its time` }, Timer: { OnCalendar: calendar, RandomizedDelaySec: '10', AccuracySec: '1' }, Install: { WantedBy: `${PREFIX}.target` } }),
    },
  ];
}

function job(command: string, more: Section): Section {
  return { Type: 'oneshot', ExecStart: `${NODE_COMMAND} ${command}`, ...more };
}

function unit(name: string, description: string, relations: Section, service: Section): Unit {
  // Without a limit on starts: a node that waits for others goes on waiting.
  return { name, enabled: true, text: sections({ Unit: { Description: description, StartLimitIntervalSec: '0', ...relations }, Service: service, Install: { WantedBy: `${PREFIX}.target` } }) };
}

interface Section {
  readonly [key: string]: string;
}

function sections(all: { readonly [name: string]: Section }): string {
  return Object.entries(all)
    .map(([name, section]) => [`[${name}]`, ...Object.entries(section).map(([key, value]) => `${key}=${value}`), ''].join('\n'))
    .join('');
}
