import { expect, it } from 'vitest';
import type { ExchangeId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import { startTenant } from '../testing/emulated-tenant.ts';
import { hour, weekly } from './testing/event-bodies.ts';

const [code, topic] = ['Budget Code', 'Topic'].map(
  (name) => `String {00020329-0000-0000-c000-000000000046} Name ${name}`,
) as [string, string];
const fields = (...pairs: readonly (readonly [id: string, value: string])[]) => ({
  singleValueExtendedProperties: pairs.map(([id, value]) => ({ id, value })),
});

it('gives fields of Outlook by event, those of exceptions by their own ids, and only those that were asked for', async () => {
  const { control, mailbox, seeded } = await startTenant();
  const { people } = control;
  const single = await people.createEvent(seeded.id, { ...hour(4), ...fields([code, 'B 7'], [topic, 'T']) });
  const bare = await people.createEvent(seeded.id, hour(5));
  const series = await people.createEvent(seeded.id, { ...weekly, ...fields([code, 'All']) });
  await people.editEvent(seeded.id, series.id, fields([code, 'One']), '2031-03-10');
  const [exception] = (await people.events(seeded.id)).find(({ id }) => id === series.id)?.exceptions ?? [];
  const { calendar } = mailbox;

  const read = await calendar.readNamedFields(
    [single.id, bare.id, series.id, exception?.id ?? ''].map((id) => as<ExchangeId>(id)),
    [code],
  );
  expect([...read]).toEqual([
    [single.id, [{ id: code, value: 'B 7' }]],
    [bare.id, []],
    [series.id, [{ id: code, value: 'All' }]],
    [exception?.id, [{ id: code, value: 'One' }]],
  ]);
  const listed = await calendar.listNamedFields([code, topic]);
  expect(new Map([...listed].map(([id, named]) => [id, named.map(({ value }) => value)]))).toEqual(
    new Map([
      [single.id, ['B 7', 'T']],
      [bare.id, []],
      [series.id, ['All']],
    ]),
  );
});

it('knows an event that is gone from one without such fields, and writes them beside the marker', async () => {
  const { control, mailbox, seeded } = await startTenant();
  const { calendar } = mailbox;
  const gone = await control.people.createEvent(seeded.id, hour(4));
  await control.people.deleteEvent(seeded.id, gone.id);
  const [made] = await calendar.createEvents([
    { properties: { ...hour(5), ...fields([code, 'B 7']) }, marker: '00U1', transactionId: 'one' },
  ]);
  const id = made?.ok ? made.done.id : as<ExchangeId>('');
  expect([...(await calendar.readNamedFields([as<ExchangeId>(gone.id), id], [code])).values()]).toEqual([
    null,
    [{ id: code, value: 'B 7' }],
  ]);
  expect([...(await calendar.readMarkers())]).toEqual([[id, '00U1']]);
});
