import { z } from 'zod';
import type { AccountId, RecordId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { RequestRow } from '../../salesforce/salesforce.ts';

const salesforceId = z.string().regex(/^[a-zA-Z0-9]{18}$/);

export const accountId = salesforceId.transform((text) => as<AccountId>(text));
export const recordId = salesforceId.transform((text) => as<RecordId>(text));

/** The request's parameters in the given shape; null when they are no JSON or of another shape. None count as `{}`. */
export function parametersOf<Shape extends z.ZodType>(
  shape: Shape,
  { parameters }: RequestRow,
): z.output<Shape> | null {
  let json: unknown;
  try {
    json = JSON.parse(parameters?.trim() ? parameters : '{}');
  } catch {
    return null;
  }
  const parsed = shape.safeParse(json);
  return parsed.success ? parsed.data : null;
}
