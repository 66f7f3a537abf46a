import type { ControlClient } from '../../../emulators/client/control.ts';
import type { FaultInput } from '../../../emulators/kernel/faults.ts';
import type { Counters, LogEntry } from '../../../emulators/kernel/log.ts';

/** What tests do with either emulator beside people's actions. */
export interface Control {
  reset(): Promise<void>;
  /** Adds a fault; the answer tells how often it took effect. */
  fault(fault: FaultInput): Promise<{ fired(): Promise<number> }>;
  /** Counts the requests that match, without any effect on them; the first of several that match counts. */
  watch(match: FaultInput['match']): Promise<{ seen(): Promise<number> }>;
  clearFaults(): Promise<void>;
  /** Gives each request and each member of a batch so long a time on the wire. */
  slow(latencyMs: number): Promise<void>;
  /** Sets the service's clock forward. */
  advance(seconds: number): Promise<void>;
  log(): Promise<LogEntry[]>;
  clearLog(): Promise<void>;
  counters(): Promise<Counters>;
  clearCounters(): Promise<void>;
}

export function createControl(client: ControlClient<{ latencyMs: number }>): Control {
  const add = async (fault: FaultInput) => {
    const id = await client.faults.add(fault);
    return async () => (await client.faults.list()).find((listed) => listed.id === id)?.fired ?? 0;
  };
  return {
    reset: () => client.reset(),
    fault: async (fault) => ({ fired: await add(fault) }),
    watch: async (match) => ({ seen: await add({ match, times: 0, effect: { kind: 'delay', ms: 0 } }) }),
    clearFaults: () => client.faults.clear(),
    slow: async (latencyMs) => void (await client.settings.change({ latencyMs })),
    advance: async (seconds) => void (await client.clock.change({ advance: seconds })),
    log: () => client.log.read(),
    clearLog: () => client.log.clear(),
    counters: () => client.counters.read(),
    clearCounters: () => client.counters.clear(),
  };
}
