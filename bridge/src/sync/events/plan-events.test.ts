import { describe, expect, it } from 'vitest';
import type { ExchangeId, Fingerprint, RecordId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import { newLink } from '../../domain/link.ts';
import { printsAfter } from '../merge/merge-values.ts';
import { singleItem } from './event-item.ts';
import type { EventLinkView, EventPlanInput } from './plan-events.ts';
import { planEvents } from './plan-events.ts';
import { itemScope } from './item-scope.ts';
import { itemValues, recordValues } from './event-values.ts';
import { event, fingerprint, mapping, policy, record } from './testing/samples.ts';

const guest = {
  email: 'guest@contoso.test',
  name: 'Guest',
  type: 'required',
  response: 'none',
  responded: null,
} as const;
const all = { read: true, edit: true, delete: true };
const item = singleItem(event());
const link = {
  ...newLink(item.id, record().id, 'Event'),
  exchangePrints: printsAfter(itemValues(item, false, mapping), mapping, fingerprint),
  salesforcePrints: printsAfter(recordValues(record(), mapping), mapping, fingerprint),
};
const present = (changes: Parameters<typeof event>[0] = {}) =>
  ({ kind: 'present', item: singleItem(event(changes)), masked: false }) as const;
const there = (changes: Parameters<typeof record>[0] = {}, access = all) =>
  ({ kind: 'present', record: record(changes), access }) as const;

function plan(view: Partial<EventLinkView>, input: Partial<EventPlanInput> = {}) {
  const whole = {
    link,
    exchange: null,
    salesforce: there(),
    ownsRecord: true,
    paired: false,
    follows: false,
    takesOver: false,
    standsIn: false,
    handedOn: false,
    replaces: null,
  };
  return planEvents({
    policy,
    mapping,
    fingerprint,
    links: [{ ...whole, ...view }],
    newItems: [],
    newRecords: [],
    liveLinks: 100,
    deletions: { mailbox: { Exchange: 0, Salesforce: 0 }, org: 0 },
    approved: new Set(),
    ...input,
  });
}
const edited = { values: { ...record().values, Location: 'Room 9' } };

describe('planEvents', () => {
  it('hands a record over before anything of it is written', () => {
    const view = { exchange: present({ properties: { subject: 'Retro' } }), takesOver: true };
    expect(plan(view)).toMatchObject([{ kind: 'handOver', link, isHidden: false }]);
    expect(plan({ ...view, salesforce: { kind: 'hidden' }, follows: true })).toMatchObject([
      { kind: 'handOver', isHidden: true },
    ]);
  });

  it('tells which changes an attendee’s copy cannot take', () => {
    const copy = present({ isOrganizer: false, attendees: [guest] });
    const changed = { ...record().values, Subject: 'Mine', Description: 'Notes', ShowAs: 'Free' };
    const unheardOf = (view: Partial<EventLinkView>, input: Partial<EventPlanInput> = {}) =>
      plan({ exchange: copy, salesforce: there({ values: changed }), ...view }, input).flatMap((step) =>
        step.kind === 'merge' ? step.unheard.map(({ field }) => field) : [],
      );
    expect(unheardOf({ standsIn: true })).toEqual(['Subject']);
    expect(unheardOf({})).toEqual(['Subject']);
    expect(unheardOf({ exchange: present({ attendees: [guest] }) })).toEqual([]);
    const descriptions = { policy: { ...policy, descriptionToExchange: true } };
    expect(unheardOf({ standsIn: true }, descriptions)).toEqual(['Subject', 'Description']);
    const inOnly = { policy: { ...policy, direction: 'ExchangeToSalesforce' as const } };
    expect(unheardOf({ standsIn: true }, inOnly)).toEqual([]);
  });

  it('deletes the record of an item that was deleted, as the policy says', () => {
    expect(plan({ exchange: { kind: 'gone', how: 'Deleted' } })).toMatchObject([
      { kind: 'delete', side: 'Salesforce' },
    ]);
    expect(
      plan(
        { exchange: { kind: 'gone', how: 'Deleted' } },
        { policy: { ...policy, deletesToSalesforce: 'Keep' } },
      ),
    ).toMatchObject([{ kind: 'suppress', reason: 'DeletedByPolicy', issue: null }]);
  });

  it('leaves the record of somebody else, or one that may not be deleted, and says so', () => {
    const gone = { exchange: { kind: 'gone', how: 'Deleted' } } as const;
    expect(plan({ ...gone, ownsRecord: false })).toMatchObject([
      { kind: 'suppress', issue: 'TDM-E-NOT-OWNER' },
    ]);
    expect(plan({ ...gone, salesforce: there({}, { ...all, delete: false }) })).toMatchObject([
      { kind: 'suppress', issue: 'TDM-E-NOT-DELETABLE' },
    ]);
  });

  it('keeps the time of what Salesforce cannot hold from it, and the item where its record was deleted', () => {
    const long = { isAllDay: true, start: '2026-03-01', end: '2026-03-21' } as const;
    const exchange = present({ time: long, properties: { subject: 'Retro' } });
    expect(plan({ exchange })).toMatchObject([
      { kind: 'merge', unholdable: 'TDM-E-TOO-LONG', merge: { toSalesforce: { Subject: 'Retro' } } },
    ]);
    expect(plan({ exchange, salesforce: { kind: 'gone', how: 'DeletedByUser' } })).toMatchObject([
      { kind: 'suppress', issue: 'TDM-E-TOO-LONG' },
    ]);
  });

  it('never deletes on the word of a comparison', () => {
    expect(plan({ exchange: { kind: 'gone', how: 'DeletedUnseen' } })).toMatchObject([
      { kind: 'suppress', issue: 'TDM-E-DELETED-UNSEEN' },
    ]);
  });

  it('holds what is missing on either side when it is much, for an empty answer must not end all links', () => {
    const lost = (count: number) => ({
      links: Array.from({ length: count }, () => ({
        ...{ link, exchange: null, salesforce: { kind: 'gone', how: 'DeletedUnseen' } as const },
        ...{ ownsRecord: true, paired: false, follows: false, takesOver: false, standsIn: false },
        ...{ handedOn: false, replaces: null },
      })),
      liveLinks: 14,
    });
    expect(plan({}, lost(10))).toMatchObject(Array(10).fill({ kind: 'suppress', issue: 'TDM-E-PURGED' }));
    expect(plan({}, lost(11))).toMatchObject(Array(11).fill({ kind: 'hold', gone: 'Salesforce' }));
    const approved = new Set([link.exchangeId]);
    expect(plan({}, { ...lost(11), approved })).toMatchObject(Array(11).fill({ kind: 'suppress' }));
  });

  it('makes an item anew when its record was edited: edit beats delete', () => {
    expect(plan({ exchange: { kind: 'gone', how: 'Deleted' }, salesforce: there(edited) })).toMatchObject([
      { kind: 'createItem', replaces: link },
    ]);
  });

  it('ends the link when a person takes the mark away', () => {
    expect(plan({ exchange: { kind: 'gone', how: 'MovedOut' } })).toMatchObject([
      { kind: 'suppress', reason: 'MovedOut' },
    ]);
  });

  it('takes the details out of Salesforce when an event turns private and nothing private is synced', () => {
    const secret = singleItem(event({ sensitivity: 'private' }));
    const [step] = plan({ exchange: { kind: 'hidden', item: secret } });
    expect(step).toMatchObject({
      kind: 'merge',
      ends: true,
      merge: {
        toSalesforce: { Subject: 'Busy', Location: null, Description: null, IsPrivate: 'true' },
        toExchange: {},
        conflicts: [],
      },
    });
  });

  it('ends the former link too when its record goes on with another item and the link ends at once', () => {
    const replaces = { ...link, exchangeId: as<ExchangeId>('item-1/2026-03-16') };
    const steps = plan({
      exchange: present(),
      salesforce: { kind: 'gone', how: 'DeletedByOther' },
      replaces,
    });
    expect(steps[0]).toMatchObject({ kind: 'suppress', link: { exchangeId: 'item-1/2026-03-16' } });
    expect(steps).toHaveLength(2);
  });

  it('ends the former link too when the record that goes on was deleted and is made anew', () => {
    const replaces = { ...link, exchangeId: as<ExchangeId>('item-1/2026-03-16') };
    const renamed = { properties: { ...event().properties, subject: 'Renamed' } };
    const steps = plan({
      exchange: present(renamed),
      salesforce: { kind: 'gone', how: 'DeletedByUser' },
      replaces,
    });
    expect(steps).toMatchObject([
      { kind: 'suppress', link: { exchangeId: 'item-1/2026-03-16' } },
      { kind: 'createRecord', replaces: link },
    ]);
  });

  it('keeps an item whose days were changed while its record was deleted: edit beats delete', () => {
    const replaces = { ...link, exchangeId: as<ExchangeId>('item-1/2026-03-16') };
    const steps = plan({
      exchange: present(),
      salesforce: { kind: 'gone', how: 'DeletedByUser' },
      replaces,
    });
    expect(steps).toMatchObject([
      { kind: 'suppress', link: { exchangeId: 'item-1/2026-03-16' } },
      { kind: 'createRecord', replaces: link },
    ]);
  });

  it('lets one copy of a meeting write; of the others only the links end', () => {
    const copy = { isOrganizer: false, properties: { ...event().properties, subject: 'Other' } };
    expect(plan({ exchange: present(copy), follows: true })).toEqual([]);
    expect(plan({ exchange: { kind: 'gone', how: 'Deleted' }, follows: true })).toMatchObject([
      { kind: 'suppress', reason: 'DeletedByPolicy', issue: null },
    ]);
    expect(plan({ salesforce: { kind: 'gone', how: 'DeletedByOther' }, follows: true })).toMatchObject([
      { kind: 'suppress', reason: 'DeletedByPolicy' },
    ]);
  });

  it('never writes or deletes a row of a series that was made in Salesforce', () => {
    const renamed = { properties: { ...event().properties, subject: 'Renamed' } };
    const [step] = plan({ exchange: present(renamed), salesforce: there({ isSeriesRow: true }) });
    expect(step).toMatchObject({
      kind: 'merge',
      merge: {
        toSalesforce: {},
        toExchange: { Subject: 'Review' },
        conflicts: [{ field: 'Subject', winner: 'Salesforce', losing: 'Renamed' }],
      },
    });
    expect(
      plan({ exchange: { kind: 'gone', how: 'Deleted' }, salesforce: there({ isSeriesRow: true }) }),
    ).toMatchObject([{ kind: 'suppress', reason: 'DeletedByPolicy', issue: 'TDM-E-SERIES-ROW' }]);
  });

  it('takes the copy away that it made of a record which another user owns now, and keeps one that was changed', () => {
    const handedOn = { ownsRecord: false, handedOn: true };
    expect(plan({ ...handedOn, exchange: present() })).toMatchObject([
      { kind: 'delete', side: 'Exchange', reason: 'AccessLost' },
    ]);
    const renamed = { properties: { ...event().properties, subject: 'Renamed' } };
    expect(plan({ ...handedOn, exchange: present(renamed) })).toMatchObject([
      { kind: 'merge', merge: { toSalesforce: { Subject: 'Renamed' } } },
    ]);
    const inOnly = { policy: { ...policy, direction: 'ExchangeToSalesforce' as const } };
    expect(plan({ ...handedOn, exchange: present() }, inOnly)).toMatchObject([{ kind: 'merge' }]);
  });

  it('gives a record its own event, another one where the one before was taken away', () => {
    const ended = { ...link, state: 'Suppressed', reason: 'AccessLost' } as const;
    for (const replaces of [null, ended])
      expect(plan({}, { links: [], newRecords: [{ record: record(), replaces }] })).toMatchObject([
        { kind: 'createItem', replaces },
      ]);
  });

  it('lets a change wait in Outlook that the user may not make in Salesforce', () => {
    const renamed = { properties: { ...event().properties, subject: 'Renamed' } };
    const [step] = plan({ exchange: present(renamed), salesforce: there({}, { ...all, edit: false }) });
    expect(step).toMatchObject({
      kind: 'merge',
      readOnly: true,
      merge: { toSalesforce: {}, waiting: [{ field: 'Subject' }] },
    });
  });

  it('holds many deletions', () => {
    const links = Array.from({ length: 30 }, (_, index) => ({
      link: { ...link, exchangeId: as<ExchangeId>(`item-${index}`), recordId: as<RecordId>(`00U${index}`) },
      exchange: { kind: 'gone', how: 'Deleted' } as const,
      salesforce: there(),
      ownsRecord: true,
      paired: false,
      follows: false,
      takesOver: false,
      standsIn: false,
      handedOn: false,
      replaces: null,
    }));
    const steps = plan({}, { links });
    expect(new Set(steps.map(({ kind }) => kind))).toEqual(new Set(['hold']));
    const approved = new Set(links.map((one) => one.link.exchangeId));
    expect(plan({}, { links, approved }).every(({ kind }) => kind === 'delete')).toBe(true);
  });

  const fresh = (changes: Parameters<typeof event>[0], policyChanges: Partial<typeof policy> = {}) => {
    const one = singleItem(event(changes));
    const rules = { ...policy, ...policyChanges };
    const newItems = [
      { item: one, scope: itemScope(one, rules), meeting: as<Fingerprint>('meeting'), replaces: null },
    ];
    return plan({}, { links: [], newItems, policy: rules });
  };

  it('makes a record of a new item, and none of what is not to be synced', () => {
    expect(fresh({})).toMatchObject([{ kind: 'createRecord', values: { Subject: 'Review' } }]);
    expect(fresh({ sensitivity: 'confidential' })).toMatchObject([{ kind: 'loose', issue: null }]);
    expect(fresh({}, { selection: 'Marked' })).toMatchObject([{ kind: 'loose', issue: null }]);
    expect(fresh({ categories: ['salesforce'] }, { selection: 'Marked' })).toMatchObject([
      { kind: 'createRecord' },
    ]);
    expect(fresh({}, { direction: 'SalesforceToExchange' })).toMatchObject([{ kind: 'loose', issue: null }]);
  });

  it('shows of a private event that somebody is busy, where only its time is synced', () => {
    expect(fresh({ sensitivity: 'private' }, { privateEvents: 'TimeOnly' })).toMatchObject([
      {
        kind: 'createRecord',
        values: { Subject: 'Busy', Location: null, Description: null, IsPrivate: 'true' },
      },
    ]);
  });

  it('lists what Salesforce cannot hold', () => {
    const long = { isAllDay: true, start: '2026-03-01', end: '2026-03-21' } as const;
    expect(fresh({ time: long })).toMatchObject([{ kind: 'loose', issue: 'TDM-E-TOO-LONG' }]);
    const backwards = {
      isAllDay: false,
      start: '2026-03-02T10:00:00.000Z',
      end: '2026-03-02T09:00:00.000Z',
    } as const;
    expect(fresh({ time: backwards })).toMatchObject([{ kind: 'loose', issue: 'TDM-E-ENDS-BEFORE' }]);
  });
});
