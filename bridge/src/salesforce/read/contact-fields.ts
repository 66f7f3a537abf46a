import { z } from 'zod';
import type { FieldDescription } from '../../domain/mapping.ts';
import { parsed } from '../wire/answer.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';

const describeAnswer = z.object({
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      type: z.string(),
      length: z.number(),
      createable: z.boolean(),
      updateable: z.boolean(),
      nillable: z.boolean(),
      defaultedOnCreate: z.boolean(),
      calculated: z.boolean(),
    }),
  ),
});

/** What each field of Contact can hold, by API name, as the integration user sees it ("sObject Describe"). */
export async function describeContact(
  org: Org,
  patience: Patience,
): Promise<ReadonlyMap<string, FieldDescription>> {
  const answer = await patience(() => org.call({ method: 'GET', path: '/sobjects/Contact/describe' }));
  return new Map(
    parsed(describeAnswer, answer, 'describe of Contact').fields.map((field) => [
      field.name,
      {
        name: field.name,
        label: field.label,
        type: field.type,
        length: field.length,
        createable: field.createable,
        updateable: field.updateable,
        required: field.createable && !field.nillable && !field.defaultedOnCreate,
        calculated: field.calculated,
      },
    ]),
  );
}
