import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEmulator } from './emulator.ts';
import { freePort } from './free-port.ts';
import { startProcess } from './process.ts';

function script(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'tandem-demo-')), 'part.mjs');
  writeFileSync(file, text);
  return file;
}

describe('the parts of the demo', () => {
  it('waits for the address that an emulator announces', async () => {
    const part = script(
      `console.log('{"ready":true,"url":"http://127.0.0.1:1"}'); setInterval(() => {}, 1000);`,
    );
    const emulator = await startEmulator('The tenant', part);
    expect(emulator.url).toBe('http://127.0.0.1:1');
    await emulator.process.stop();
  });

  it('tells what an emulator said when it ends before it is ready', async () => {
    const part = script(`console.error('no such port'); process.exit(3);`);
    await expect(startEmulator('The tenant', part)).rejects.toThrow(
      /The tenant did not start \(exit code 3\)[^]*no such port/,
    );
  });

  it('hands on each line of a part, from both streams, and how it ended', async () => {
    const lines: string[] = [];
    const part = script(`console.log(process.env.GREETING); console.error('and bye'); process.exitCode = 4;`);
    const running = startProcess({
      name: 'A part',
      script: part,
      env: { GREETING: 'hello' },
      onLine: (line) => lines.push(line),
    });
    expect(await running.ended).toBe(4);
    expect(lines.toSorted()).toEqual(['and bye', 'hello']);
  });

  it('takes the next port when somebody listens on the wished one', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen({ host: '127.0.0.1', port: 0 }, resolve));
    const { port } = taken.address() as AddressInfo;
    expect(await freePort(port)).not.toBe(port);
    await new Promise((resolve) => taken.close(resolve));
  });
});
