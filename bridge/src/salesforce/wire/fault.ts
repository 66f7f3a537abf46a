import { Fault } from '../../domain/fault.ts';
import type { Trouble } from './trouble.ts';
import { CallFailed, isPassingCode } from './trouble.ts';

const missingName =
  /No such column '[^']{1,80}' on (?:entity|sobject of type) '?\w{1,80}'?|sObject type '[^']{1,80}'|external ID field does not exist or is not accessible: \w{1,80}|Unable to create\/update fields: [\w, ]{1,200}/;

/**
 * The name that Salesforce does not know or does not show to the integration user, without the rest of the message,
 * since that repeats the query. Null when the refusal is about something else.
 */
function missing(code: string, message: string): string | null {
  if (!['INVALID_TYPE', 'INVALID_FIELD', 'INVALID_FIELD_FOR_INSERT_UPDATE', 'NOT_FOUND'].includes(code))
    return null;
  return missingName.exec(message)?.[0] ?? null;
}

/** Whether a refused write means that the package, or the right to use it, is missing. */
export function packageFault(code: string, message: string): Fault | null {
  const name = missing(code, message);
  if (name !== null && name.includes('Tandem_')) return new Fault('TDM-S-PACKAGE', name);
  return null;
}

/** The fault that stops the pass when a call keeps failing like this. */
export function faultOf(trouble: Trouble, cause?: unknown): Fault {
  switch (trouble.kind) {
    case 'noAnswer':
      return new Fault('TDM-S-UNREACHABLE', trouble.code, cause);
    case 'unreadable':
      return new Fault('TDM-S-ANSWER', trouble.detail, cause);
    case 'down':
      return new Fault('TDM-S-UNREACHABLE', `HTTP ${trouble.status} ${trouble.code}`.trim(), cause);
    case 'refused':
      return refusalFault(trouble, cause);
  }
}

function refusalFault(trouble: Extract<Trouble, { kind: 'refused' }>, cause: unknown): Fault {
  if (trouble.code === 'REQUEST_LIMIT_EXCEEDED') return new Fault('TDM-S-LIMIT', trouble.code, cause);
  if (trouble.code === 'OPERATION_TOO_LARGE') return new Fault('TDM-S-TOO-LARGE', trouble.code, cause);
  if (['INVALID_SESSION_ID', 'API_DISABLED_FOR_ORG', 'API_CURRENTLY_DISABLED'].includes(trouble.code)) {
    return new Fault('TDM-S-LOGIN', trouble.code, cause);
  }
  if (isPassingCode(trouble.code)) return new Fault('TDM-S-UNREACHABLE', trouble.code, cause);
  const name = missing(trouble.code, trouble.message);
  if (name !== null) return new Fault('TDM-S-PACKAGE', name, cause);
  return new Fault('TDM-B-UNEXPECTED', trouble.code, cause);
}

/** Turns what a call threw into the fault that its caller sees; faults pass through. */
export function asFault(error: unknown): unknown {
  return error instanceof CallFailed ? faultOf(error.trouble, error) : error;
}
