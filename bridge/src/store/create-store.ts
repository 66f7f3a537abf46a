import type { Kysely } from 'kysely';
import { forgetOldAccess } from './access/forget-old.ts';
import { freshAccess } from './access/fresh.ts';
import { rememberAccess } from './access/remember.ts';
import { accountsByNameKeys } from './accounts/by-name-keys.ts';
import { chooseAccount } from './accounts/choose.ts';
import { chosenAccounts } from './accounts/chosen.ts';
import { rememberAccounts } from './accounts/remember.ts';
import { addActivity } from './activity/add.ts';
import { forgetTally } from './brakes/forget-tally.ts';
import { takeFirstSyncWrites } from './brakes/take-writes.ts';
import { tallyWrites } from './brakes/tally.ts';
import { rememberChunk } from './chunks/remember.ts';
import { releaseClaim } from './claims/release.ts';
import { renewClaim } from './claims/renew.ts';
import { takeClaim } from './claims/take.ts';
import { followedBy } from './follows/of-user.ts';
import { rememberFollows } from './follows/remember.ts';
import { rememberMatches } from './matches/remember.ts';
import { announceDeletions } from './guard/announce-deletions.ts';
import { deletionsSince } from './guard/deletions.ts';
import { putAllIntoInbox } from './inbox/put-all.ts';
import { putIntoInbox } from './inbox/put.ts';
import { readInbox } from './inbox/read.ts';
import { removeFromInbox } from './inbox/remove.ts';
import { reportToInboxes } from './inbox/report.ts';
import { reportCompanies } from './inbox/report-companies.ts';
import { createEventStore } from './events/create-event-store.ts';
import { addIntents } from './intents/add.ts';
import { intentsOfMailbox } from './intents/of-mailbox.ts';
import { getIssues } from './issues/get.ts';
import { issuesOfItems } from './issues/of-items.ts';
import { openIssues } from './issues/open.ts';
import { countLiveLinks } from './links/count-live.ts';
import { loadLinks } from './links/load.ts';
import { heldLinks, linksOfMailbox } from './links/of-mailbox.ts';
import { linksOfOthersRecords } from './links/of-others-records.ts';
import { looseOfMailbox } from './loose/of-mailbox.ts';
import { allMailboxes } from './mailboxes/all.ts';
import { assignMailboxes } from './mailboxes/assign.ts';
import { countUpMailbox } from './mailboxes/count-up.ts';
import { getMailbox } from './mailboxes/get.ts';
import { resetMailbox } from './mailboxes/reset.ts';
import { restoreMailbox } from './mailboxes/restore.ts';
import { updateMailbox } from './mailboxes/update.ts';
import { getMeta } from './meta/get.ts';
import { setMeta } from './meta/set.ts';
import type { Presence } from './presence.ts';
import { beginRead } from './readers/begin.ts';
import { readDone } from './readers/done.ts';
import { getReader } from './readers/get.ts';
import { leaseReader } from './readers/lease.ts';
import { setReader } from './readers/set.ts';
import { allRecordIds } from './records/all-ids.ts';
import { recordsByKeys } from './records/by-keys.ts';
import { getRecords } from './records/get.ts';
import { markRecordsGone } from './records/mark-gone.ts';
import { mastersOf, mastersOfMailbox } from './records/masters.ts';
import { recordsOwnedBy } from './records/owned-by.ts';
import { rememberRecords } from './records/remember.ts';
import type { Database } from './schema.ts';
import type { Store } from './store.ts';
import { endTurns } from './turns/end.ts';
import { takeTurns } from './turns/take.ts';

