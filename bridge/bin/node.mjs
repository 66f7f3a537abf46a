// Finds a Node that can run Tandem, or brings one. Plain JavaScript, since it must run on the old Node it replaces.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The oldest Node that runs Tandem, as in `engines`. */
export const oldestNode = '22.19.0';

/** The Node that is brought when the machine's own is too old. */
export const broughtNode = '24.21.0';

const platforms = { linux: 'linux', darwin: 'darwin', win32: 'win' };
const processors = {
  linux: ['x64', 'arm64', 'ppc64le', 's390x'],
  darwin: ['x64', 'arm64'],
  win32: ['x64', 'arm64'],
};

/** Whether a version such as `20.20.2` is at least the oldest that runs Tandem. */
export function isNewEnough(version) {
  const [have, need] = [version, oldestNode].map((text) => text.replace(/^v/, '').split('.').map(Number));
  const differs = need.findIndex((part, index) => part !== have[index]);
  return differs === -1 || have[differs] > need[differs];
}

/** The npm package that holds Node for a machine, or undefined when there is none. */
export function nodePackage(platform, arch) {
  return processors[platform]?.includes(arch) ? `node-${platforms[platform]}-${arch}` : undefined;
}

/**
 * The path of a Node that can run Tandem: the one running now, else the one in the folder `.node` of `root`, which is installed
 * from the npm registry when it is missing. Fails with an error whose message is meant for people.
 */
export function nodeFor({ root, running = process, npm = runNpm, say = console.error }) {
  if (isNewEnough(running.version)) return running.execPath;
  const folder = join(root, '.node');
  const name = nodePackage(running.platform, running.arch);
  if (!name) {
    throw new Error(
      `Tandem needs Node ${oldestNode} or newer; this is ${running.version}, and none can be brought for ${running.platform} on ${running.arch}.\n` +
        'Install Node 24 from https://nodejs.org and try again.',
    );
  }
  const binary = running.platform === 'win32' ? join('bin', 'node.exe') : join('bin', 'node');
  const node = join(folder, 'node_modules', name, binary);
  if (existsSync(node)) return node;
  say(`Node ${running.version} is too old for Tandem. Bringing Node ${broughtNode} into ${folder} …`);
  const result = npm(
    ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `${name}@${broughtNode}`],
    root,
  );
  if (result.status === 0 && existsSync(node)) return node;
  throw new Error(
    `Node ${broughtNode} could not be brought:\n${result.output.trim()}\n\n` +
      `Check that this machine reaches the npm registry (npm ping), or install Node 24 from https://nodejs.org, and try again.`,
  );
}

/** Runs npm under the Node it came with and keeps what it says. */
export function runNpm(args, cwd) {
  const result = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  });
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}` || (result.error?.message ?? '');
  return { status: result.status, output };
}
