import type { AccountId, ExchangeId, Fingerprint, RecordId, UserId } from '../../../bridge/src/domain/ids.ts';
import type { Link } from '../../../bridge/src/domain/link.ts';
import type {
  KnownIssue,
  KnownRecord,
  LooseItem,
  MailboxState,
  ReaderState,
  Store,
} from '../../../bridge/src/store/store.ts';
import { ClaimLost } from '../../../bridge/src/store/store.ts';
import type { Line } from './line.ts';
import { answer } from './line.ts';

/** What one mailbox has in the database. */
interface Rows {
  state: MailboxState;
  readonly links: Map<ExchangeId, Link>;
  readonly loose: Map<ExchangeId, LooseItem>;
  readonly inbox: Map<RecordId, number>;
  readonly intents: Set<RecordId>;
  readonly issues: Map<string, KnownIssue>;
  readonly deletions: { side: 'Exchange' | 'Salesforce'; count: number }[];
}

/** The bridge's database in memory; it outlives crashes, until a program loses it. */
export interface Database {
  readonly readers: Map<string, ReaderState>;
  readonly mailboxes: Map<UserId, Rows>;
  readonly records: Map<RecordId, KnownRecord>;
  readonly accounts: Map<AccountId, { nameKey: Fingerprint; deleted: boolean }>;
  seq: number;
}

export function createDatabase(): Database {
  return { readers: new Map(), mailboxes: new Map(), records: new Map(), accounts: new Map(), seq: 0 };
}

const none = Promise.resolve();

