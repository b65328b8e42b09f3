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

process.on('exit', (code) => {
  const { user, system } = process.cpuUsage();
  writeSync(3, JSON.stringify({ code, peakKb: peakKb(), cpuMicroseconds: user + system, workMs: globalThis.benchWorkMs }));
});
