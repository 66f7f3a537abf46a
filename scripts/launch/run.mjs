// `node scripts/launch/run.mjs <script> [arguments]`: runs a script of the checkout on any machine that has some Node and npm.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { become } from '../../bridge/bin/child.mjs';
import { nodeFor } from '../../bridge/bin/node.mjs';
import { installDependencies } from './dependencies.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const [script, ...args] = process.argv.slice(2);

try {
  const node = nodeFor({ root });
  installDependencies({ root });
  become({ node, script: join(root, script), args, root });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
