import { inject } from 'vitest';
import { open } from './open.ts';
import type { Opened } from './open.ts';

/** The demo of a test, whose bridge finds a database that is migrated before: making one takes seconds. */
export const openDemo = (options: { configured?: boolean } = {}): Promise<Opened> =>
  open({ ...options, database: inject('databases').migrated });
