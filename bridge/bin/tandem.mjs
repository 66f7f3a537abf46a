#!/usr/bin/env node
// The `tandem` command: finds or brings a Node that can run the bridge and hands over to it.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { become } from './child.mjs';
import { memoryFlags } from './memory.mjs';
import { nodeFor } from './node.mjs';

const bridge = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(bridge);

try {
  const node = nodeFor({ root });
  become({
    node,
    flags: memoryFlags,
    script: join(bridge, 'src', 'cli', 'main.ts'),
    args: process.argv.slice(2),
    root,
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
