// Runs a script under a given Node in place of this process.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/**
 * Runs `script` with `args` under `node`, which gets the `flags`, and ends this process as the script ended. What the script starts by name (`npm`, the
 * tools in `node_modules/.bin`) runs under the same Node. Ctrl-C reaches the script by the terminal, so it is left to it.
 */
export function become({ node, flags = [], script, args, root }) {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...flags, script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}
