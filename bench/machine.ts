import { availableParallelism, cpus, platform, release, totalmem } from 'node:os';

/** What the benches ran on, for people who compare figures. */
export function machine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const day = new Date().toISOString().slice(0, 10);
  return `${availableParallelism()} × ${model}, ${gigabytes} GB, ${platform()} ${release().split('.').slice(0, 2).join('.')}, Node ${process.versions.node}, ${day}`;
}
