export interface NpmResult {
  status: number | null;
  output: string;
}

export interface RunningNode {
  version: string;
  execPath: string;
  platform: string;
  arch: string;
}

export interface NodeWish {
  /** The folder that holds `.node`. */
  root: string;
  running?: RunningNode;
  npm?: (args: string[], cwd: string) => NpmResult;
  say?: (line: string) => void;
}

export const oldestNode: string;
export const broughtNode: string;
export function isNewEnough(version: string): boolean;
export function nodePackage(platform: string, arch: string): string | undefined;
export function nodeFor(wish: NodeWish): string;
export function runNpm(args: string[], cwd: string): NpmResult;
