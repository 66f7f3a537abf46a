/** What the database's thread is started with. */
export interface Opening {
  /** The database's folder; undefined keeps everything in memory. */
  readonly dataDir: string | undefined;
  readonly program: WebAssembly.Module;
}

/** What the main thread asks of the database's thread. `query` is one statement, `script` any number without parameters. */
export type Question =
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

/** What the database's thread answers. `opened` comes once, unasked, with id 0. */
export type Answer =
  | { readonly id: number; readonly ok: true; readonly result: Rows }
  | { readonly id: number; readonly ok: false; readonly error: PlainError };
