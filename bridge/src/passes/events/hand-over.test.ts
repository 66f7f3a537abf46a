import { expect, it } from 'vitest';
import { as } from '../../domain/ids.ts';
import type { Fingerprint, RecordId, UserId } from '../../domain/ids.ts';
import { newLink } from '../../domain/link.ts';
import { singleItem } from '../../sync/events/event-item.ts';
import { event } from '../../sync/events/testing/samples.ts';
import { noEffects } from '../effects/effects.ts';
import type { EventPassContext } from './event-context.ts';
import { handOver } from './hand-over.ts';

it('takes the list of those whom nobody stands for from the attendee’s link before the organiser becomes the owner', async () => {
  const written: unknown[] = [];
  const note = (rows: readonly object[]) => {
    written.push(...rows);
    return Promise.resolve(rows.map(() => ({ ok: true, done: null })));
  };
  const copies = ['005ada', '005bob'].map((userId) => ({ userId, exchangeId: `copy of ${userId}` }));
  const known = { key: as<Fingerprint>('of ana'), relatedId: '003ana', byTandem: true, status: null };
  const byPerson = { ...known, key: as<Fingerprint>('of ben'), relatedId: '003ben', byTandem: false };
  const attendance = new Map([['00U1', [known, byPerson]]]);
  const context = {
    userId: as<UserId>('005ada'),
    store: {
      events: { meetings: () => Promise.resolve(copies), attendance: () => Promise.resolve(attendance) },
    },
    salesforce: {
      writer: { upsertRows: (_object: string, _key: string, rows: readonly object[]) => note(rows) },
      events: { update: note },
    },
  } as unknown as EventPassContext;
  const item = singleItem(event());
  const record = as<RecordId>('00U1');
  const link = { ...newLink(item.id, record, 'Event'), meeting: as<Fingerprint>('meeting') };

  const effects = noEffects();
  await handOver(context, [{ kind: 'handOver', link, item, paired: false, isHidden: false }], effects);

  expect(written).toEqual([
    { Link_Key__c: '005bob|calendar|copy of 005bob', Unmatched_Attendees__c: null, Unmatched_Count__c: null },
    { id: record, fields: { OwnerId: '005ada' } },
  ]);
  // Whom Tandem related is known by no address, so that who attends is looked for anew.
  expect(effects.attendances).toEqual([
    { exchangeId: item.id, recordId: record, attendees: [{ ...known, key: 'former of ana' }] },
  ]);
});
