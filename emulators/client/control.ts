import type { ClockChange } from '../kernel/clock.ts';
import type { Fault, FaultInput } from '../kernel/faults.ts';
import type { Counters, LogEntry } from '../kernel/log.ts';

/** What every emulator's control endpoint offers, typed. */
export interface ControlClient<Settings> {
  reset(): Promise<void>;
  clock: {
    read(): Promise<{ now: string; running: boolean }>;
    change(change: ClockChange): Promise<{ now: string; running: boolean }>;
  };
  settings: {
    read(): Promise<Settings>;
    change(change: SettingsChange<Settings>): Promise<Settings>;
  };
  faults: {
    /** Adds a fault and gives its id. */
    add(fault: FaultInput): Promise<string>;
    list(): Promise<Fault[]>;
    remove(id: string): Promise<void>;
    clear(): Promise<void>;
  };
  log: {
    read(since?: number): Promise<LogEntry[]>;
    clear(): Promise<void>;
  };
  counters: {
    read(): Promise<Counters>;
    clear(): Promise<void>;
  };
}

export type SettingsChange<Settings> = {
  [Key in keyof Settings]?: Settings[Key] extends object ? Partial<Settings[Key]> : Settings[Key];
};

/** Sends one request to a control endpoint; rejects with its words when it refuses. */
export type ControlRequest = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;

/** The way to the control endpoint of the emulator at `url`. */
export function controlRequest(url: string): ControlRequest {
  return async <Answer>(method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}/_control/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} /_control/${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
}

export function createControlClient<Settings>(request: ControlRequest): ControlClient<Settings> {
  const nothing = async (method: string, path: string) => void (await request(method, path));
  return {
    reset: () => nothing('POST', 'reset'),
    clock: { read: () => request('GET', 'clock'), change: (change) => request('PUT', 'clock', change) },
    settings: {
      read: () => request('GET', 'settings'),
      change: (change) => request('PATCH', 'settings', change),
    },
    faults: {
      add: async (fault) => (await request<{ id: string }>('POST', 'faults', fault)).id,
      list: async () => (await request<{ faults: Fault[] }>('GET', 'faults')).faults,
      remove: (id) => nothing('DELETE', `faults/${id}`),
      clear: () => nothing('DELETE', 'faults'),
    },
    log: {
      read: async (since = 0) =>
        (await request<{ entries: LogEntry[] }>('GET', `log?since=${since}`)).entries,
      clear: () => nothing('DELETE', 'log'),
    },
    counters: { read: () => request('GET', 'counters'), clear: () => nothing('DELETE', 'counters') },
  };
}
