import { spawnSync } from 'node:child_process';

/** An account of the machine, as `spawn` takes it. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The account for a server, which refuses to run as root: undefined keeps the present one. */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = ['postgres', 'nobody'].map(accountOf).find((account) => account !== undefined);
  if (found === undefined) throw new Error('Postgres refuses to run as root, and there is no other account.');
  return found;
}

function accountOf(name: string): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((option) => spawnSync('id', [option, name], { encoding: 'utf8' }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
