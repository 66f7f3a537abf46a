import { describe, expect, it } from 'vitest';
import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import { newLink } from '../../domain/link.ts';
import { printsAfter } from '../merge/merge-values.ts';
import { singleItem } from './event-item.ts';
import { itemValues, recordValues } from './event-values.ts';
import { followRow } from './follow-row.ts';
import { mergeEvent } from './merge-event.ts';
import { event, fingerprint, mapping, policy, record } from './testing/samples.ts';

const linked = {
  ...newLink(as<ExchangeId>('item-1'), as<RecordId>('00U000000000001AAA')),
  exchangePrints: printsAfter(itemValues(singleItem(event()), false, mapping), mapping, fingerprint),
  salesforcePrints: printsAfter(recordValues(record(), mapping), mapping, fingerprint),
};
const guests = [
  { email: 'c@customer.test', name: 'C', type: 'required', response: 'none', responded: null },
] as const;

function merged(changes: {
  item?: Parameters<typeof event>[0];
  record?: Parameters<typeof record>[0];
  policy?: Partial<typeof policy>;
  masked?: boolean;
  goesOn?: boolean;
  isPrivateElsewhere?: boolean;
  link?: Link;
}) {
  return mergeEvent({
    link: changes.link ?? linked,
    item: { ...singleItem(event(changes.item)), isPrivateElsewhere: changes.isPrivateElsewhere ?? false },
    record: record(changes.record),
    masked: changes.masked ?? false,
    goesOn: changes.goesOn ?? false,
    editable: true,
    policy: { ...policy, ...changes.policy },
    mapping,
    fingerprint,
  }).merge;
}

const renamed = { properties: { ...event().properties, subject: 'Renamed' } };
const described = { values: { ...record().values, Description: 'Call notes' } };

