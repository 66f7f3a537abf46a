import type { Usage } from './words.ts';

const lookMs = 25;

/** Does some work and tells what it took of this process. */
export async function measured(work: () => Promise<void>): Promise<Usage> {
  const mostResident = watchMemory();
  const cpu = process.cpuUsage();
  const started = performance.now();
  await work();
  const wallSeconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { wallSeconds, cpuSeconds: (user + system) / 1e6, rssMb: mostResident() / 2 ** 20 };
}

/** Looks at the resident memory again and again; the answer ends that and gives the most that was seen. */
function watchMemory(): () => number {
  let most = process.memoryUsage.rss();
  const look = () => (most = Math.max(most, process.memoryUsage.rss()));
  const timer = setInterval(look, lookMs);
  return () => {
    clearInterval(timer);
    return look();
  };
}
