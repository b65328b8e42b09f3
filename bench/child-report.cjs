// Loaded into every measured process: when it ends, tells the bench on descriptor 3 what it used.
const { readFileSync, writeSync } = require('node:fs');

/** Linux carries the parent's peak over into `maxRSS` of a new process; the high-water mark of its own memory starts anew. */
function peakKb() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

const inMs = ({ user, system }) => (user + system) / 1000;

process.on('exit', (code) => {
  const all = process.cpuUsage();
  const work = globalThis.benchWorkCpu;
  writeSync(
    3,
    JSON.stringify({ code, peakKb: peakKb(), cpuMs: inMs(all), workMs: globalThis.benchWorkMs, workCpuMs: work && inMs(work) }),
  );
});