describe('mergeEvent', () => {
  it('finds both alike', () => {
    const { toExchange, toSalesforce, conflicts } = merged({});
    expect({ toExchange, toSalesforce, conflicts }).toEqual({
      toExchange: {},
      toSalesforce: {},
      conflicts: [],
    });
  });

  it('carries a move over as one value, and not by the reminder that moves with it', () => {
    const time = {
      isAllDay: false,
      start: '2026-03-17T12:00:00.000Z',
      end: '2026-03-17T13:00:00.000Z',
    } as const;
    const values = { ...record().values, ReminderDateTime: '2026-03-17T11:45:00.000Z' };
    expect(merged({ record: { time, values } }).toExchange).toEqual({
      StartDateTime: '2026-03-17T12:00:00.000Z/2026-03-17T13:00:00.000Z',
    });
  });

  it('takes a reminder that Outlook cannot have for the nearest, on both sides', () => {
    const start = Date.parse('2026-03-17T10:00:00.000Z');
    const reminds = (minutes: number) => ({
      values: { ...record().values, ReminderDateTime: new Date(start - minutes * 60_000).toISOString() },
    });
    const shows = (reminderMinutesBeforeStart: number) => ({
      properties: { ...event().properties, reminderMinutesBeforeStart },
    });
    for (const [minutes, nearest] of [
      [-1425, 0],
      [0, 0],
      [2_629_800, 2_629_800],
      [3_000_000, 2_629_800],
    ] as const) {
      expect(merged({ record: reminds(minutes) }).toExchange).toEqual({ ReminderDateTime: String(nearest) });
      const { toExchange, toSalesforce } = merged({ item: shows(nearest), record: reminds(minutes) });
      expect({ toExchange, toSalesforce }).toEqual({ toExchange: {}, toSalesforce: {} });
    }
    expect(merged({ item: shows(-540) }).toSalesforce).toEqual({ ReminderDateTime: '0' });
  });

  it('merges different fields of both sides', () => {
    const place = { values: { ...record().values, Location: 'Room 2' } };
    const { toExchange, toSalesforce } = merged({ item: renamed, record: place });
    expect(toExchange).toEqual({ Location: 'Room 2' });
    expect(toSalesforce).toEqual({ Subject: 'Renamed' });
  });

  it('never sends call notes to attendees unless the admin opts in', () => {
    expect(merged({ item: { attendees: guests }, record: described }).toExchange).toEqual({});
    expect(
      merged({ item: { attendees: guests }, record: described, policy: { descriptionToExchange: true } })
        .toExchange,
    ).toEqual({ Description: 'Call notes' });
    expect(merged({ record: described }).toExchange).toEqual({ Description: 'Call notes' });
  });

  it('writes to an attendee’s copy only what is its own', () => {
    const both = { values: { ...record().values, Subject: 'Ours', ShowAs: 'Free' } };
    expect(merged({ item: { isOrganizer: false, attendees: guests }, record: both }).toExchange).toEqual({
      ShowAs: 'Free',
    });
  });

  it('takes the details of a private event away that nobody remembers, and not what stands in Salesforce alone', () => {
    const secret = { sensitivity: 'private' as const };
    const paired = newLink(linked.exchangeId, linked.recordId);
    const { toSalesforce } = merged({ item: secret, masked: true, link: paired });
    expect(toSalesforce).toMatchObject({ Subject: 'Busy', Location: null, Description: null });
    expect(
      Object.keys(merged({ item: secret, record: described, masked: true, link: paired }).toSalesforce),
    ).not.toContain('Description');
  });

  it('takes the details of a private event away that a pass which broke off had written while it was public', () => {
    const secret = { sensitivity: 'private' } as const;
    const prints = printsAfter(itemValues(singleItem(event(secret)), true, mapping), mapping, fingerprint);
    const reduced = { ...linked, exchangePrints: prints, salesforcePrints: prints };

    expect(merged({ item: secret, masked: true, link: reduced }).toSalesforce).toMatchObject({
      Subject: 'Busy',
      Location: null,
    });
    const typed = { values: { ...record().values, Subject: 'Typed here' } };
    expect(
      merged({ item: secret, masked: true, link: reduced, record: typed }).toSalesforce,
    ).not.toHaveProperty('Subject');
  });

  it('shows nothing but the time of a private event, and keeps no losing value of it', () => {
    const secret = { sensitivity: 'private' as const };
    const { toSalesforce, toExchange, conflicts } = merged({
      item: secret,
      record: { values: { ...record().values, Subject: 'Changed there' } },
      masked: true,
    });
    expect(toSalesforce).toEqual({ Subject: 'Busy', Location: null, Description: null, IsPrivate: 'true' });
    expect(toExchange).toEqual({});
    expect(conflicts).toEqual([]);
  });

  it('keeps private what nobody remembers and only one side shows as private, whoever wins else', () => {
    const link = newLink(linked.exchangeId, linked.recordId);
    const secretRecord = { values: { ...record().values, IsPrivate: 'true' } };
    for (const conflictWinner of ['Exchange', 'Salesforce', 'Latest'] as const) {
      const item = merged({ item: { sensitivity: 'confidential' }, link, policy: { conflictWinner } });
      expect([item.toExchange, item.toSalesforce]).toEqual([{}, { IsPrivate: 'true' }]);
      const { toExchange, toSalesforce } = merged({ record: secretRecord, link, policy: { conflictWinner } });
      expect([toExchange, toSalesforce]).toEqual([{ IsPrivate: 'true' }, {}]);
    }
  });

  it('keeps what was added to the record of a date whose series changed its days, and fills the new date with it', () => {
    const noted = recordValues(record(described), mapping);
    const link = {
      ...linked,
      exchangePrints: printsAfter(noted, mapping, fingerprint),
      salesforcePrints: printsAfter(noted, mapping, fingerprint),
      lastSyncedFrom: 'Salesforce',
    } as const;
    const item = { text: '' };
    const goesOn = merged({ item, record: described, link, goesOn: true });
    expect([goesOn.toExchange, goesOn.toSalesforce]).toEqual([{ Description: 'Call notes' }, {}]);
    // What the same date has no more, a person took out; and what came from Outlook goes with its rule.
    const emptied = { toExchange: {}, toSalesforce: { Description: null } };
    expect(merged({ item, record: described, link })).toMatchObject(emptied);
    const fromOutlook = { ...link, lastSyncedFrom: 'Exchange' } as const;
    expect(merged({ item, record: described, link: fromOutlook, goesOn: true })).toMatchObject(emptied);
  });

  it('leaves the details of a private event in a record that a person made, and adds none', () => {
    const { toSalesforce, toExchange } = merged({
      item: { sensitivity: 'private' as const, properties: { ...event().properties, subject: 'Later' } },
      record: { isCopy: false, values: { ...record().values, Description: 'Mine' } },
      masked: true,
    });
    expect(toSalesforce).toEqual({ IsPrivate: 'true' });
    expect(toExchange).toEqual({});
  });

  it('is private in Salesforce as long as another copy of the meeting is, whatever people say there, and only there', () => {
    const hidden = merged({ isPrivateElsewhere: true });
    expect([hidden.toExchange, hidden.toSalesforce]).toEqual([{}, { IsPrivate: 'true' }]);
    const exchangePrints = { ...linked.exchangePrints, IsPrivate: fingerprint('IsPrivate', 'true') };
    const salesforcePrints = { ...linked.salesforcePrints, IsPrivate: fingerprint('IsPrivate', 'true') };
    const link = { ...linked, exchangePrints, salesforcePrints };
    const shown = merged({ isPrivateElsewhere: true, link, policy: { conflictWinner: 'Salesforce' } });
    expect([shown.toExchange, shown.toSalesforce]).toEqual([{}, { IsPrivate: 'true' }]);
    const { toSalesforce, toExchange } = merged({ link });
    expect([toExchange, toSalesforce]).toEqual([{}, {}]);
  });

  it('takes tentative for busy, so that it is no change', () => {
    expect(
      merged({ item: { properties: { ...event().properties, showAs: 'tentative' } } }).toSalesforce,
    ).toEqual({});
  });

  it('takes seconds for nothing, since Salesforce has none', () => {
    const time = {
      isAllDay: false,
      start: '2026-03-17T10:00:12.000Z',
      end: '2026-03-17T11:00:40.000Z',
    } as const;
    expect(merged({ item: { time } }).toSalesforce).toEqual({});
  });
});

