import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';

/** Tells people without a Postgres server how to get one. */
export const howToInstall = [
  'Some tests run on a Postgres server, and there is none on this machine.',
  '  Debian, Ubuntu   sudo apt-get install postgresql',
  '  Fedora           sudo dnf install postgresql-server',
  '  macOS            brew install postgresql@17',
  'It need not be started: the tests start one of their own and stop it. Or name a server, with a role that may create',
  'databases: TANDEM_TEST_DATABASE_URL=postgres://…',
].join('\n');

/** Whether this process may install Debian's package without asking anybody. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

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
  const keepSettings = ['-o', 'Dpkg::Options::=--force-confold'];
  for (const args of [
    ['update', '-q'],
    ['install', '-q', '-y', '--no-install-recommends', ...keepSettings, 'postgresql'],
  ]) {
    const { status, stdout, stderr } = spawnSync('apt-get', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) throw new Error(`apt-get ${args[0]} failed:\n${stdout}${stderr}`.trimEnd());
  }
}
