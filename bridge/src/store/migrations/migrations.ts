import type { Migration } from 'kysely/migration';
import { up as first } from './0001-first.ts';

/** Every migration by name, in order. Numbered, forward only, never edited once released. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': { up: first },
};
