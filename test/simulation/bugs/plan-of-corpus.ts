import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../plan.ts';

/** The plan of that name in the corpus. Throws when there is none. */
export function planOfCorpus(name: string): Plan {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../corpus', `${name}.json`), 'utf8')) as Plan;
}
