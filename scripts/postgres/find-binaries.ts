import { existsSync, globSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** Where packages put a server's programs: Debian and its kin, Red Hat and its kin, Homebrew, the installer for macOS. */
const usualPlaces = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/postgresql*/bin',
  '/usr/local/opt/postgresql*/bin',
  '/Library/PostgreSQL/*/bin',
];

/**
 * The folder with the programs of a Postgres server, `initdb` among them; undefined when there is none. What PATH names
 * goes first, then the newest of the usual places.
 */
export function findBinaries(
  path: string = process.env.PATH ?? '',
  places: readonly string[] = usualPlaces,
): string | undefined {
  const named = path
    .split(delimiter)
    .map((folder) => join(folder, 'postgres'))
    .filter((program) => existsSync(program))
    .map((program) => dirname(realpathSync(program)));
  const usual = places.flatMap((place) => globSync(place).toSorted(newestFirst));
  return [...named, ...usual].find((folder) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))),
  );
}

function newestFirst(one: string, other: string): number {
  return other.localeCompare(one, 'en', { numeric: true });
}
