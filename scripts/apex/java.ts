import { spawnSync } from 'node:child_process';
import { canInstall, installPackages } from '../debian/packages.ts';

const howToInstall = [
  'The checks of the Apex classes need Java 11 or newer, and there is none on this machine.',
  '  Debian, Ubuntu   sudo apt-get install default-jre-headless',
  '  macOS            brew install openjdk',
].join('\n');

/**
 * Makes sure that the command `java` answers; on Debian as root it is installed first when it is missing.
 *
 * @throws Error that says how to install it when there is none
 */
export function provideJava(): void {
  if (answers()) return;
  if (canInstall()) {
    console.log(
      'There is no Java on this machine: installing the package default-jre-headless with apt-get.',
    );
    installPackages('default-jre-headless');
  }
  if (!answers()) throw new Error(howToInstall);
}

function answers(): boolean {
  return spawnSync('java', ['-version']).status === 0;
}
