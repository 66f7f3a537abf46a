import type { Emulator } from '../state.ts';

const HOUR = 3_600_000;

/** Calls of the last 24 hours and how many are allowed (Limits cheat sheet, "API Request Limits"). */
export function apiUsage(emulator: Emulator): { used: number; allowed: number } {
  const { usage } = emulator.state();
  const oldest = Math.floor(emulator.kernel.clock.now().getTime() / HOUR) - 23;
  let used = 0;
  for (const [hour, calls] of usage) {
    if (hour < oldest) usage.delete(hour);
    else used += calls;
  }
  return { used, allowed: emulator.kernel.settings().limits.dailyApiRequests };
}

/** Counts API calls; false, without counting, when the day's calls are used up. */
export function countCalls(emulator: Emulator, calls: number): boolean {
  const { used, allowed } = apiUsage(emulator);
  if (used + calls > allowed) return false;
  const { usage } = emulator.state();
  const hour = Math.floor(emulator.kernel.clock.now().getTime() / HOUR);
  usage.set(hour, (usage.get(hour) ?? 0) + calls);
  return true;
}
