import { linkSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { Fault } from '../../domain/fault.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { isAlive, thisProcess } from './process-identity.ts';

/** The right of this process to use a folder. */
export interface FolderLock {
  release(): void;
}

interface LockFile extends ProcessIdentity {
  /** Tells apart the locks that one process takes one after the other. */
  readonly nonce: string;
}

function read(path: string): LockFile | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockFile;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Makes the lock file appear with its content, in one step; false when there is one already. */
function create(path: string, lock: LockFile, replace: boolean): boolean {
  const draft = `${path}.${lock.nonce}`;
  try {
    writeFileSync(draft, JSON.stringify(lock), { flag: 'wx', mode: 0o600 });
    if (replace) renameSync(draft, path);
    else linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function take(path: string, folder: string): FolderLock {
  const mine: LockFile = { ...thisProcess(), nonce: randomUUID() };
  const held: FolderLock = {
    release() {
      if (read(path)?.nonce === mine.nonce) rmSync(path, { force: true });
    },
  };
  if (create(path, mine, false)) return held;

  const found = read(path);
  if (found === null) return take(path, folder);
  if (isAlive(found)) throw new Fault('TDM-B-LOCKED', folder);

  // Of several processes that find the same dead lock, only the one that holds this second lock may replace it, and
  // only if it is still that dead one.
  const takeover = take(`${path}.takeover`, folder);
  try {
    if (read(path)?.nonce !== found.nonce) throw new Fault('TDM-B-LOCKED', folder);
    create(path, mine, true);
    return held;
  } finally {
    takeover.release();
  }
}

/**
 * Takes the folder, made if need be, for this process by a lock file beside it. A lock is taken over only when its process is dead, never
 * for its age.
 *
 * @throws Fault `TDM-B-LOCKED` while another process, or this one, holds it
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  // One folder has one lock, however it is spelled.
  return take(`${realpathSync(folder)}.lock`, folder);
}
