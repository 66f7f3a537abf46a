import { readFileSync } from 'node:fs';

/** A process, told apart from later ones that get the same pid. */
export interface ProcessIdentity {
  readonly pid: number;
  /** The boot and the tick of its start; null where the system does not say. */
  readonly started: string | null;
}

/** What /proc says of a process (proc_pid_stat(5), fields 3 and 22); null without such a process or without /proc. */
function look(pid: number): { readonly started: string; readonly zombie: boolean } | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in parentheses and may hold blanks; field 3 follows the last parenthesis.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { started: `${boot}/${fields[19]}`, zombie: fields[0] === 'Z' };
  } catch {
    return null;
  }
}

/** Who this process is. */
export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, started: look(process.pid)?.started ?? null };
}

/** Whether the very process is still there. When in doubt it is. */
export function isAlive({ pid, started }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const now = look(pid);
  if (now === null || started === null) return true;
  return now.started === started && !now.zombie;
}
