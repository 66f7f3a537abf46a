import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether this process may install Debian's packages without asking anybody. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/**
 * Installs Debian's packages without what they only recommend.
 *
 * @throws Error with what apt-get said when it failed
 */
export function installPackages(...packages: readonly string[]): void {
  const keepSettings = ['-o', 'Dpkg::Options::=--force-confold'];
  for (const args of [
    ['update', '-q'],
    ['install', '-q', '-y', '--no-install-recommends', ...keepSettings, ...packages],
  ]) {
    const { status, stdout, stderr } = spawnSync('apt-get', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) throw new Error(`apt-get ${args[0]} failed:\n${stdout}${stderr}`.trimEnd());
  }
}
