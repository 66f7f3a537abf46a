import { z } from 'zod';
import type { Trouble } from './trouble.ts';

const errorItem = z.object({
  errorCode: z.string(),
  message: z.string().default(''),
  fields: z.array(z.string()).nullish(),
});
const errorBody = z.array(errorItem).min(1);
const jsforceError = z.object({ errorCode: z.string(), message: z.string(), data: z.unknown() });

/**
 * The refusal in the error body of the REST API: an array of `{errorCode, message, fields}`, as in the REST API Developer
 * Guide, "Status Codes and Error Responses". Only the first is kept.
 */
export function refusalInBody(status: number, body: unknown): Trouble {
  const errors = errorBody.safeParse(body);
  const first = errors.data?.[0];
  if (first === undefined) return { kind: 'unreadable', detail: `HTTP ${status} without an error code` };
  if (status >= 500) return { kind: 'down', status, code: first.errorCode };
  return { kind: 'refused', code: first.errorCode, message: first.message, fields: first.fields ?? [] };
}

/** The refusal in an error thrown by jsforce, which keeps the body of the answer in `data`. */
export function refusalOf(error: unknown): Trouble {
  const thrown = jsforceError.safeParse(
    error instanceof Error ? { ...error, message: error.message } : error,
  );
  if (!thrown.success) return { kind: 'unreadable', detail: 'an error without a code' };
  if (thrown.data.errorCode === 'ERROR_HTTP_401') {
    return { kind: 'refused', code: 'INVALID_SESSION_ID', message: '', fields: [] };
  }
  if (thrown.data.errorCode.startsWith('ERROR_HTTP_')) {
    return {
      kind: 'unreadable',
      detail: `HTTP ${thrown.data.errorCode.slice('ERROR_HTTP_'.length)} without an error code`,
    };
  }
  const { data } = thrown.data;
  return refusalInBody(400, Array.isArray(data) ? data : [data]);
}
