import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { SeededBug } from './seeded-bug.ts';
import { seededBugs } from './seeded-bugs.ts';
import { seededEventBugs } from './seeded-event-bugs.ts';

/** Where the file of a bug is. */
function sourceOf({ file }: SeededBug): URL {
  return new URL(`../../../bridge/src/${file}`, import.meta.url);
}

/** The source with the bug in it. Throws when its text does not stand there exactly once. */
export function withBug(bug: SeededBug): string {
  const source = readFileSync(fileURLToPath(sourceOf(bug)), 'utf8');
  const parts = source.split(bug.find);
  if (parts.length !== 2)
    throw new Error(`"${bug.name}": its text stands ${parts.length - 1} times in bridge/src/${bug.file}`);
  return parts.join(bug.replace);
}

/** From now on this process loads the bridge with the bug of that name. Throws when there is none, or it cannot be planted. */
export function plant(name: string): void {
  const bug = [...seededBugs, ...seededEventBugs].find((one) => one.name === name);
  if (!bug) throw new Error(`there is no bug "${name}"`);
  const source = withBug(bug);
  const url = sourceOf(bug).href;
  registerHooks({
    load(asked, context, next) {
      const loaded = next(asked, context);
      return asked === url ? { ...loaded, source } : loaded;
    },
  });
}
