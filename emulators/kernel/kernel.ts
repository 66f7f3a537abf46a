import type { z } from 'zod';
import { createClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { createFaults } from './faults.ts';
import type { Faults } from './faults.ts';
import { createLog } from './log.ts';
import type { Log } from './log.ts';
import { createPerform } from './perform.ts';
import type { Perform, PerformParts } from './perform.ts';
import { createSettings } from './settings.ts';
import type { Settings, SettingsStore } from './settings.ts';

/** What both emulators share: clock, faults, log, settings and the path that every request and member takes. */
export interface Kernel<Quirks, Limits> {
  clock: Clock;
  faults: Faults;
  log: Log;
  settingsStore: SettingsStore<Quirks, Limits>;
  /** The settings in force now. */
  settings(): Readonly<Settings<Quirks, Limits>>;
  /** Every service request goes through here, and every batch or composite member again with `member: true`. */
  perform: Perform;
}

export interface KernelOptions<Quirks extends z.ZodObject, Limits extends z.ZodObject> extends Pick<
  PerformParts,
  'describe' | 'admit' | 'expiredToken'
> {
  /** The emulator's switches, each key with its default and its documented reason. */
  quirks: Quirks;
  limits: Limits;
  latencyMs?: number | undefined;
}

export function createKernel<Quirks extends z.ZodObject, Limits extends z.ZodObject>(
  options: KernelOptions<Quirks, Limits>,
): Kernel<z.output<Quirks>, z.output<Limits>> {
  const clock = createClock();
  const faults = createFaults();
  const log = createLog();
  const settingsStore = createSettings({ ...options, latencyMs: options.latencyMs ?? 0 });
  const perform = createPerform({
    ...options,
    clock,
    faults,
    log,
    latencyMs: () => settingsStore.current().latencyMs,
  });
  return { clock, faults, log, settingsStore, settings: () => settingsStore.current(), perform };
}