describe('followRow', () => {
  const follow = (item: Parameters<typeof event>[0], link = linked) =>
    followRow({
      link,
      item: singleItem(event(item)),
      record: record({ isSeriesRow: true }),
      masked: false,
      goesOn: false,
      policy,
      mapping,
      fingerprint,
    }).merge;

  it('never writes the row, and gives its copy back what it was', () => {
    const { toExchange, toSalesforce, waiting } = follow(renamed);
    expect(toSalesforce).toEqual({});
    expect(toExchange).toEqual({ Subject: 'Review' });
    expect(waiting.map(({ field }) => field)).toEqual(['Subject']);
  });

  it('keeps what is taken back, also when nobody remembers who changed it', () => {
    const kept = [{ field: 'Subject', winner: 'Salesforce', losing: 'Renamed' }];
    expect(follow(renamed).conflicts).toEqual(kept);
    const forgotten = { ...linked, exchangePrints: {}, salesforcePrints: {} };
    expect(follow(renamed, forgotten).conflicts).toEqual(kept);
  });

  it('leaves in a private copy what was changed there, and goes on listing it', () => {
    const { toExchange, conflicts, waiting, against } = follow({ ...renamed, sensitivity: 'private' });
    expect({ toExchange, conflicts }).toEqual({ toExchange: {}, conflicts: [] });
    const changed = ['Subject', 'IsPrivate'];
    expect(waiting.map(({ field }) => field)).toEqual(changed);
    expect(against).toEqual(changed.map((field) => ({ field, side: 'Exchange' })));
  });

  it('writes nothing when the copy is like the row', () => {
    expect(follow({}).toExchange).toEqual({});
  });
});
