import { statfsSync } from 'node:fs';
import { freemem } from 'node:os';

const folder = '/dev/shm';
const tmpfs = 0x01021994;
const least = 4 * 1024 ** 3;

/**
 * Lets temporary files lie in memory where the machine has such a folder and much of it is free: each embedded database of a test is
 * a thousand small files, and making them on a disk takes longer than most tests.
 */
export function keepTemporaryFilesInMemory(): void {
  if (process.env.TMPDIR === undefined && hasRoom()) process.env.TMPDIR = folder;
}

function hasRoom(): boolean {
  try {
    const { type, bavail, bsize } = statfsSync(folder);
    return type === tmpfs && bavail * bsize >= least && freemem() >= least;
  } catch {
    return false;
  }
}
