import type { Writes } from './wire.ts';

/** One answered (or severed) request or member, as `GET /_control/log` lists it. */
export interface LogEntry {
  n: number;
  /** ISO time by the emulator's clock. */
  at: string;
  method: string;
  path: string;
  /** 0 when the connection was closed without an answer. */
  status: number;
  member: boolean;
  mailbox?: string;
  /** Bytes of the request's body. */
  bodyBytes: number;
  /** Id of the fault that took effect. */
  fault?: string;
}

/** What the emulator counted since its start or the last reset of the counters. */
export interface Counters {
  /** HTTP requests; a batch is one; token requests and `/_control` are not in it. */
  requests: number;
  tokenRequests: number;
  /** Members of batch and composite calls. */
  members: number;
  /** By status, of requests and members. */
  byStatus: Record<string, number>;
  byOperation: Record<string, number>;
  writes: Writes;
}

/** What is recorded of one request beside the log line. */
export interface Recording extends Omit<LogEntry, 'n'> {
  operation: string;
  token: boolean;
  writes?: Partial<Writes> | undefined;
}

export interface Log {
  record(recording: Recording): void;
  /** The entries with a number above `since`, oldest first. */
  entries(since: number): LogEntry[];
  clearEntries(): void;
  counters(): Counters;
  clearCounters(): void;
}

const KEPT = 200_000;

/** The request log, which keeps the newest 200,000 entries, and the counters. */
export function createLog(): Log {
  let entries: LogEntry[] = [];
  let last = 0;
  let counters = zero();
  return {
    record: ({ operation, token, writes, ...entry }) => {
      entries.push({ n: ++last, ...entry });
      if (entries.length > KEPT * 1.1) entries = entries.slice(-KEPT);
      count(counters, entry, operation, token, writes);
    },
    entries: (since) => entries.filter((entry) => entry.n > since),
    clearEntries: () => {
      entries = [];
    },
    counters: () => structuredClone(counters),
    clearCounters: () => {
      counters = zero();
    },
  };
}

function zero(): Counters {
  return {
    requests: 0,
    tokenRequests: 0,
    members: 0,
    byStatus: {},
    byOperation: {},
    writes: { created: 0, updated: 0, deleted: 0 },
  };
}

function count(
  counters: Counters,
  entry: Omit<LogEntry, 'n'>,
  operation: string,
  token: boolean,
  writes: Partial<Writes> | undefined,
): void {
  if (token) {
    counters.tokenRequests += 1;
    return;
  }
  counters[entry.member ? 'members' : 'requests'] += 1;
  counters.byStatus[entry.status] = (counters.byStatus[entry.status] ?? 0) + 1;
  counters.byOperation[operation] = (counters.byOperation[operation] ?? 0) + 1;
  counters.writes.created += writes?.created ?? 0;
  counters.writes.updated += writes?.updated ?? 0;
  counters.writes.deleted += writes?.deleted ?? 0;
}
