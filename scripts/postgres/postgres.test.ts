import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findBinaries } from './find-binaries.ts';
import type { Machine } from './provide.ts';
import { providePostgres } from './provide.ts';
import { startServer } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-places-'));
afterAll(() => rmSync(folder, { recursive: true }));

function programs(name: string, ...files: readonly string[]): string {
  const place = join(folder, name, 'bin');
  mkdirSync(place, { recursive: true });
  for (const file of files) writeFileSync(join(place, file), '');
  return place;
}

describe("finding a server's programs", () => {
  it('takes the newest, as numbers go, that has the program for making a database', () => {
    programs('9', 'postgres', 'initdb');
    const newest = programs('17', 'postgres', 'initdb');
    programs('18', 'postgres');
    expect(findBinaries('', [join(folder, '*', 'bin')])).toBe(newest);
  });

  it('prefers what PATH names', () => {
    const own = programs('own', 'postgres', 'initdb');
    expect(findBinaries(`/nowhere:${own}`, [join(folder, '17', 'bin')])).toBe(own);
  });

  it('finds nothing where there is nothing', () => {
    expect(findBinaries('/nowhere', ['/nowhere/*/bin'])).toBeUndefined();
  });
});

describe('providing a server for tests', () => {
  const server = { url: 'postgres://started', stop: async () => {} };

  function machine(parts: { found: boolean; canInstall: boolean }): Machine & { readonly said: string[] } {
    let found = parts.found;
    const said: string[] = [];
    return {
      said,
      find: () => (found ? '/programs' : undefined),
      canInstall: () => parts.canInstall,
      install: () => void (found = true),
      start: async () => server,
      say: (text) => void said.push(text),
    };
  }

  it('takes the server that is named', async () => {
    const { url } = await providePostgres('postgres://named', machine({ found: true, canInstall: false }));
    expect(url).toBe('postgres://named');
  });

  it('starts one when the programs are there', async () => {
    const here = machine({ found: true, canInstall: true });
    expect(await providePostgres('', here)).toBe(server);
    expect(here.said).toEqual([]);
  });

  it('installs the programs where it may, and says so', async () => {
    const here = machine({ found: false, canInstall: true });
    expect(await providePostgres('', here)).toBe(server);
    expect(here.said).toEqual([expect.stringContaining('installing')]);
  });

  it('says how to install them where it may not', async () => {
    const here = machine({ found: false, canInstall: false });
    await expect(providePostgres('', here)).rejects.toThrow('apt-get install postgresql');
  });
});

describe('a server that does not start', () => {
  it('is reported with what its program said', async () => {
    await expect(startServer('/nowhere')).rejects.toThrow('initdb failed');
  });
});

describe.runIf(findBinaries() !== undefined)('a private server', () => {
  it('answers on its port until it is stopped', async () => {
    const server = await startServer(findBinaries() ?? '');
    const { port } = new URL(server.url);
    expect(await answers(Number(port))).toBe(true);
    await server.stop();
    expect(await answers(Number(port))).toBe(false);
  });
});

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
