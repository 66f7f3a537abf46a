import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { installPackages } from '../debian/packages.ts';

/** Tells people without a Postgres server how to get one. */
export const howToInstall = [
  'Some tests run on a Postgres server, and there is none on this machine.',
  '  Debian, Ubuntu   sudo apt-get install postgresql',
  '  Fedora           sudo dnf install postgresql-server',
  '  macOS            brew install postgresql@17',
  'It need not be started: the tests start one of their own and stop it. Or name a server, with a role that may create',
  'databases: TANDEM_TEST_DATABASE_URL=postgres://…',
].join('\n');

/**
 * Installs Debian's package of the server; no cluster is made, so nothing is started.
 *
 * @throws Error with what apt-get said when it failed
 */
export function install(): void {
  const settings = '/etc/postgresql-common';
  if (!existsSync(`${settings}/createcluster.conf`)) {
    mkdirSync(settings, { recursive: true });
    writeFileSync(`${settings}/createcluster.conf`, 'create_main_cluster = false\n');
  }
  installPackages('postgresql');
}
