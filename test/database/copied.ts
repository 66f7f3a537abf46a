import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';

/** Puts an embedded database into a folder that is not there yet: one that a bridge has migrated, or one without a table. */
export function copyDatabase(to: string, kind: 'empty' | 'migrated' = 'migrated'): void {
  cpSync(inject('databases')[kind], to, { recursive: true });
}

/** Whether the project has such databases to copy; where it has none, a bridge makes its own. */
export const areDatabasesMade = (): boolean => (inject('databases') as object | undefined) !== undefined;

/** The database on the server to copy, as a bridge has migrated it; none where the project has none. */
export const templateOnServer = (): string | undefined => inject('template');

/** The folder of such a database, which goes with the test. */
export function databaseOfTest(kind?: 'empty' | 'migrated'): string {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-database-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  copyDatabase(join(folder, 'data'), kind);
  return join(folder, 'data');
}
