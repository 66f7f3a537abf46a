import { z } from 'zod';
import type { ContactDescription, FieldDescription } from '../../domain/mapping.ts';
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
      permissionable: z.boolean(),
      compoundFieldName: z.string().nullable(),
      filterable: z.boolean(),
    }),
  ),
  recordTypeInfos: z
    .array(
      z.object({
        recordTypeId: z.string(),
        developerName: z.string(),
        active: z.boolean(),
        available: z.boolean(),
        master: z.boolean(),
      }),
    )
    .default([]),
});

/** What each field of an object can hold, and its record types, as the integration user sees them ("sObject Describe"). */
export async function describeObject(
  org: Org,
  patience: Patience,
  object: 'Contact' | 'Account' | 'Event',
): Promise<ContactDescription> {
  const answer = await patience(() => org.call({ method: 'GET', path: `/sobjects/${object}/describe` }));
  const { fields, recordTypeInfos } = parsed(describeAnswer, answer, `describe of ${object}`);
  const addresses = new Map(
    fields.filter(({ type }) => type === 'address').map((field) => [field.name, field]),
  );
  const described = new Map<string, FieldDescription>(
    fields.map((field) => [
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
        securedAs: securedAs(field, addresses.get(field.compoundFieldName ?? '')),
        filterable: field.filterable,
      },
    ]),
  );
  const recordTypes = recordTypeInfos
    .filter(({ master }) => !master)
    .map(({ recordTypeId, developerName, active, available }) => ({
      id: recordTypeId,
      developerName,
      active,
      available,
    }));
  return { fields: described, recordTypes };
}

/** The parts of an address are secured together, under the name of the whole (Metadata API, "Profile"). */
function securedAs(field: Secured, address: Secured | undefined): string | null {
  if (address) return address.permissionable || field.permissionable ? address.name : null;
  return field.permissionable ? field.name : null;
}

type Secured = Pick<z.output<typeof describeAnswer>['fields'][number], 'name' | 'permissionable'>;
