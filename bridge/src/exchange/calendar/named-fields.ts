import { z } from 'zod';
import type { ExchangeId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { MailboxCalls } from '../mailbox-calls.ts';
import { expandAll } from '../marker.ts';
import { readItems } from '../read-items.ts';
import type { NamedField } from './exchange-calendar.ts';
import { isException } from './event-shape.ts';
import { readCalendarList } from './list.ts';

const shape = z.looseObject({
  id: z.string().min(1),
  singleValueExtendedProperties: z
    .array(z.looseObject({ id: z.string(), value: z.string().nullable() }))
    .default([]),
});

/** Fields of these events, exceptions among them, by the ids of their properties; null for those that do not exist. */
export async function readNamedFields(
  calls: MailboxCalls,
  ids: readonly ExchangeId[],
  properties: readonly string[],
): Promise<ReadonlyMap<ExchangeId, readonly NamedField[] | null>> {
  return readItems<readonly NamedField[]>(calls, ids, {
    operation: 'readNamedFields',
    pathOf: (id) => `${calls.paths.event(id)}?$select=id&${expandAll(properties)}`,
    read: (body) => fieldsOf(body)?.fields,
  });
}

/** The same of all single events and masters, in pages of up to 999, since delta refuses `$expand`. */
export async function listNamedFields(
  { sender, paths }: MailboxCalls,
  properties: readonly string[],
): Promise<ReadonlyMap<ExchangeId, readonly NamedField[]>> {
  const path = `${paths.events}?$top=999&$select=id,type&${expandAll(properties)}`;
  const items = await readCalendarList(sender, path, 'listNamedFields');
  return new Map(
    items
      .filter((body) => !isException(body))
      .flatMap((body) => {
        const found = fieldsOf(body);
        return found === undefined ? [] : [[found.id, found.fields] as const];
      }),
  );
}

function fieldsOf(
  body: unknown,
): { readonly id: ExchangeId; readonly fields: readonly NamedField[] } | undefined {
  const parsed = shape.safeParse(body);
  if (!parsed.success) return undefined;
  const { id, singleValueExtendedProperties: named } = parsed.data;
  return { id: as<ExchangeId>(id), fields: named.map((one) => ({ id: one.id, value: one.value })) };
}
