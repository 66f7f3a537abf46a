import type { NpmResult } from '../../bridge/bin/node.mjs';

export interface Installation {
  /** The folder that holds package-lock.json. */
  root: string;
  npm?: (args: string[], cwd: string) => NpmResult;
  say?: (line: string) => void;
}

export function installDependencies(installation: Installation): void;
