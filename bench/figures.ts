/** The databases of the bridge. */
export const databases = ['pglite', 'postgres'] as const;
export type Database = (typeof databases)[number];

/** A number for each side. */
export interface BySide {
  readonly exchange: number;
  readonly salesforce: number;
}

/** What was measured of one bench. */
export interface Figures {
  readonly name: string;
  readonly database: Database;
  readonly items: number;
  /** Seconds. */
  readonly wall_s: number;
  readonly items_per_s: number;
  /** User and system time of the bridge's process. */
  readonly bridge_cpu_s: number;
  /** The most that was resident, in MB, preparations included. */
  readonly bridge_rss_mb: number;
  /** HTTP requests as the emulators counted them, sign-in included; a batch is one. */
  readonly http: BySide;
  /** Items and records of the customer that were created, updated or deleted. */
  readonly writes: BySide;
  /** The same by what was done, both sides together. */
  readonly done: { readonly created: number; readonly updated: number; readonly deleted: number };
  /** Requests and members of batches by kind. */
  readonly operations: {
    readonly exchange: Readonly<Record<string, number>>;
    readonly salesforce: Readonly<Record<string, number>>;
  };
  /** The cycle that comes after, in which the bridge sees its own writes again. */
  readonly next_cycle: { readonly wall_s: number; readonly http: BySide };
}
