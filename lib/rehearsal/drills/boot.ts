import { judged } from '../drill-result';
import type { Drill } from './drill';

const BOOT_MS = 60_000;

/** Everything starts from the rendered files and finds each other. */
export const boot: Drill = {
  name: 'boot',
  title: 'boot',
  objective: () => `healthy within ${BOOT_MS / 1000} s`,
  async run({ deployment, bootMs, objectives }) {
    const complaints = bootMs > BOOT_MS ? [`it took ${Math.round(bootMs)} ms`] : [];
    return await Promise.resolve(judged(this.name, this.objective(objectives), { bootMs: Math.round(bootMs), nodes: deployment.nodeNames.length }, complaints));
  },
};
