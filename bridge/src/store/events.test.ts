import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeId, Fingerprint, RecordId, UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { CalendarState } from './event-store.ts';
import type { TestPlace } from './fixture.ts';
import {
  addMailbox,
  claimMailbox,
  newId,
  openingMs,
  testChunk,
  testEvent,
  testLink,
  testLog,
  testStores,
} from './fixture.ts';
import type { OpenStore } from './open.ts';
import { openStore } from './open.ts';
import type { Store } from './store.ts';
import { ClaimLost } from './store.ts';

describe.each(testStores())('events in the database, $name', ({ migrated }) => {
  let place: TestPlace;
  let open: OpenStore;
  let store: Store;

  beforeAll(async () => {
    place = await migrated();
    open = await openStore({ ...place.options, log: testLog() });
    store = open.store;
  }, openingMs);
  afterAll(async () => {
    await open.close();
    await place.remove();
  });

  const newKey = () => as<Fingerprint>(newId('key'));
  const inbox = async (userId: UserId) =>
    (await store.inbox.read(userId, 'Event')).map(({ recordId }) => recordId);
  const eventLink = (recordId: RecordId, fields = {}) =>
    testLink({ kind: 'Event', scope: 'calendar', recordId, ...fields });

  const untouched: CalendarState = {
    cursor: null,
    windowFrom: null,
    windowUntil: null,
    begun: null,
    linksLoaded: false,
    firstSyncDone: false,
    problem: null,
    problemDetail: null,
    notBefore: null,
  };

  describe('who attends a record', () => {
    const ana = (fields = {}) => ({
      key: newKey(),
      relatedId: newId('003'),
      byTandem: true,
      status: 'New' as const,
      ...fields,
    });
    const attends = async (recordId: RecordId, ...attendees: readonly ReturnType<typeof ana>[]) => {
      const claim = await claimMailbox(store, 'Event');
      const links = [eventLink(recordId)];
      await store.chunks.remember(claim, testChunk({ links, attendances: [{ recordId, attendees }] }));
      return claim;
    };

    it('is remembered with the chunk, and replaced as a whole', async () => {
      const recordId = as<RecordId>(newId('00U'));
      const [first, second] = [ana(), ana({ status: 'Accepted' as const })];
      await attends(recordId, first, second);
      expect(await store.events.attendance([recordId])).toEqual(new Map([[recordId, [first, second]]]));
      await attends(recordId, second);
      expect(await store.events.attendance([recordId])).toEqual(new Map([[recordId, [second]]]));
    });

    it('is forgotten when the record is deleted', async () => {
      const recordId = as<RecordId>(newId('00U'));
      await attends(recordId, ana());
      await store.events.remember([testEvent({ recordId, deleted: true })], false);
      expect(await store.events.attendance([recordId])).toEqual(new Map());
    });

    it('is looked for again by the address that nobody has, and whom a person chose for it counts', async () => {
      const recordId = as<RecordId>(newId('00U'));
      const [nobody, somebody] = [ana({ relatedId: null }), ana()];
      const { userId } = await attends(recordId, nobody, somebody);
      const [link] = await store.links.ofMailbox(userId, 'Event');
      expect(await store.events.unmatchedItems(userId, nobody.key)).toEqual([link?.exchangeId]);
      expect(await store.events.unmatchedItems(userId, somebody.key)).toEqual([]);
      await store.events.chooseAttendee(userId, nobody.key, '003first');
      await store.events.chooseAttendee(userId, nobody.key, '003second');
      expect(await store.events.chosenAttendees(userId, [nobody.key, somebody.key])).toEqual(
        new Map([[nobody.key, '003second']]),
      );
    });
  });

  describe('a calendar', () => {
    it('is unknown at first, and then has what was written, field by field', async () => {
      const claim = await claimMailbox(store, 'Event');
      expect(await store.events.calendar(claim.userId)).toBeNull();
      await store.events.updateCalendar(claim, { begun: '2026-11-01T00:00:00.000Z' });
      await store.events.updateCalendar(claim, { cursor: 'delta', windowFrom: '2026-10-01T00:00:00.000Z' });
      expect(await store.events.calendar(claim.userId)).toEqual({
        ...untouched,
        begun: '2026-11-01T00:00:00.000Z',
        cursor: 'delta',
        windowFrom: '2026-10-01T00:00:00.000Z',
      });
    });

    it('is not written by a pass whose claim was lost', async () => {
      const claim = await claimMailbox(store, 'Event');
      await store.mailboxes.reset(claim.userId, 'Event');
      await expect(store.events.updateCalendar(claim, { cursor: 'delta' })).rejects.toThrow(ClaimLost);
      expect(await store.events.calendar(claim.userId)).toBeNull();
    });

    it('is read anew after a reset of events, and the contacts of the mailbox stay as they are', async () => {
      const claim = await claimMailbox(store, 'Event');
      const contacts = (await store.claims.take(claim.userId, 'Contact', 'this process', 60))!;
      await store.mailboxes.update(contacts, { cursor: 'contacts' });
      await store.chunks.remember(contacts, testChunk({ links: [testLink()] }));
      await store.events.updateCalendar(claim, {
        cursor: 'delta',
        windowUntil: '2027-01-01T00:00:00.000Z',
        begun: '2026-11-01T00:00:00.000Z',
      });
      await store.events.rememberSeries(claim, [{ id: as('series'), next: '2027-01-01T00:00:00.000Z' }]);
      await store.chunks.remember(claim, testChunk({ links: [eventLink(as(newId('00U')))] }));

      await store.mailboxes.reset(claim.userId, 'Event', claim);

      expect(await store.events.calendar(claim.userId)).toEqual({
        ...untouched,
        begun: '2026-11-01T00:00:00.000Z',
      });
      expect(await store.events.dueSeries(claim.userId, '2099-01-01T00:00:00Z')).toEqual([]);
      expect(await store.links.ofMailbox(claim.userId, 'Event')).toEqual([]);
      expect(await store.links.countLive(claim.userId, 'Contact')).toBe(1);
      expect(await store.mailboxes.get(claim.userId)).toMatchObject({ cursor: 'contacts' });
    });

    it('is read anew after contacts were reset only if events were', async () => {
      const claim = await claimMailbox(store, 'Event');
      await store.events.updateCalendar(claim, { cursor: 'delta' });
      await store.mailboxes.reset(claim.userId, 'Contact');
      expect(await store.events.calendar(claim.userId)).toMatchObject({ cursor: 'delta' });
    });

    it('is read and paired anew when the database is older than what Salesforce knows', async () => {
      const claim = await claimMailbox(store, 'Event');
      await store.events.updateCalendar(claim, { cursor: 'delta', linksLoaded: true });
      await store.chunks.remember(claim, testChunk({ links: [eventLink(as(newId('00U')))] }));
      await store.mailboxes.restore(claim.userId, { exchangeUserId: null, folderId: null, epoch: 99 });
      expect(await store.events.calendar(claim.userId)).toMatchObject({ cursor: null, linksLoaded: false });
      expect(await store.links.ofMailbox(claim.userId, 'Event')).toEqual([]);
      await expect(store.events.updateCalendar(claim, { cursor: 'old' })).rejects.toThrow(ClaimLost);
    });
  });

  describe('what is known of Salesforce events', () => {
    it('is news when it is new, stamped anew, given to another owner or deleted, and no news otherwise', async () => {
      const event = testEvent();
      const { recordId } = event;
      const news = async (fields: Partial<typeof event>) =>
        (await store.events.remember([{ ...event, ...fields }], false)).news;
      expect(await news({})).toEqual([recordId]);
      expect(await news({})).toEqual([]);
      expect(await news({ matchKey: newKey() })).toEqual([]);
      expect(await news({ stamp: '2026-11-24T08:00:00.000Z' })).toEqual([recordId]);
      const ownerId = as<UserId>(newId('005'));
      expect(await news({ stamp: '2026-11-24T08:00:00.000Z', ownerId })).toEqual([recordId]);
      expect(await news({ stamp: '2026-11-24T08:00:00.000Z', ownerId, deleted: true })).toEqual([recordId]);
    });

    it('is read back as it was given, the last word on each', async () => {
      const event = testEvent({ isSeriesRow: true, matchKey: newKey(), tandemKey: newKey() });
      await store.events.remember([{ ...event, start: '2026-11-01T00:00:00.000Z' }, event], false);
      expect(await store.events.get([event.recordId])).toEqual(new Map([[event.recordId, event]]));
      expect(await store.events.byTandemKeys([event.tandemKey!])).toEqual([event]);
      expect(await store.events.allIds()).toContain(event.recordId);
    });

    it('is told to the owner and to whoever has a link, in the inbox of events only', async () => {
      const owner = await addMailbox(store);
      const linked = await claimMailbox(store, 'Event');
      const event = testEvent({ ownerId: owner });
      await store.chunks.remember(linked, testChunk({ links: [eventLink(event.recordId)] }));

      const { users } = await store.events.remember([event], true);

      expect(new Set(users)).toEqual(new Set([owner, linked.userId]));
      expect(await inbox(owner)).toEqual([event.recordId]);
      expect(await inbox(linked.userId)).toEqual([event.recordId]);
      expect(await store.inbox.read(owner, 'Contact')).toEqual([]);
      expect((await store.events.remember([event], true)).users).toEqual([]);
      expect(await store.inbox.report('Event', [event.recordId])).toEqual(expect.arrayContaining([owner]));
    });

    it('is put into an inbox as a whole: live events of the owner, and no contacts', async () => {
      const owner = await addMailbox(store);
      const [mine, gone, others] = [
        testEvent({ ownerId: owner }),
        testEvent({ ownerId: owner, deleted: true }),
        testEvent(),
      ];
      await store.events.remember([mine, gone, others], false);
      await store.inbox.putAll(owner, 'Event');
      expect(await inbox(owner)).toEqual([mine.recordId]);
    });

    it('is gone without a trace when nobody saw its deletion', async () => {
      const event = testEvent();
      await store.events.remember([event], false);
      await store.events.markGone([event.recordId]);
      expect((await store.events.get([event.recordId])).get(event.recordId)).toMatchObject({
        deleted: true,
        lastModifiedBy: null,
      });
      expect(await store.events.allIds()).not.toContain(event.recordId);
    });

    it('is found by its owner and time: what touches the window, whatever the notation of the instants', async () => {
      const ownerId = as<UserId>(newId('005'));
      const at = (start: string, end: string) => testEvent({ ownerId, start, end });
      const before = at('2026-11-01T09:00:00.000Z', '2026-11-01T10:00:00.000Z');
      const into = at('2026-11-01T09:00:00.000Z', '2026-11-01T10:00:01.000Z');
      const moment = at('2026-11-01T10:00:00Z', '2026-11-01T10:00:00Z');
      const last = at('2026-11-01T11:59:59.999Z', '2026-11-09T00:00:00.000Z');
      const after = at('2026-11-01T12:00:00Z', '2026-11-01T13:00:00Z');
      const deleted = testEvent({ ...into, recordId: as(newId('00U')), deleted: true });
      await store.events.remember([before, into, moment, last, after, deleted], false);
      const found = await store.events.ownedIn(ownerId, '2026-11-01T10:00:00.000Z', '2026-11-01T12:00:00Z');
      expect(found).toEqual([into, moment, last]);
    });

    it('is found by its match key among the events of one owner', async () => {
      const [ownerId, matchKey] = [as<UserId>(newId('005')), newKey()];
      const [mine, others] = [testEvent({ ownerId, matchKey }), testEvent({ matchKey })];
      await store.events.remember([mine, others], false);
      expect(await store.events.byMatchKeys(ownerId, [matchKey])).toEqual([mine]);
    });
  });

  describe('copies of meetings that are private', () => {
    const copy = (meeting: Fingerprint, own: boolean) => ({
      exchangeId: as<ExchangeId>(newId('item')),
      meeting,
      own,
    });
    const two = async () => [await claimMailbox(store, 'Event'), await claimMailbox(store, 'Event')] as const;

    it('are remembered until they are private no more, and also through a reset', async () => {
      const [claim] = await two();
      const [meeting, later] = [newKey(), newKey()];
      const [one, other] = [copy(meeting, true), copy(meeting, false)];
      await store.events.rememberPrivate(claim, [one, other], []);
      await store.events.rememberPrivate(claim, [{ ...one, meeting: later, own: false }], [other.exchangeId]);
      await store.mailboxes.reset(claim.userId, 'Event', claim);
      expect(await store.events.privateCopies(claim.userId)).toEqual([
        { ...one, meeting: later, own: false },
      ]);
      await store.events.rememberPrivate(claim, [], [one.exchangeId]);
      expect(await store.events.privateCopies(claim.userId)).toEqual([]);
    });

    it('hide their meetings from other mailboxes, and not from their own', async () => {
      const [mine, others] = await two();
      const [meeting, taken] = [newKey(), newKey()];
      await store.events.rememberPrivate(others, [copy(meeting, true), copy(taken, false)], []);
      const keys = [meeting, taken, newKey()];
      expect(await store.events.privateElsewhere(mine.userId, keys)).toEqual(new Set([meeting]));
      expect(await store.events.privateElsewhere(others.userId, keys)).toEqual(new Set());
    });

    it('have linked copies judged again, and those that were taken as private for nothing', async () => {
      const [mine, others] = await two();
      const [meeting, former] = [newKey(), newKey()];
      const [theirs, over] = [copy(meeting, true), copy(former, false)];
      const link = eventLink(as(newId('00U')), { meeting });
      const ended = eventLink(as(newId('00U')), { meeting, state: 'Suppressed', reason: 'MovedOut' });
      await store.chunks.remember(mine, testChunk({ links: [link, ended, eventLink(as(newId('00U')))] }));
      await store.events.rememberPrivate(mine, [over], []);
      await store.events.rememberPrivate(others, [theirs], []);
      const again = async () => new Set(await store.events.judgedOtherwise(mine.userId));
      expect(await again()).toEqual(new Set([over.exchangeId, link.exchangeId]));
      expect(await store.events.judgedOtherwise(others.userId)).toEqual([]);

      const judged = { exchangeId: link.exchangeId, meeting, own: false };
      await store.events.rememberPrivate(mine, [judged], [over.exchangeId]);
      expect(await again()).toEqual(new Set());
      await store.events.rememberPrivate(others, [], [theirs.exchangeId]);
      expect(await again()).toEqual(new Set([link.exchangeId]));
    });

    it('are found with the linked ones by their meeting', async () => {
      const [linked, hidden] = await two();
      const meeting = newKey();
      await store.chunks.remember(linked, testChunk({ links: [eventLink(as(newId('00U')), { meeting })] }));
      await store.events.rememberPrivate(hidden, [copy(meeting, false)], []);
      expect(await store.events.havingCopies([meeting, newKey()])).toEqual(
        [linked.userId, hidden.userId].toSorted().map((userId) => ({ userId, meeting })),
      );
    });

    it('are not remembered by a claim that was lost', async () => {
      const [claim] = await two();
      await store.mailboxes.reset(claim.userId, 'Event');
      await expect(store.events.rememberPrivate(claim, [copy(newKey(), true)], [])).rejects.toThrow(
        ClaimLost,
      );
    });
  });

  describe('links of events', () => {
    it('keep the meeting that they stand for, and live ones are found by it in all mailboxes', async () => {
      const [organiser, guest] = [await claimMailbox(store, 'Event'), await claimMailbox(store, 'Event')];
      const [meeting, other] = [newKey(), newKey()];
      const recordId = as<RecordId>(newId('00U'));
      const [one, two] = [eventLink(recordId, { meeting }), eventLink(recordId, { meeting })];
      const ended = eventLink(recordId, { meeting, state: 'Suppressed', reason: 'Ignored' });
      await store.chunks.remember(organiser, testChunk({ links: [one] }));
      await store.chunks.remember(
        guest,
        testChunk({ links: [two, ended, eventLink(as(newId('00U')), { meeting: other })] }),
      );
      expect(await store.links.ofMailbox(organiser.userId, 'Event')).toEqual([one]);
      expect(await store.events.meetings([meeting])).toEqual(
        [
          {
            userId: organiser.userId,
            email: `${organiser.userId}@example.com`,
            exchangeId: one.exchangeId,
            recordId,
            meeting,
          },
          {
            userId: guest.userId,
            email: `${guest.userId}@example.com`,
            exchangeId: two.exchangeId,
            recordId,
            meeting,
          },
        ].toSorted((a, b) => (a.userId < b.userId ? -1 : 1)),
      );
    });

    it('keep their meeting when they are loaded from Salesforce', async () => {
      const claim = await claimMailbox(store, 'Event');
      const link = eventLink(as(newId('00U')), { meeting: newKey() });
      await store.links.load(claim, [link]);
      expect(await store.links.ofMailbox(claim.userId, 'Event')).toEqual([
        { ...link, exchangePrints: {}, salesforcePrints: {} },
      ]);
    });

    it('are told apart by owner like those of contacts', async () => {
      const claim = await claimMailbox(store, 'Event');
      const [others, own] = [testEvent(), testEvent({ ownerId: claim.userId })];
      await store.events.remember([others, own], false);
      const links = [eventLink(others.recordId), eventLink(own.recordId)];
      await store.chunks.remember(claim, testChunk({ links }));
      const { recordId, ownerId, stamp } = others;
      expect(await store.links.ofOthersRecords([claim.userId], 'Event')).toEqual([
        { userId: claim.userId, recordId, ownerId, stamp, live: true },
      ]);
      expect(await store.links.ofOthersRecords([claim.userId], 'Contact')).toEqual([]);
    });

    it('leave out the record of a meeting that another mailbox has too, as long as it has it', async () => {
      const [mine, colleagues] = [await claimMailbox(store, 'Event'), await claimMailbox(store, 'Event')];
      const event = testEvent({ ownerId: colleagues.userId });
      await store.events.remember([event], false);
      const meeting = newKey();
      const links = [eventLink(event.recordId, { meeting })];
      await store.chunks.remember(mine, testChunk({ links }));
      expect(await store.links.ofOthersRecords([mine.userId], 'Event')).toHaveLength(1);
      const theirs = eventLink(event.recordId, { meeting });
      await store.chunks.remember(colleagues, testChunk({ links: [theirs] }));
      expect(await store.links.ofOthersRecords([mine.userId], 'Event')).toEqual([]);
    });
  });

  it('knows which series have a date before an instant, until none comes', async () => {
    const claim = await claimMailbox(store, 'Event');
    const [one, two] = [as<ExchangeId>(newId('AAk-')), as<ExchangeId>(newId('AAk-'))];
    const due = () => store.events.dueSeries(claim.userId, '2026-12-01T00:00:00Z');
    await store.events.rememberSeries(claim, [
      { id: one, next: '2026-11-30T23:59:59.999Z' },
      { id: two, next: '2026-12-01T00:00:00.000Z' },
    ]);
    expect(await due()).toEqual([one]);
    await store.events.rememberSeries(claim, [
      { id: one, next: null },
      { id: two, next: '2026-11-01T00:00:00.000Z' },
    ]);
    expect(await due()).toEqual([two]);
  });

  it('counts the writes of a mailbox that mailed people', async () => {
    const [claim, other] = [await claimMailbox(store, 'Event'), await claimMailbox(store, 'Event')];
    for (const count of [2, 3]) await store.events.noteMailing(claim, count);
    await store.events.noteMailing(other, 7);
    expect(await store.events.mailingWrites(claim.userId, '2026-01-01T00:00:00Z')).toBe(5);
    expect(await store.events.mailingWrites(claim.userId, '2999-01-01T00:00:00Z')).toBe(0);
  });

  it('is written by nobody whose claim was lost', async () => {
    const claim = await claimMailbox(store, 'Event');
    await store.mailboxes.reset(claim.userId, 'Event');
    const lost = [
      store.events.noteMailing(claim, 1),
      store.events.rememberSeries(claim, [{ id: as('series'), next: '2026-11-01T00:00:00.000Z' }]),
    ];
    for (const write of lost) await expect(write).rejects.toThrow(ClaimLost);
    expect(await store.events.mailingWrites(claim.userId, '2026-01-01T00:00:00Z')).toBe(0);
    expect(await store.events.dueSeries(claim.userId, '2099-01-01T00:00:00Z')).toEqual([]);
  });

  it('counts deletions of each kind apart in a mailbox, and together in the org', async () => {
    const events = await claimMailbox(store, 'Event');
    const contacts = (await store.claims.take(events.userId, 'Contact', 'this process', 60))!;
    const since = '2026-01-01T00:00:00Z';
    const { org } = await store.guard.deletions(events.userId, 'Event', since);
    await store.chunks.remember(events, testChunk({ deletions: [{ side: 'Exchange', count: 2 }] }));
    await store.chunks.remember(contacts, testChunk({ deletions: [{ side: 'Exchange', count: 3 }] }));
    expect(await store.guard.deletions(events.userId, 'Event', since)).toEqual({
      Exchange: 2,
      Salesforce: 0,
      org: org + 5,
    });
  });
});
