import type { Setting } from '../render';

/** What a node tells about itself. */
export const OBSERVATION_SETTINGS: readonly Setting[] = [
  { directive: 'supervised', value: 'systemd', reason: 'systemd knows when it is ready' },
  { directive: 'daemonize', value: false, reason: 'systemd holds the process' },
  { directive: 'logfile', value: [''], reason: 'the journal has it, and the agent takes it from there', whereKnown: true },
  { directive: 'loglevel', value: 'notice', reason: 'role changes and forks without noise' },
  { directive: 'latency-monitor-threshold', value: 100, reason: 'stalls of 100 ms and more are kept with their cause' },
  { directive: 'slowlog-log-slower-than', value: 10_000, reason: 'commands that stop all others for 10 ms' },
  { directive: 'slowlog-max-len', value: 1024, reason: 'outlives a bad minute' },
];
