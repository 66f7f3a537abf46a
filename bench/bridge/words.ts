import type { Kind } from '../../bridge/src/domain/words.ts';

/** What the bench asks the bridge's process to do. Each is answered by one `BridgeAnswer`. */
export type BridgeOrder =
  /** Opens the database and prepares the connections; nothing is called yet. */
  | { readonly order: 'open'; readonly settings: Readonly<Record<string, string>> }
  /** Signs in and runs as `tandem start` does, but each reading of the org waits for its order. */
  | { readonly order: 'run' }
  /** Lets the running bridge read the org once and poll every mailbox; ends with the last pass. */
  | { readonly order: 'cycle'; readonly kind: Kind; readonly mailboxes: number }
  /** Moves the bridge's clock on. */
  | { readonly order: 'advance'; readonly seconds: number }
  | { readonly order: 'close' };

/** What one order took. */
export interface Usage {
  readonly wallSeconds: number;
  /** User and system time of all threads of the bridge's process. */
  readonly cpuSeconds: number;
  /** The most memory that was resident meanwhile, in MB (2^20 bytes). */
  readonly rssMb: number;
}

export type BridgeAnswer =
  { readonly ok: true; readonly usage: Usage } | { readonly ok: false; readonly error: string };