/** The store over a migrated database. `close` is what closing the store shall do. */
export function createStore(db: Kysely<Database>, presence: Presence, close: () => Promise<void>): Store {
  return {
    mailboxes: {
      assign: (users) => assignMailboxes(db, users),
      all: () => allMailboxes(db),
      get: (userId) => getMailbox(db, userId),
      restore: (userId, known) => restoreMailbox(db, userId, known),
      countUp: (userId) => countUpMailbox(db, userId),
      update: (claim, fields) => updateMailbox(db, claim, fields),
      reset: (userId, kind, claim) => resetMailbox(db, userId, kind, claim),
    },
    claims: {
      take: (userId, kind, holder, leaseSeconds) =>
        takeClaim(db, presence, userId, kind, holder, leaseSeconds),
      renew: (claim, leaseSeconds) => renewClaim(db, claim, leaseSeconds),
      release: (claim) => releaseClaim(db, claim),
    },
    turns: {
      take: (claim, keys) => takeTurns(db, presence, claim, keys),
      end: (claim) => endTurns(db, claim),
    },
    links: {
      ofMailbox: (userId, kind) => linksOfMailbox(db, userId, kind),
      held: (userId, kind) => heldLinks(db, userId, kind),
      countLive: (userId, kind) => countLiveLinks(db, userId, kind),
      masters: (userId, kind) => mastersOfMailbox(db, userId, kind),
      load: (claim, links) => loadLinks(db, claim, links),
      ofOthersRecords: (users, kind) => linksOfOthersRecords(db, users, kind),
    },
    access: {
      fresh: (userId, wanted) => freshAccess(db, userId, wanted),
      remember: (answers) => rememberAccess(db, answers),
      forgetOld: () => forgetOldAccess(db),
    },
    loose: { ofMailbox: (userId, kind) => looseOfMailbox(db, userId, kind) },
    records: {
      remember: (records, reportAs) => rememberRecords(db, records, reportAs),
      markGone: (ids) => markRecordsGone(db, ids),
      masters: (ids) => mastersOf(db, ids),
      get: (ids) => getRecords(db, ids),
      ownedBy: (userId) => recordsOwnedBy(db, userId),
      byEmailKeys: (keys) => recordsByKeys(db, 'email_key', keys),
      byNameKeys: (keys) => recordsByKeys(db, 'name_key', keys),
      byTandemKeys: (keys) => recordsByKeys(db, 'tandem_key', keys),
      allIds: () => allRecordIds(db),
    },
    accounts: {
      remember: (accounts, reportAs) => rememberAccounts(db, accounts, reportAs),
      byNameKeys: (keys) => accountsByNameKeys(db, keys),
      choose: (userId, nameKey, accountId) => chooseAccount(db, userId, nameKey, accountId),
      chosen: (userId, keys) => chosenAccounts(db, userId, keys),
    },
    inbox: {
      report: (kind, ids) => reportToInboxes(db, kind, ids),
      reportCompanies: (keys) => reportCompanies(db, keys),
      putAll: (userId, kind) => putAllIntoInbox(db, userId, kind),
      put: (userId, kind, ids) => putIntoInbox(db, userId, kind, ids),
      read: (userId, kind) => readInbox(db, userId, kind),
      remove: (claim, entries) => removeFromInbox(db, claim, entries),
    },
    follows: {
      remember: (follows) => rememberFollows(db, follows),
      ofUser: (userId) => followedBy(db, userId),
    },
    matches: {
      remember: (configurationId, condition, ids) => rememberMatches(db, configurationId, condition, ids),
    },
    events: createEventStore(db),
    intents: {
      add: (claim, ids) => addIntents(db, claim, ids),
      ofMailbox: (userId, kind) => intentsOfMailbox(db, userId, kind),
    },
    issues: {
      open: (userId, kind) => openIssues(db, userId, kind),
      get: (keys) => getIssues(db, keys),
      ofItems: (userId, ids) => issuesOfItems(db, userId, ids),
    },
    chunks: { remember: (claim, chunk) => rememberChunk(db, claim, chunk) },
    guard: {
      deletions: (userId, kind, since) => deletionsSince(db, userId, kind, since),
      announce: (claim, count, limit) => announceDeletions(db, presence, claim, count, limit),
    },
    brakes: {
      takeFirstSyncWrites: (configurationId, hour, wanted, most) =>
        takeFirstSyncWrites(db, configurationId, hour, wanted, most),
      tally: (configurationId, tally) => tallyWrites(db, configurationId, tally),
      forgetTally: (configurationId) => forgetTally(db, configurationId),
    },
    activity: { add: (day, kind, flow, counts) => addActivity(db, day, kind, flow, counts) },
    readers: {
      get: (name) => getReader(db, name),
      set: (name, state) => setReader(db, name, state),
      begin: (name) => beginRead(db, name),
      done: (name, read) => readDone(db, name, read),
      lease: (name, holder, seconds) => leaseReader(db, name, holder, seconds),
    },
    meta: {
      get: (key) => getMeta(db, key),
      set: (key, value) => setMeta(db, key, value),
    },
    close,
  };
}
