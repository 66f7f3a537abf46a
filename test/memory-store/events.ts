import type { Fingerprint, RecordId, UserId } from '../../bridge/src/domain/ids.ts';
import type { CalendarState, EventStore, KnownEvent } from '../../bridge/src/store/event-store.ts';
import type { Claim } from '../../bridge/src/store/store.ts';
import type { Database } from './database.ts';
import type { Surroundings } from './memory-store.ts';

/** A calendar of which nothing was read yet. */
export const nothingRead = { cursor: null, windowFrom: null, windowUntil: null } as const;

const unknownYet: CalendarState = {
  ...nothingRead,
  begun: null,
  linksLoaded: false,
  firstSyncDone: false,
  problem: null,
  problemDetail: null,
  notBefore: null,
};

/** What the database keeps of events. */
export function eventsIn(
  database: Database,
  around: Surroundings,
  fenced: (claim: Claim, act: () => void) => Promise<void>,
  report: (ids: readonly RecordId[]) => readonly UserId[],
): EventStore {
  const { attendance, attendeeChoices, events, mailboxes } = database;
  const read = <Result>(result: Result): Promise<Result> => Promise.resolve(result);
  const living = (test: (event: KnownEvent) => boolean) =>
    read([...events.values()].filter((event) => !event.deleted && test(event)));
  return {
    calendar: (userId) => read(mailboxes.get(userId)?.calendar ?? null),
    updateCalendar: (claim, fields) =>
      fenced(claim, () => {
        const mine = mailboxes.get(claim.userId);
        if (mine) mine.calendar = { ...unknownYet, ...mine.calendar, ...fields };
      }),
    remember: (given, reported) => {
      const news = given
        .filter((event) => {
          const old = events.get(event.recordId);
          events.set(event.recordId, event);
          if (event.deleted) attendance.delete(event.recordId);
          return old?.stamp !== event.stamp || old.deleted !== event.deleted;
        })
        .map(({ recordId }) => recordId);
      return read({ news, users: reported ? report(news) : [] });
    },
    markGone: (ids) => {
      for (const id of ids) {
        const event = events.get(id);
        if (event && !event.deleted) events.set(id, { ...event, deleted: true, lastModifiedBy: null });
      }
      return Promise.resolve();
    },
    get: (ids) =>
      read(new Map(ids.flatMap((id) => (events.has(id) ? [[id, events.get(id)!] as const] : [])))),
    allIds: () => read([...events.values()].flatMap((event) => (event.deleted ? [] : [event.recordId]))),
    ownedIn: (userId, from, until) =>
      living(({ ownerId, start, end }) => {
        const [begins, ends] = [Date.parse(start), Date.parse(end)];
        const touches = begins < Date.parse(until) && (ends > Date.parse(from) || begins >= Date.parse(from));
        return ownerId === userId && touches;
      }),
    byMatchKeys: (userId, keys) =>
      living(({ ownerId, matchKey }) => ownerId === userId && matchKey !== null && keys.includes(matchKey)),
    byTandemKeys: (keys) => living(({ tandemKey }) => tandemKey !== null && keys.includes(tandemKey)),
    attendance: (ids) =>
      read(new Map(ids.flatMap((id) => (attendance.has(id) ? [[id, attendance.get(id)!] as const] : [])))),
    chosenAttendees: (userId, keys) =>
      read(
        new Map(
          keys.flatMap((key) => {
            const chosen = attendeeChoices.get(`${userId}|${key}`);
            return chosen === undefined ? [] : [[key, chosen] as const];
          }),
        ),
      ),
    chooseAttendee: (userId, key, relatedId) => {
      attendeeChoices.set(`${userId}|${key}`, relatedId);
      return Promise.resolve();
    },
    unmatchedItems: (userId, key) =>
      read(
        [...(mailboxes.get(userId)?.rows.Event.links.values() ?? [])].flatMap(
          ({ state, recordId, exchangeId }) =>
            state === 'Live' &&
            attendance.get(recordId)?.some((one) => one.key === key && one.relatedId === null)
              ? [exchangeId]
              : [],
        ),
      ),
    dueSeries: (userId, until) =>
      read(
        [...(mailboxes.get(userId)?.series ?? [])].flatMap(([id, next]) =>
          Date.parse(next) < Date.parse(until) ? [id] : [],
        ),
      ),
    rememberSeries: (claim, given) =>
      fenced(claim, () => {
        const series = mailboxes.get(claim.userId)?.series;
        for (const { id, next } of given) {
          if (next === null) series?.delete(id);
          else series?.set(id, next);
        }
      }),
    mailingWrites: (userId, since) =>
      read(
        (mailboxes.get(userId)?.mailings ?? []).reduce(
          (sum, { at, count }) => sum + (at >= Date.parse(since) ? count : 0),
          0,
        ),
      ),
    noteMailing: (claim, count) =>
      fenced(claim, () => void mailboxes.get(claim.userId)?.mailings.push({ count, at: around.now() })),
    privateCopies: (userId) => read([...(mailboxes.get(userId)?.privateCopies.values() ?? [])]),
    privateElsewhere: (userId, meetings) => {
      const elsewhere = privateMeetings(database, userId);
      return read(new Set(meetings.filter((meeting) => elsewhere.has(meeting))));
    },
    judgedOtherwise: (userId) => {
      const mine = mailboxes.get(userId);
      if (mine === undefined) return read([]);
      const elsewhere = privateMeetings(database, userId);
      const linked = [...mine.rows.Event.links.values()].flatMap(({ state, meeting, exchangeId }) =>
        state === 'Live' && meeting !== null && elsewhere.has(meeting) ? [exchangeId] : [],
      );
      const over = [...mine.privateCopies.values()].flatMap(({ own, meeting, exchangeId }) =>
        own || elsewhere.has(meeting) ? [] : [exchangeId],
      );
      return read([...over, ...linked.filter((id) => !mine.privateCopies.has(id))].toSorted());
    },
    havingCopies: (meetings) =>
      read(
        [...mailboxes].flatMap(([userId, { rows, privateCopies }]) => {
          const live = [...rows.Event.links.values()].filter(({ state }) => state === 'Live');
          const known = new Set([...live, ...privateCopies.values()].map(({ meeting }) => meeting));
          return meetings.flatMap((meeting) => (known.has(meeting) ? [{ userId, meeting }] : []));
        }),
      ),
    rememberPrivate: (claim, copies, others) =>
      fenced(claim, () => {
        const mine = mailboxes.get(claim.userId)?.privateCopies;
        for (const id of others) mine?.delete(id);
        for (const copy of copies) mine?.set(copy.exchangeId, copy);
      }),
    meetings: (keys) =>
      read(
        [...mailboxes].flatMap(
          ([
            userId,
            {
              rows,
              state: { email },
            },
          ]) =>
            [...rows.Event.links.values()].flatMap(({ state, meeting, exchangeId, recordId }) =>
              state === 'Live' && meeting !== null && keys.includes(meeting)
                ? [{ userId, email, exchangeId, recordId, meeting }]
                : [],
            ),
        ),
      ),
  };
}

/** The meetings that other mailboxes have a private copy of. */
function privateMeetings({ mailboxes }: Database, userId: UserId): ReadonlySet<Fingerprint> {
  return new Set(
    [...mailboxes].flatMap(([id, { privateCopies }]) =>
      id === userId ? [] : [...privateCopies.values()].flatMap(({ own, meeting }) => (own ? [meeting] : [])),
    ),
  );
}
