import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from './folder-lock.ts';

describe('the lock of a folder', () => {
  let parent: string;
  let folder: string;
  let lockFile: string;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'tandem-lock-'));
    folder = join(parent, 'deep', 'data');
    lockFile = `${folder}.lock`;
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  const locked = expect.objectContaining({
    code: 'TDM-B-LOCKED',
    detail: expect.stringContaining('data') as string,
  }) as Error;

  /** Another process that takes the lock and keeps it until it is killed. */
  const holdElsewhere = async (): Promise<{ readonly pid: number; kill(): Promise<void> }> => {
    const script = `
      const { lockFolder } = await import(${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)});
      lockFolder(${JSON.stringify(folder)});
      console.log('held');
      setInterval(() => {}, 1000);
    `;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    return {
      pid: child.pid ?? 0,
      async kill() {
        const exited = once(child, 'exit');
        child.kill('SIGKILL');
        await exited;
      },
    };
  };

  it('is refused while another process holds it, and taken over when that one was killed', async () => {
    const other = await holdElsewhere();
    expect(() => lockFolder(folder)).toThrow(locked);
    await other.kill();
    expect(existsSync(lockFile)).toBe(true);
    const lock = lockFolder(folder);
    expect(JSON.parse(readFileSync(lockFile, 'utf8'))).toMatchObject({ pid: process.pid });
    lock.release();
    expect(readdirSync(join(parent, 'deep'))).toEqual(['data']);
  });

  it('is refused to the process that holds it', () => {
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(locked);
    lock.release();
    lockFolder(folder).release();
  });

  it('is one lock, beside the folder, however the folder is spelled', () => {
    const lock = lockFolder(`${folder}/`);
    expect(existsSync(lockFile)).toBe(true);
    const link = join(parent, 'link');
    symlinkSync(folder, link);
    expect(() => lockFolder(folder)).toThrow(locked);
    expect(() => lockFolder(link)).toThrow(expect.objectContaining({ code: 'TDM-B-LOCKED' }) as Error);
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not given free by one whose lock was taken over', () => {
    const lock = lockFolder(folder);
    writeFileSync(lockFile, JSON.stringify({ pid: process.pid, started: null, nonce: 'another' }));
    lock.release();
    expect(existsSync(lockFile)).toBe(true);
  });

  it.runIf(existsSync('/proc/self/stat'))(
    'is taken over from a dead process whose pid was given to another one',
    () => {
      lockFolder(folder);
      const held = JSON.parse(readFileSync(lockFile, 'utf8')) as object;
      writeFileSync(lockFile, JSON.stringify({ ...held, started: 'an earlier boot/1' }));
      lockFolder(folder).release();
      expect(existsSync(lockFile)).toBe(false);
    },
  );

  it('is not taken over while another process is taking it over', () => {
    lockFolder(folder);
    const held = JSON.parse(readFileSync(lockFile, 'utf8')) as object;
    writeFileSync(`${lockFile}.takeover`, JSON.stringify(held));
    writeFileSync(lockFile, JSON.stringify({ ...held, pid: 2 ** 22 + 1 }));
    expect(() => lockFolder(folder)).toThrow(locked);
  });
});
