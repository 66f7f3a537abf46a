import type { UserId } from '../../../bridge/src/domain/ids.ts';
import type { EventRecord } from '../../../emulators/exchange/events/calendar.ts';
import { instanceOn } from '../../../emulators/exchange/events/series.ts';
import type { Deed } from '../../../emulators/exchange/mail/deed.ts';
import type { MailboxRecord } from '../../../emulators/exchange/mailbox.ts';
import type { Moment } from '../../../emulators/exchange/settings.ts';
import type { TenantService } from '../../../emulators/exchange/service.ts';
import type { Row } from '../../../emulators/salesforce/store/table.ts';
import type { StoredRow } from '../../programs/world/org.ts';
import type { EventLedger } from './ledger.ts';
import { createEventLedger, seriesIdOf, tokensIn } from './ledger.ts';
import type { EventSetup } from './setup.ts';
import type { EventOrg } from './org.ts';
import type { Shown } from './shown.ts';
import { shownAround } from './shown.ts';

const dayMs = 86_400_000;

export type EventRow = Row & Readonly<Record<string, unknown>>;

/** The calendars of both sides as people act in them, and what they did. */
export interface EventWorld {
  readonly setup: EventSetup;
  readonly users: readonly UserId[];
  readonly ledger: EventLedger;
  readonly org: EventOrg;
  /** True time. */
  now(): number;
  moment(): Moment;
  /** Under which a person acts in Outlook. */
  deed(): Deed;
  emailOf(user: UserId): string;
  mailbox(user: UserId): MailboxRecord;
  mailboxOf(record: EventRecord): MailboxRecord;
  shown(user: UserId): readonly Shown[];
  instanceOn(record: EventRecord, date: string): Shown['instance'];
  /** The link rows of a mailbox's events. */
  links(user: UserId): readonly StoredRow[];
  /** Lets a person act, and counts how many items of each event are there no more because of it. */
  watchDrops(act: () => void): void;
}

/** The row of a Salesforce series that holds its rule, and is no date of it (Object Reference, "Event", `GroupEventType`). */
export function isPattern({ IsRecurrence, GroupEventType }: EventRow): boolean {
  return IsRecurrence === true || GroupEventType === '3';
}

/** The words of people that stand in an event of either side, deleted ones too. */
export function wordsThere(world: Pick<EventWorld, 'users' | 'mailbox' | 'org'>): readonly string[] {
  return [...wordsInRows(world), ...wordsInCalendars(world)];
}

function wordsInRows({ org }: Pick<EventWorld, 'org'>): readonly string[] {
  return tokensIn(
    JSON.stringify(org.rows().map(({ Subject, Location, Description }) => [Subject, Location, Description])),
  );
}

function wordsInCalendars({ users, mailbox }: Pick<EventWorld, 'users' | 'mailbox'>): readonly string[] {
  const texts = users.flatMap((user) => {
    const { calendar } = mailbox(user);
    return [...calendar.events.values(), ...calendar.deleted.values()].flatMap((record) =>
      [record.values, ...[...record.exceptions.values()].map((one) => one.values)].map((values) => [
        values.subject,
        values.location,
        values.body?.text,
      ]),
    );
  });
  return tokensIn(JSON.stringify(texts));
}

export function createEventWorld(given: {
  readonly setup: EventSetup;
  readonly users: readonly UserId[];
  readonly tenant: TenantService;
  readonly org: EventOrg;
  readonly mailbox: (user: UserId) => MailboxRecord;
  readonly links: (user: UserId) => readonly StoredRow[];
}): EventWorld {
  const { setup, users, tenant, org, mailbox, links } = given;
  const ledger = createEventLedger();
  const now = () => Date.now();

  /** The items of each event that are there. */
  function items(): Map<string, Shown[]> {
    const found = new Map<string, Shown[]>();
    for (const user of users)
      for (const one of world.shown(user)) {
        const key = `${user} ${seriesIdOf(one.id)}`;
        if (!one.record.isCancelled) found.set(key, [...(found.get(key) ?? []), one]);
      }
    return found;
  }

  /** By how many items there are less, all in all or in the window; not where they are the same as before. */
  function lessBy(before: readonly Shown[], after: readonly Shown[]): number {
    const ids = (some: readonly Shown[]) => some.map(({ id }) => id).join();
    if (ids(before) === ids(after)) return 0;
    const daysAhead = Math.min(setup.seriesDaysAhead, setup.windowDaysAhead);
    const within = (some: readonly Shown[], spare: number) =>
      some.filter(({ values: { start } }) => {
        const days = (start.instant - now()) / dayMs;
        return days > -setup.windowDaysBack - spare && days < daysAhead + spare;
      }).length;
    return Math.max(before.length - after.length, within(before, 2) - within(after, -1));
  }

  const world: EventWorld = {
    setup,
    users,
    ledger,
    org,
    now,
    moment: tenant.moment,
    deed: () => ({ tenant: tenant.tenant(), moment: tenant.moment(), by: 'people' }),
    emailOf: (user) => mailbox(user).userPrincipalName,
    mailbox,
    mailboxOf: (record) =>
      users.map(mailbox).find(({ calendar }) => calendar.events.get(record.immutableId) === record)!,
    shown: (user) => shownAround(mailbox(user), now(), tenant.moment().quirks),
    instanceOn: (record, date) => instanceOn(record, date, tenant.moment().quirks),
    links,
    watchDrops(act) {
      const before = items();
      const sides = [wordsInRows, wordsInCalendars];
      const words = sides.map((of) => of(world));
      try {
        act();
      } finally {
        const after = items();
        // What goes with the person's own act nobody misses, as the changed dates of a series with its rule; its copies go too.
        for (const [index, of] of sides.entries()) {
          const left = new Set(of(world));
          for (const entry of ledger.entries)
            if (words[index]!.includes(entry.token) && !left.has(entry.token)) entry.overwritten = true;
        }
        for (const [key, some] of before) {
          const [user, id] = key.split(' ') as [string, string];
          const less = lessBy(some, after.get(key) ?? []);
          if (less > 0) ledger.dropped(user, id, less);
        }
      }
    },
  };
  return world;
}
