import { describe, expect, it } from 'vitest';
import type { ExchangeId, Fingerprint, RecordId, UserId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import { newLink } from '../../domain/link.ts';
import { linkFrom, linkRow } from './link-row.ts';

const event = (id: string, fields: Partial<Link> = {}): Link => ({
  ...newLink(as<ExchangeId>(id), as<RecordId>('00U000000000001AAA'), 'Event'),
  meeting: as<Fingerprint>('print'),
  ...fields,
});
const rowOf = (link: Link) => linkRow(as<UserId>('005000000000001AAA'), 'a0B000000000001AAA', link);

describe('the link row of an event', () => {
  it('names its meeting, and opens it in Outlook', () => {
    expect(rowOf(event('AAk/A+='))).toMatchObject({
      Link_Key__c: '005000000000001AAA|calendar|AAk/A+=',
      Kind__c: 'Event',
      Scope__c: 'calendar',
      Exchange_Id__c: 'AAk/A+=',
      Meeting_Identity__c: 'print',
      Series__c: null,
      Web_Link__c: 'https://outlook.office365.com/owa/?itemid=AAk%2FA%2B%3D&exvsurl=1&path=/calendar/item',
    });
  });

  it('of a date names its series, and opens that', () => {
    expect(rowOf(event('AAk/A+=/2026-12-01'))).toMatchObject({
      Exchange_Id__c: 'AAk/A+=/2026-12-01',
      Series__c: 'AAk/A+=',
      Web_Link__c: 'https://outlook.office365.com/owa/?itemid=AAk%2FA%2B%3D&exvsurl=1&path=/calendar/item',
    });
  });

  it('counts the attendees for whom nobody stands, those beyond the list too', () => {
    const unmatched = Array.from({ length: 103 }, (_none, index) => `guest${index}@customer.test`);
    const row = linkRow(as<UserId>('005000000000001AAA'), 'a0B000000000001AAA', event('AAk='), unmatched);
    expect(row['Unmatched_Count__c']).toBe(103);
    expect(String(row['Unmatched_Attendees__c']).split('\n').slice(99)).toEqual([
      'guest99@customer.test',
      '+ 3',
    ]);
    expect(linkRow(as<UserId>('005000000000001AAA'), 'a0B000000000001AAA', event('AAk='), [])).toMatchObject({
      Unmatched_Attendees__c: null,
      Unmatched_Count__c: null,
    });
  });

  it('fits its fields, a date of a series with a long id too', () => {
    const row = rowOf(event(`${'A'.repeat(150)}==/2026-12-01`));
    const fields = [
      'Link_Key__c',
      'Exchange_Id__c',
      'Meeting_Identity__c',
      'Series__c',
      'Web_Link__c',
    ] as const;
    for (const name of fields) expect(String(row[name]).length).toBeLessThanOrEqual(255);
    expect(row['Web_Link__c']).not.toBeNull();
    expect(rowOf(event('A'.repeat(200)))['Web_Link__c']).toBeNull();
  });

  it('opens nothing when its event has no item', () => {
    expect(rowOf(event('none:00U000000000001AAA'))['Web_Link__c']).toBeNull();
  });

  it('is read back with its meeting, kind and scope', () => {
    const { exchangeId, recordId, kind, meeting, state, reason, madeBy } = event('AAk=/2026-12-01');
    const row = { rowId: 'a0C', exchangeId, recordId, kind, meeting, state, reason, madeBy };
    expect(linkFrom(row)).toEqual(event('AAk=/2026-12-01'));
  });
});

it('the link row of a contact has nothing that only events have', () => {
  const row = rowOf(newLink(as<ExchangeId>('AAk='), as<RecordId>('003000000000001AAA')));
  expect(Object.keys(row)).not.toEqual(expect.arrayContaining(['Web_Link__c']));
  expect(row['Meeting_Identity__c']).toBeUndefined();
});
