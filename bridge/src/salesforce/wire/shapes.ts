import { z } from 'zod';

/** A Salesforce date-time (`2026-05-01T09:00:00.000+0000`) as an ISO instant in UTC. */
export const instant = z.string().transform((text, context) => {
  const date = new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (!Number.isNaN(date.getTime())) return date.toISOString();
  context.addIssue({ code: 'custom', message: 'not a date-time' });
  return z.NEVER;
});

/** A text field; null when empty. */
export const text = z.string().nullable();

/** An id of one kind, from where ids enter the bridge. */
export function id<Id extends string>(): z.ZodType<Id> {
  return z.string().min(15) as unknown as z.ZodType<Id>;
}
