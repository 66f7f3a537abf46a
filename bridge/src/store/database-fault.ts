import { Fault } from '../domain/fault.ts';

/** SQLSTATE of a full disk ("PostgreSQL Error Codes"), and what the operating system says. */
const diskFull = /^(53100|ENOSPC|EDQUOT)$/;
const diskFullText = /No space left on device|Disk quota exceeded|ENOSPC/;

/** Whether an error of the database, or of the files of the embedded one, comes from a full disk. */
function isDiskFull({ code, message }: { readonly code?: unknown; readonly message?: unknown }): boolean {
  return diskFull.test(String(code)) || diskFullText.test(String(message));
}

/** `TDM-B-DISK` when the error comes from a full disk, however deep; null for every other error. */
export function diskFault(error: unknown): Fault | null {
  if (error instanceof Fault) return error.code === 'TDM-B-DISK' ? error : null;
  if (typeof error !== 'object' || error === null) return null;
  if (isDiskFull(error)) return new Fault('TDM-B-DISK', '', error);
  return 'cause' in error ? diskFault(error.cause) : null;
}

/**
 * The fault that an error of opening or connecting comes to; one that is a fault already stays. The drivers' messages name
 * host, database, role and folder, not secrets.
 */
export function databaseFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const full = diskFault(error);
  if (full !== null) return full;
  const { code, message } = error as { code?: string; message?: string };
  return new Fault('TDM-B-DATABASE', [code, message].filter(Boolean).join(': '), error);
}
