import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startDemo } from '../playground/demo/demo.ts';
import { freePort } from '../playground/demo/free-port.ts';

/** `npm start`: both emulators with the demo company, the bridge between them, and the playground at one address. */
const usualPort = 4400;
const root = dirname(import.meta.dirname);
const port = await freePort(usualPort);
const folder = join(root, '.tandem', 'demo', String(port));
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const leave = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => leave.abort());

try {
  console.log('Starting the demo: an Exchange tenant, a Salesforce org and the bridge between them …');
  const demo = await startDemo({ root, folder, port, say: console.log });
  console.log(`
  ┌${'─'.repeat(64)}
  │  Open  ${demo.url}
  │
  │  Outlook and Salesforce side by side. Change a contact or an event
  │  on one side: within seconds it is on the other. Ctrl-C stops all.
  └${'─'.repeat(64)}

What the bridge does:
`);
  const crashed = await Promise.race([demo.crashed, aborted(leave.signal)]);
  if (crashed && !leave.signal.aborted) {
    console.error(`\n${crashed}`);
    process.exitCode = 1;
  } else console.log('\nStopping the demo …');
  await demo.stop();
} catch (error) {
  if (!leave.signal.aborted) {
    console.error(`\nThe demo could not start.\n${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
process.exit();

/** Resolves with nothing when the person wants to leave. */
function aborted(signal: AbortSignal): Promise<undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined)));
}
