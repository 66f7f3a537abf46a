/**
 * What the main thread asks of the database's thread. `open` comes first, with the database's folder or undefined to keep
 * everything in memory; `query` is one statement, `script` any number without parameters; after `close` comes the next `open`.
 */
export type Question =
  | {
      readonly id: number;
      readonly do: 'open';
      readonly dataDir: string | undefined;
      readonly program: WebAssembly.Module;
    }
  | {
      readonly id: number;
      readonly do: 'query';
      readonly sql: string;
      readonly parameters: readonly unknown[];
    }
  | { readonly id: number; readonly do: 'script'; readonly sql: string }
  | { readonly id: number; readonly do: 'close' };

/** Rows of the last statement that had some, and how many rows were written. */
export interface Rows {
  readonly rows: readonly unknown[];
  readonly affected: number;
}

/** An error of the database as it crosses the thread boundary, which would drop everything but the message. */
export interface PlainError {
  readonly message: string;
  /** SQLSTATE where the database gave one. */
  readonly code: string | undefined;
  readonly constraint: string | undefined;
  /** The database's own word for how bad it is: ERROR, FATAL, PANIC. */
  readonly severity: string | undefined;
}

/** PostgreSQL, "Message Severity Levels": an error ends a statement, what is worse ends the session or the server. */
export function isEnd({ severity }: Partial<PlainError>): boolean {
  return severity === 'PANIC' || severity === 'FATAL';
}

/** What the database's thread answers. */
export type Answer =
  | { readonly id: number; readonly ok: true; readonly result: Rows }
  | { readonly id: number; readonly ok: false; readonly error: PlainError };
