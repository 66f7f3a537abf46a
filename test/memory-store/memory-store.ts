import type { Fingerprint, RecordId, UserId } from '../../bridge/src/domain/ids.ts';
import type { Link } from '../../bridge/src/domain/link.ts';
import type { Kind } from '../../bridge/src/domain/words.ts';
import type { Claim, KnownRecord, Store } from '../../bridge/src/store/store.ts';
import { ClaimLost } from '../../bridge/src/store/store.ts';
import { brakesIn } from './brakes.ts';
import type { Database, Mailbox, Rows } from './database.ts';
import { everyRows, mailboxOrNew } from './database.ts';
import { eventsIn, nothingRead } from './events.ts';
import { guardIn } from './guard.ts';
import { endTurns, takeTurns } from './turns.ts';

/** What stands around the store of one process. */
export interface Surroundings {
  /** Milliseconds by the database's clock. */
  now(): number;
  /** Whether the process of that name lives, as far as the database can tell; a dead one's leases end with it. */
  lives(holder: string): boolean;
  /** Around a write of a pass: what they throw, the write throws. */
  enter(): void;
  leave(): void;
}

const none = Promise.resolve();

/** The store over such a database. Every call is one transaction. */
export function memoryStore(database: Database, around: Surroundings): Store {
  const { mailboxes, records, accounts } = database;
  const mailbox = (userId: UserId): Mailbox => {
    const found = mailboxes.get(userId);
    if (!found) throw new Error(`No mailbox ${userId}`);
    return found;
  };
  const rows = (userId: UserId, kind: Kind): Rows => mailbox(userId).rows[kind];
  const read = <Result>(result: Result): Promise<Result> => Promise.resolve(result);
  const held = (claim: Claim): Rows => {
    const mine = rows(claim.userId, claim.kind);
    if (mine.lease.epoch !== claim.epoch || mine.lease.holder !== claim.holder) throw new ClaimLost(claim);
    return mine;
  };
  const fenced = (claim: Claim, act: (mine: Rows) => void): Promise<void> =>
    attempt(() => {
      around.enter();
      act(held(claim));
      around.leave();
    });
  const put = (userId: UserId, kind: Kind, ids: readonly RecordId[]) => {
    for (const id of ids) rows(userId, kind).inbox.set(id, (database.seq += 1));
  };
  const ownerOf = (id: RecordId) => (records.get(id) ?? database.events.get(id))?.ownerId;
  const report = (kind: Kind, ids: readonly RecordId[]): readonly UserId[] =>
    [...mailboxes].flatMap(([userId, { state }]) => {
      const linked = new Set([...rows(userId, kind).links.values()].map(({ recordId }) => recordId));
      const looks = state.active || kind === 'Event';
      const mine = ids.filter((id) => (looks && ownerOf(id) === userId) || linked.has(id));
      put(userId, kind, mine);
      return mine.length > 0 ? [userId] : [];
    });
  const reportCompanies = (keys: readonly Fingerprint[]): readonly UserId[] =>
    [...mailboxes.keys()].flatMap((userId) => {
      const waiting = [...rows(userId, 'Contact').links.values()].filter(
        ({ state, exchangePrints }) => state === 'Live' && keys.includes(exchangePrints.AccountId!),
      );
      put(
        userId,
        'Contact',
        waiting.map(({ recordId }) => recordId),
      );
      return waiting.length > 0 ? [userId] : [];
    });
  const isHeldByOthers = (userId: UserId, meeting: Link['meeting']) =>
    meeting !== null &&
    [...mailboxes].some(
      ([other, { rows: of }]) =>
        other !== userId &&
        [...of.Event.links.values()].some((link) => link.state === 'Live' && link.meeting === meeting),
    );
  const living = (test: (record: KnownRecord) => boolean) =>
    read([...records.values()].filter((record) => !record.deleted && test(record)));
  const masterOf = (id: RecordId): RecordId | null => {
    const record = records.get(id);
    return record?.deleted && record.masterId !== null
      ? (masterOf(record.masterId) ?? record.masterId)
      : null;
  };
  const masters = (ids: readonly RecordId[]) =>
    new Map(
      ids.flatMap((id) => {
        const master = masterOf(id);
        return master === null ? [] : [[id, master] as const];
      }),
    );

  return {
    mailboxes: {
      assign: (users) => {
        for (const mine of mailboxes.values()) mine.state = { ...mine.state, active: false };
        for (const { userId, email, configurationId, active } of users) {
          const mine = mailboxOrNew(database, userId);
          mine.state = { ...mine.state, email, configurationId, active };
        }
        return none;
      },
      all: () => read([...mailboxes.values()].map(({ state }) => state)),
      get: (userId) => read(mailboxes.get(userId)?.state ?? null),
      restore: (userId, known) => {
        const mine = mailboxOrNew(database, userId);
        if (mine.state.epoch > 0 && mine.state.epoch >= known.epoch) return none;
        for (const kept of Object.values(mine.rows)) {
          kept.links.clear();
          kept.loose.clear();
          kept.issues.clear();
          kept.intents.clear();
          kept.lease = { ...kept.lease, holder: '', until: 0 };
        }
        mine.state = { ...mine.state, ...known, cursor: null, linksLoaded: false };
        mine.series.clear();
        if (mine.calendar !== null) mine.calendar = { ...mine.calendar, ...nothingRead, linksLoaded: false };
        return none;
      },
      countUp: (userId) => {
        const mine = mailbox(userId);
        mine.state = { ...mine.state, epoch: mine.state.epoch + 1 };
        return read(mine.state.epoch);
      },
      update: (claim, given) =>
        fenced(claim, () => {
          const mine = mailbox(claim.userId);
          mine.state = { ...mine.state, ...given };
        }),
      reset: (userId, kind, claim) =>
        attempt(() => {
          const mine = claim === undefined ? rows(userId, kind) : held(claim);
          if (claim === undefined) mine.lease = { ...mine.lease, holder: '', until: 0 };
          for (const [id, link] of mine.links) {
            if (link.state === 'Live') mine.links.delete(id);
            else mine.links.set(id, { ...link, exchangePrints: {}, salesforcePrints: {} });
          }
          mine.loose.clear();
          const whole = mailbox(userId);
          if (kind === 'Contact') whole.state = { ...whole.state, cursor: null };
          else whole.series.clear();
          if (kind === 'Event' && whole.calendar !== null)
            whole.calendar = { ...whole.calendar, ...nothingRead };
        }),
    },
    claims: {
      take: (userId, kind, holder, seconds) => {
        const whole = mailboxes.get(userId);
        if (!whole) return read(null);
        const mine = whole.rows[kind];
        const { lease } = mine;
        if (lease.until > around.now() || (lease.holder !== holder && around.lives(lease.holder)))
          return read(null);
        const epoch = whole.state.epoch + 1;
        mine.lease = { holder, until: around.now() + seconds * 1000, epoch };
        whole.state = { ...whole.state, epoch };
        mine.knows = database.reads.done;
        return read({ userId, kind, holder, epoch });
      },
      renew: (claim, seconds) =>
        attempt(() => {
          const mine = held(claim);
          mine.lease = { ...mine.lease, until: around.now() + seconds * 1000 };
        }),
      release: (claim) => {
        const mine = rows(claim.userId, claim.kind);
        if (mine.lease.epoch === claim.epoch && mine.lease.holder === claim.holder)
          mine.lease = { ...mine.lease, holder: '', until: 0 };
        return none;
      },
    },
    turns: {
      take: async (claim, keys) => {
        let had: ReadonlySet<string> = new Set();
        await fenced(claim, ({ knows }) => {
          had = takeTurns(database, around, claim, knows, keys);
        });
        return had;
      },
      end: (claim) =>
        attempt(() => {
          around.enter();
          endTurns(database, claim);
          around.leave();
        }),
    },
    links: {
      ofMailbox: (userId, kind) => read([...rows(userId, kind).links.values()]),
      held: (userId, kind) =>
        read(
          [...rows(userId, kind).links.values()].filter(
            (link) => link.state === 'Live' && (link.pendingExchange ?? link.pendingSalesforce) !== null,
          ),
        ),
      countLive: (userId, kind) =>
        read([...rows(userId, kind).links.values()].filter(({ state }) => state === 'Live').length),
      masters: (userId, kind) =>
        read(masters([...rows(userId, kind).links.values()].map(({ recordId }) => recordId))),
      load: (claim, links) =>
        fenced(claim, (mine) => {
          // What breaks a rule of the database is left out.
          for (const link of links) {
            const live = [...mine.links.values()].some(
              ({ state, recordId }) => state === 'Live' && recordId === link.recordId,
            );
            if (!mine.links.has(link.exchangeId) && !(live && link.state === 'Live'))
              mine.links.set(link.exchangeId, { ...link, exchangePrints: {}, salesforcePrints: {} });
          }
        }),
      ofOthersRecords: (users, kind) =>
        read(
          users.flatMap((userId) =>
            [...rows(userId, kind).links.values()].flatMap(({ recordId, state, reason, meeting }) => {
              const record = records.get(recordId) ?? database.events.get(recordId);
              const counts =
                (state === 'Live' || reason === 'AccessLost') && !isHeldByOthers(userId, meeting);
              if (!record || record.deleted || record.ownerId === userId || !counts) return [];
              return [
                { userId, recordId, ownerId: record.ownerId, stamp: record.stamp, live: state === 'Live' },
              ];
            }),
          ),
        ),
    },
    loose: { ofMailbox: (userId, kind) => read([...rows(userId, kind).loose.values()]) },
    access: {
      fresh: (userId, wanted) =>
        read(
          new Map(
            wanted.flatMap(({ recordId, basis }) => {
              const known = database.access.get(`${userId} ${recordId}`);
              const counts = known?.basis === basis && around.now() - known.at < 26 * 3_600_000;
              return counts ? [[recordId, known.access] as const] : [];
            }),
          ),
        ),
      remember: (answers) =>
        read(
          answers.filter(({ userId, recordId, basis, access }) => {
            const key = `${userId} ${recordId}`;
            const old = database.access.get(key)?.access;
            database.access.set(key, { userId, recordId, basis, access, at: around.now() });
            return (
              old && (old.read !== access.read || old.edit !== access.edit || old.delete !== access.delete)
            );
          }),
        ),
      forgetOld: () => {
        for (const [key, { at }] of database.access)
          if (around.now() - at > 72 * 3_600_000) database.access.delete(key);
        return none;
      },
    },
    records: {
      remember: (given, reportAs) => {
        const news = given
          .filter((record) => {
            const old = records.get(record.recordId);
            records.set(record.recordId, record);
            return old?.stamp !== record.stamp || old.deleted !== record.deleted;
          })
          .map(({ recordId }) => recordId);
        return read({ news, users: reportAs === undefined ? [] : report(reportAs, news) });
      },
      markGone: (ids) => {
        for (const id of ids) {
          const record = records.get(id);
          if (record) records.set(id, { ...record, deleted: true, lastModifiedBy: null });
        }
        return none;
      },
      masters: (ids) => read(masters(ids)),
      get: (ids) =>
        read(new Map(ids.flatMap((id) => (records.has(id) ? [[id, records.get(id)!] as const] : [])))),
      ownedBy: async (userId) =>
        (await living(({ ownerId }) => ownerId === userId)).map(({ recordId }) => recordId),
      byEmailKeys: (keys) => living(({ emailKey }) => emailKey !== null && keys.includes(emailKey)),
      byNameKeys: (keys) => living(({ nameKey }) => nameKey !== null && keys.includes(nameKey)),
      byTandemKeys: (keys) =>
        read(
          [...records.values()].filter(
            ({ deleted, masterId, tandemKey }) =>
              (!deleted || masterId !== null) && tandemKey !== null && keys.includes(tandemKey),
          ),
        ),
      allIds: () => read([...records.keys()]),
    },
    accounts: {
      remember: (given) => {
        const news = given.filter(({ accountId, nameKey, deleted }) => {
          const old = accounts.get(accountId);
          accounts.set(accountId, { nameKey, deleted });
          return !deleted && (old === undefined || old.deleted || old.nameKey !== nameKey);
        });
        const ids = new Set(news.map(({ accountId }) => accountId));
        const renamed = report(
          'Contact',
          [...records.values()]
            .filter(({ accountId, deleted }) => !deleted && accountId !== null && ids.has(accountId))
            .map(({ recordId }) => recordId),
        );
        return read([...new Set([...renamed, ...reportCompanies(news.map(({ nameKey }) => nameKey))])]);
      },
      choose: () => none,
      chosen: () => read(new Map()),
      byNameKeys: (keys) =>
        read(
          new Map(
            keys.flatMap((key) => {
              const ids = [...accounts].filter(([, account]) => account.nameKey === key && !account.deleted);
              return ids.length === 0 ? [] : [[key, ids.map(([id]) => id)] as const];
            }),
          ),
        ),
    },
    inbox: {
      report: (kind, ids) => read(report(kind, ids)),
      reportCompanies: (keys) => read(reportCompanies(keys)),
      putAll: (userId, kind) => {
        const own = [...database.events.keys()].filter((id) => ownerOf(id) === userId);
        put(userId, kind, kind === 'Contact' ? [...records.keys()] : own);
        return none;
      },
      put: (userId, kind, ids) => {
        put(userId, kind, ids);
        return none;
      },
      read: (userId, kind) =>
        read([...rows(userId, kind).inbox].map(([recordId, seq]) => ({ recordId, seq }))),
      remove: (claim, entries) =>
        fenced(claim, ({ inbox }) => {
          for (const { recordId, seq } of entries) if (inbox.get(recordId) === seq) inbox.delete(recordId);
        }),
    },
    follows: { remember: () => read([]), ofUser: () => read(new Set()) },
    matches: { remember: () => read([]) },
    events: eventsIn(database, around, fenced, (ids) => report('Event', ids)),
    intents: {
      add: (claim, ids) =>
        fenced(claim, ({ intents }) => {
          for (const id of ids) intents.add(id);
        }),
      ofMailbox: (userId, kind) => read(new Set(rows(userId, kind).intents)),
    },
    issues: {
      open: (userId, kind) => read([...rows(userId, kind).issues.values()].filter(({ open }) => open)),
      ofItems: (userId, ids) =>
        read(
          (['Contact', 'Event'] as const)
            .flatMap((kind) => [...rows(userId, kind).issues.values()])
            .filter(({ exchangeId }) => exchangeId !== null && ids.includes(exchangeId)),
        ),
      get: (keys) =>
        read(
          new Map(
            everyRows(database).flatMap(({ issues }) =>
              keys.flatMap((key) => (issues.has(key) ? [[key, issues.get(key)!] as const] : [])),
            ),
          ),
        ),
    },
    chunks: {
      remember: (claim, chunk) =>
        fenced(claim, (mine) => {
          for (const link of chunk.links) mine.links.set(link.exchangeId, link);
          oneLiveLinkEach(mine.links);
          for (const issue of chunk.issues) mine.issues.set(issue.issueKey, issue);
          for (const id of chunk.notLoose) mine.loose.delete(id);
          for (const { exchangeId } of chunk.links) mine.loose.delete(exchangeId);
          for (const item of chunk.loose) mine.loose.set(item.exchangeId, item);
          for (const id of chunk.intentsDone) mine.intents.delete(id);
          for (const { recordId, attendees } of chunk.attendances)
            database.attendance.set(recordId, attendees);
          for (const deletion of chunk.deletions) {
            mine.deletions.push({ ...deletion, at: around.now() });
            mine.announced = { ...mine.announced, count: Math.max(0, mine.announced.count - deletion.count) };
          }
        }),
    },
    guard: guardIn(database, around),
    brakes: brakesIn(database, around),
    activity: {
      add: (day, kind, flow, counts) => {
        const key = `${day} ${kind} ${flow}`;
        const known = database.activity.get(key) ?? { created: 0, updated: 0, deleted: 0, paired: 0 };
        const sum = {
          created: known.created + counts.created,
          updated: known.updated + counts.updated,
          deleted: known.deleted + counts.deleted,
          paired: known.paired + counts.paired,
        };
        database.activity.set(key, sum);
        return read(sum);
      },
    },
    readers: {
      get: (name) => read(database.readers.get(name) ?? null),
      set: (name, state) => {
        database.readers.set(name, state);
        return none;
      },
      begin: () => read((database.reads.begun += 1)),
      done: (_name, number) => {
        database.reads.done = Math.max(database.reads.done, number);
        return none;
      },
      lease: (_name, holder, seconds) => {
        const { readerLease } = database;
        const mine = readerLease.holder === holder || readerLease.until <= around.now();
        if (mine) database.readerLease = { holder, until: around.now() + seconds * 1000 };
        return read(mine);
      },
    },
    meta: {
      get: (key) => read(database.meta.get(key) ?? null),
      set: (key, value) => {
        database.meta.set(key, value);
        return none;
      },
    },
    close: () => none,
  };
}

/** The promise of what a call does at once; what it throws is a rejection, as with a real database. */
function attempt(act: () => void): Promise<void> {
  try {
    act();
    return none;
  } catch (error) {
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }
}

/** The database's own rule: it refuses two live links of one record in a mailbox. */
function oneLiveLinkEach(links: Rows['links']): void {
  const live = [...links.values()].filter(({ state }) => state === 'Live').map(({ recordId }) => recordId);
  if (new Set(live).size !== live.length)
    throw new Error('duplicate key value violates unique constraint "link_one_live"');
}
