import type { Usage } from './words.ts';

/** Does some work and tells what it took of this process. */
export async function measured(work: () => Promise<void>): Promise<Usage> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await work();
  const wallSeconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  // The process is started before the bench has grown, so what it took over from its parent is not in the way.
  return { wallSeconds, cpuSeconds: (user + system) / 1e6, rssMb: process.resourceUsage().maxRSS / 1024 };
}