/** The store as one pass sees it. Every call is one transaction; the line may end the process around it. */
export function storeSeam(database: Database, line: Line): Store {
  const { mailboxes, records, accounts } = database;
  const rows = (userId: UserId): Rows => {
    const found = mailboxes.get(userId);
    if (!found) throw new Error(`No mailbox ${userId}`);
    return found;
  };
  const read = <Result>(result: Result): Promise<Result> => Promise.resolve(result);
  const fenced = (claim: { userId: UserId; epoch: number }, act: (mine: Rows) => void): Promise<void> =>
    answer(() => {
      line.enter(false);
      const mine = rows(claim.userId);
      if (mine.state.epoch !== claim.epoch)
        throw new ClaimLost({ ...claim, kind: 'Contact', holder: 'the programs' });
      act(mine);
      line.leave();
    });
  const put = (userId: UserId, ids: readonly RecordId[]) => {
    for (const id of ids) rows(userId).inbox.set(id, (database.seq += 1));
  };
  const report = (ids: readonly RecordId[]) => {
    for (const [userId, { links, state }] of mailboxes) {
      const linked = new Set([...links.values()].map(({ recordId }) => recordId));
      put(
        userId,
        ids.filter((id) => (state.active && records.get(id)?.ownerId === userId) || linked.has(id)),
      );
    }
  };
  const reportCompanies = (keys: readonly Fingerprint[]) => {
    for (const [userId, { links }] of mailboxes) {
      const waiting = [...links.values()].filter(
        ({ state, exchangePrints }) => state === 'Live' && keys.includes(exchangePrints.AccountId!),
      );
      put(
        userId,
        waiting.map(({ recordId }) => recordId),
      );
    }
  };
  const living = (test: (record: KnownRecord) => boolean) =>
    read([...records.values()].filter((record) => !record.deleted && test(record)));

  return {
    mailboxes: {
      assign: (users) => {
        for (const { userId, email, configurationId, active } of users) {
          const mine = rowsOrNew(database, userId);
          mine.state = { ...mine.state, email, configurationId, active };
        }
        return none;
      },
      all: () => read([...mailboxes.values()].map(({ state }) => state)),
      get: (userId) => read(mailboxes.get(userId)?.state ?? null),
      restore: (userId, known) => {
        const mine = rowsOrNew(database, userId);
        if (mine.state.epoch > 0 && mine.state.epoch >= known.epoch) return none;
        mine.links.clear();
        mine.loose.clear();
        mine.intents.clear();
        mine.state = { ...mine.state, ...known, cursor: null, linksLoaded: false };
        return none;
      },
      update: (claim, given) =>
        fenced(claim, (mine) => {
          mine.state = { ...mine.state, ...given };
        }),
      reset: (userId) => {
        const mine = rows(userId);
        for (const [id, link] of mine.links) {
          if (link.state === 'Live') mine.links.delete(id);
          else mine.links.set(id, { ...link, exchangePrints: {}, salesforcePrints: {} });
        }
        mine.loose.clear();
        mine.state = { ...mine.state, cursor: null };
        return none;
      },
    },
    claims: {
      take: (userId, kind, holder) => {
        const mine = rows(userId);
        mine.state = { ...mine.state, epoch: mine.state.epoch + 1 };
        return read({ userId, kind, holder, epoch: mine.state.epoch });
      },
      renew: () => none,
      release: () => none,
    },
    links: {
      ofMailbox: (userId) => read([...rows(userId).links.values()]),
      held: (userId) =>
        read(
          [...rows(userId).links.values()].filter(
            (link) => link.state === 'Live' && (link.pendingExchange ?? link.pendingSalesforce) !== null,
          ),
        ),
      countLive: (userId) =>
        read([...rows(userId).links.values()].filter(({ state }) => state === 'Live').length),
      load: (claim, links) =>
        fenced(claim, (mine) => {
          // What breaks a rule of the database is left out.
          for (const link of links) {
            const live = [...mine.links.values()].some(
              ({ state, recordId }) => state === 'Live' && recordId === link.recordId,
            );
            if (!mine.links.has(link.exchangeId) && !(live && link.state === 'Live'))
              mine.links.set(link.exchangeId, link);
          }
        }),
    },
    loose: { ofMailbox: (userId) => read([...rows(userId).loose.values()]) },
    records: {
      remember: (given) => {
        const news = given.filter((record) => {
          const old = records.get(record.recordId);
          records.set(record.recordId, record);
          return old?.stamp !== record.stamp || old.deleted !== record.deleted;
        });
        return read(news.map(({ recordId }) => recordId));
      },
      markDeleted: (ids) => {
        for (const id of ids) records.set(id, { ...records.get(id)!, deleted: true });
        return none;
      },
      get: (ids) =>
        read(new Map(ids.flatMap((id) => (records.has(id) ? [[id, records.get(id)!] as const] : [])))),
      ownedBy: (userId) => living(({ ownerId }) => ownerId === userId),
      byEmailKeys: (keys) => living(({ emailKey }) => emailKey !== null && keys.includes(emailKey)),
      byNameKeys: (keys) => living(({ nameKey }) => nameKey !== null && keys.includes(nameKey)),
      byTandemKeys: (keys) => living(({ tandemKey }) => tandemKey !== null && keys.includes(tandemKey)),
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
        report(
          [...records.values()]
            .filter(({ accountId, deleted }) => !deleted && accountId !== null && ids.has(accountId))
            .map(({ recordId }) => recordId),
        );
        reportCompanies(news.map(({ nameKey }) => nameKey));
        return read([]);
      },
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
      report: (_kind, ids) => {
        report(ids);
        return read([]);
      },
      reportCompanies: (keys) => {
        reportCompanies(keys);
        return read([]);
      },
      put: (userId, _kind, ids) => {
        put(userId, ids);
        return none;
      },
      read: (userId) => read([...rows(userId).inbox].map(([recordId, seq]) => ({ recordId, seq }))),
      remove: (claim, entries) =>
        fenced(claim, ({ inbox }) => {
          for (const { recordId, seq } of entries) if (inbox.get(recordId) === seq) inbox.delete(recordId);
        }),
    },
    intents: {
      add: (claim, ids) =>
        fenced(claim, ({ intents }) => {
          for (const id of ids) intents.add(id);
        }),
      ofMailbox: (userId) => read(new Set(rows(userId).intents)),
    },
    issues: {
      open: (userId) => read([...rows(userId).issues.values()].filter(({ open }) => open)),
      get: (keys) =>
        read(
          new Map(
            [...mailboxes.values()].flatMap(({ issues }) =>
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
          for (const item of chunk.loose) mine.loose.set(item.exchangeId, item);
          for (const id of chunk.intentsDone) mine.intents.delete(id);
          mine.deletions.push(...chunk.deletions);
        }),
    },
    guard: {
      deletions: (userId) => {
        const sum = (all: Rows['deletions']) => all.reduce((total, { count }) => total + count, 0);
        const { deletions } = rows(userId);
        return read({
          Exchange: sum(deletions.filter(({ side }) => side === 'Exchange')),
          Salesforce: sum(deletions.filter(({ side }) => side === 'Salesforce')),
          org: [...mailboxes.values()].reduce((total, mine) => total + sum(mine.deletions), 0),
        });
      },
    },
    activity: { add: (_day, _kind, _flow, counts) => read(counts) },
    readers: {
      get: (name) => read(database.readers.get(name) ?? null),
      set: (name, state) => {
        database.readers.set(name, state);
        return none;
      },
      lease: () => read(true),
    },
    meta: { get: () => read(null), set: () => none },
    close: () => none,
  };
}

function rowsOrNew(database: Database, userId: UserId): Rows {
  const found = database.mailboxes.get(userId);
  if (found) return found;
  const rows: Rows = {
    state: {
      userId,
      email: '',
      exchangeUserId: null,
      configurationId: null,
      active: false,
      epoch: 0,
      folderId: null,
      cursor: null,
      linksLoaded: false,
      firstSyncDone: false,
      problem: null,
      problemDetail: null,
      notBefore: null,
    },
    links: new Map(),
    loose: new Map(),
    inbox: new Map(),
    intents: new Set(),
    issues: new Map(),
    deletions: [],
  };
  database.mailboxes.set(userId, rows);
  return rows;
}

/** The database's own rule: it refuses two live links of one record in a mailbox. */
function oneLiveLinkEach(links: Rows['links']): void {
  const live = [...links.values()].filter(({ state }) => state === 'Live').map(({ recordId }) => recordId);
  if (new Set(live).size !== live.length)
    throw new Error('duplicate key value violates unique constraint "link_one_live"');
}
