// Keeps the installed dependencies in step with package-lock.json.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from '../../bridge/bin/node.mjs';

/**
 * Installs the dependencies of `root` unless those that are there belong to the present lock file. Fails with an error whose
 * message is meant for people.
 *
 * `npm install --no-save` installs what the lock file says and leaves it as it is. `npm ci` would refuse to, wherever the lock
 * file was made against a registry that lacks a package for some other platform.
 */
export function installDependencies({ root, npm = runNpm, say = console.error }) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const remembered = join(root, 'node_modules', '.tandem-lock');
  if (existsSync(remembered) && readFileSync(remembered, 'utf8') === lock) return;
  say('Installing the dependencies; this takes a minute or two …');
  const result = npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel', 'error'], root);
  if (result.status !== 0) {
    throw new Error(
      `The dependencies could not be installed:\n${result.output.trim()}\n\n` +
        'Check that this machine reaches the npm registry (npm ping) and has 2 GB of disk left, and try again.',
    );
  }
  writeFileSync(remembered, lock);
}
