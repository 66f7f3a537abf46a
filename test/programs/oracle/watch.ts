import type { RecordId, UserId } from '../../../bridge/src/domain/ids.ts';
import { addressesOf, fieldNames, inOutlook } from '../world/fields.ts';
import type { Field, Properties } from '../world/fields.ts';
import type { Item } from '../world/mailbox.ts';
import type { OrgRecord, StoredRow } from '../world/org.ts';
import type { Seen } from '../world/seen.ts';

import type { Pair } from './agree.ts';
import { agree, inSalesforce, isPlaceholder, refusals } from './agree.ts';
import { hasIssue } from './issues.ts';
import type { Pairing } from './pairing.ts';
import { createPairing } from './pairing.ts';

/** Judges what the bridge makes and deletes in the moment it does so. Knows the rules of the product, not the engine. */
export interface Watch {
  /** A pass of the mailbox begins. */
  passBegins(userId: UserId): void;
  itemMade(userId: UserId, item: Item): void;
  itemChanged(item: Item, before: Properties): void;
  itemDeleted(userId: UserId, item: Item): void;
  recordMade(record: OrgRecord): void;
  recordDeleted(userId: UserId, record: OrgRecord): void;
}

function isLiveFor(row: StoredRow, record: OrgRecord): boolean {
  return row.State__c === 'Live' && row.Record_Id__c === record.id;
}

/** The link rows of a mailbox's contacts. */
export function linkRows(world: Seen, userId: UserId): readonly StoredRow[] {
  return rowsOf(world, userId).filter((row) => row.Kind__c !== 'Event');
}

/** The link rows of a mailbox's events. */
export function eventLinks(world: Seen, userId: UserId): readonly StoredRow[] {
  return rowsOf(world, userId).filter((row) => row.Kind__c === 'Event');
}

function rowsOf(world: Seen, userId: UserId): readonly StoredRow[] {
  return [...(world.org.rows.get('Tandem_Link__c')?.values() ?? [])].filter((row) => row.OwnerId === userId);
}

export function createWatch(world: () => Seen, blame: (rule: string, what: string) => void): Watch {
  /** As things stood when the last pass of each mailbox began. */
  const pairings = new Map<UserId, Pairing>();
  const mailboxOf = (userId: UserId) => world().mailboxes.get(userId)!;
  const flows = (way: 'ExchangeToSalesforce' | 'SalesforceToExchange') =>
    world().policy.direction === 'Both' || world().policy.direction === way;
  const rowsOf = (userId: UserId, test: (row: StoredRow) => boolean) =>
    linkRows(world(), userId).filter(test);
  const editedSince = (userId: UserId, id: string, moment: number) =>
    world().ledger.life(id).edited > world().ledger.cleanBefore(userId, moment) - world().commitsLateMs;

  /** Also by another person through their own mailbox; after a torn pass, the bridge's own writes look like edits. */
  const changedSince = (userId: UserId, id: string, moment: number) =>
    world().ledger.isTorn(userId) ||
    (world().users.length > 1 &&
      (world().org.records.get(id as RecordId)?.stamp ?? -1) > world().ledger.cleanBefore(userId, moment)) ||
    editedSince(userId, id, moment) ||
    world().ledger.life(id).putBack > world().ledger.cleanBefore(userId, moment);
  /** A new name of the account is an edit of its contacts. */
  const renamedSince = (userId: UserId, { account }: OrgRecord, { leftAt }: Item) =>
    account !== null &&
    world().org.accounts.get(account)!.stamp >
      world().ledger.cleanBefore(userId, leftAt) - world().accountsLateMs;
  // Company and e-mail address are left out: people share them, so a value can be typed and taken back.
  const isLost = (userId: UserId, side: 'item' | 'record', moment: number, pair: Pair) =>
    world().policy.direction === 'Both' &&
    fieldNames.some(
      (field) =>
        field !== 'AccountId' &&
        field !== 'Email' &&
        !(field === 'LastName' && inOutlook(pair.item.properties, field) === null) &&
        isEdited(userId, side, moment, pair, field) &&
        !agree(world(), pair, field) &&
        !isTypedOnBoth(pair, field),
    );
  /** What people typed on both sides was in step, whatever another mailbox wrote to the record since. */
  const isTypedOnBoth = ({ item, record }: Pair, field: Field) => {
    const typed = (id: string) =>
      world().ledger.entries.flatMap((entry) =>
        entry.id === id && entry.field === field ? [entry.token] : [],
      );
    const last = typed(item.id).at(-1);
    return last !== undefined && last === typed(record.id).at(-1);
  };
  /** Whether people changed the field since the last clean pass, and it does not show again what it showed then. */
  const isEdited = (userId: UserId, side: 'item' | 'record', moment: number, pair: Pair, field: Field) => {
    const since = world().ledger.cleanBefore(userId, moment);
    const { edits } = world().ledger.life(pair[side].id);
    const made = side === 'item' ? pair.item.madeAt : pair.record.created;
    const other = side === 'item' ? pair.record : pair.item;
    const first = edits.find((edit) => edit.field === field && edit.moment > Math.max(since, made));
    const now =
      side === 'item' ? inOutlook(pair.item.properties, field) : inSalesforce(world(), pair.record, field);
    if (first === undefined || (first.before ?? '') === (now ?? '')) return false;
    // The other side showed it by the time when people changed that.
    return !world()
      .ledger.life(other.id)
      .edits.some(
        (edit) => edit.field === field && edit.moment > first.moment && (edit.before ?? '') === (now ?? ''),
      );
  };

  /** What passes have tried to write to the record in vain is an edit still when that is deleted; so is a company that it lacks. */
  const isLeft = (userId: UserId, pair: Pair) =>
    world().ledger.isUnfinished(userId) &&
    fieldNames.some(
      (field) =>
        !agree(world(), pair, field) ||
        (field === 'AccountId' &&
          inOutlook(pair.item.properties, field) !== null &&
          (pair.record.account === null || isPlaceholder(world(), pair.record))),
    );
  /** Nobody acts during the pass, and what it finds is no half of an earlier one. */
  const isCalm = (userId: UserId) => !world().isMeddledWith() && !world().ledger.isTorn(userId);
  /** Nobody changed it since the pass began, so the pass could know it. */
  const settled = (moment: number) => moment < world().passBegan();

  /** By what the pass could know: of a record that came back and was deleted again since it looked, the deletion before that, too. */
  const mayHaveDeleted = (userId: UserId, { id }: OrgRecord) => {
    const { ends, restored } = world().ledger.life(id);
    const known = ends.findLastIndex(({ moment }) => settled(moment));
    const stands = (moment: number) => moment >= restored || !settled(restored);
    return ends.slice(Math.max(known, 0)).some(({ by, moment }) => by === userId && stands(moment));
  };

  /** The record that another mailbox made during this pass, of the same address: mailboxes take turns, so there is none. */
  const doubleOf = (record: OrgRecord, userId: UserId, item: Item): OrgRecord | undefined => {
    const address = record.card.Email?.toLowerCase() ?? '';
    // What has left the folder since the pass looked may have had that record in its stead.
    const has = ({ properties, place, leftAt }: Item) =>
      (place === 'folder' || !settled(leftAt)) &&
      addressesOf(properties)
        .map((text) => text.toLowerCase())
        .includes(address);
    const others = [...mailboxOf(userId).items.values()].filter((other) => other !== item && has(other));
    if (!address.includes('@') || others.length > 0 || world().history.lostDatabase) return undefined;
    return [...world().org.records.values()].find(
      (other) =>
        other !== record &&
        !other.deleted &&
        other.key !== null &&
        !other.key.startsWith(`${mailboxOf(userId).exchangeUserId}|`) &&
        other.created > world().passBegan(userId) &&
        other.stamp === other.created &&
        other.card.Email?.toLowerCase() === address &&
        world().org.isVisible(other, userId),
    );
  };

  return {
    passBegins: (userId) => void pairings.set(userId, createPairing(world(), userId)),

    itemMade(userId, item) {
      const { org, ledger } = world();
      const mailbox = mailboxOf(userId);
      if (item.marker === null) return blame('marker', `${item.id} was made without one`);
      const record = org.records.get(item.marker.split('|')[1] as RecordId)!;
      const what = `${item.id} for ${record.id}`;
      if (!flows('SalesforceToExchange')) blame('direction', `item made ${what}`);
      if (settled(record.stamp) && !org.isVisible(record, userId))
        blame('hidden', `item made ${what}, which its user may not see`);
      const rows = rowsOf(userId, (row) => row.Record_Id__c === record.id);
      const copy = [...mailbox.items.values()].find(
        (other) =>
          other !== item &&
          other.madeBy === 'bridge' &&
          other.marker === item.marker &&
          other.place === 'folder' &&
          // A person may have restored it after the pass had looked.
          settled(other.returnedAt) &&
          // The service may never tell of an item that left and came back.
          !(world().returnsAsTombstone && other.returnedAt >= 0) &&
          // Of a record that was deleted while its link was forgotten, and came back, nothing is known (see the README).
          !(world().history.lostMemory && ledger.life(record.id).restored > other.madeAt) &&
          // A person put the item back that it was made in place of.
          !rows.some((row) => ledger.life(String(row.Exchange_Id__c)).putBack > other.madeAt) &&
          ![...org.records.values()].some((made) => !made.deleted && made.key?.split('|')[1] === other.id) &&
          // It may stand for a record that took the place of this one, or be an ended copy that a person put back.
          !rowsOf(userId, (row) => row.Exchange_Id__c === other.id && !isLiveFor(row, record)).length,
      );
      if (copy) blame('copy', `${what}, which has ${copy.id}`);
      for (const row of rows.filter(({ State__c }) => State__c === 'Live')) {
        const old = mailbox.items.get(row.Exchange_Id__c as Item['id']);
        if (!old || old.leftAt >= world().passBegan()) continue;
        if (old.place === 'folder') {
          // It may have been put back after the pass had looked.
          if (settled(old.returnedAt)) blame('copy', `${what}, linked with ${old.id}`);
        } else if (old.place === 'elsewhere') blame('resurrection', `${what}, moved out as ${old.id}`);
        else if (
          !changedSince(userId, record.id, old.leftAt) &&
          !renamedSince(userId, record, old) &&
          // An edit that could never be carried over is one still.
          !hasIssue(world(), old, record, refusals)
        )
          blame('resurrection', `${what}, deleted as ${old.id}`);
      }
      if (rows.length > 0 && rows.every(({ State__c }) => State__c === 'Suppressed')) {
        // What is another person's may be hidden, too.
        const narrow = ['OutOfFilter', 'AccessLost'];
        const wide =
          rows.every(({ Reason__c }) => narrow.includes(String(Reason__c))) && record.owner === userId;
        if (!wide)
          blame(
            'suppressed',
            `${what}, whose link was ended: ${rows.map((row) => String(row.Reason__c)).join()}`,
          );
      }
      const twin = isCalm(userId) ? pairings.get(userId)!.itemFor(record) : null;
      if (twin) blame('pairing', `${what}, though ${twin.id} has its address`);
    },

    itemChanged(item, before) {
      for (const field of fieldNames) {
        const was = inOutlook(before, field)?.trim() ?? '';
        const is = inOutlook(item.properties, field)?.trim() ?? '';
        if (is !== '' && is.length < was.length && was.startsWith(is))
          blame('clipped', `${field} of ${item.id} from ${was.length} to ${is.length} characters`);
        if (field === 'AccountId' && was !== '' && is === '') blame('company', `erased from ${item.id}`);
      }
      const [userId] = [...world().mailboxes].find(([, { items }]) => items.get(item.id) === item)!;
      const [row] = rowsOf(userId, (link) => link.Exchange_Id__c === item.id && link.State__c === 'Live');
      const record = row && world().org.records.get(row.Record_Id__c as RecordId);
      if (record && !record.deleted && settled(record.stamp) && !world().org.isVisible(record, userId))
        blame('hidden', `${item.id} changed after ${record.id}, which its user may not see`);
      const left = addressesOf(item.properties);
      for (const address of addressesOf(before).slice(1))
        if (!left.includes(address)) blame('unmapped', `an address of ${item.id} is gone`);
    },

    itemDeleted(userId, item) {
      const { org, ledger, policy } = world();
      const [row] = rowsOf(
        userId,
        ({ Exchange_Id__c, State__c }) => Exchange_Id__c === item.id && State__c === 'Live',
      );
      // A deletion whose link was ended in Salesforce, but not in the database before a crash, is repeated.
      if (
        !row &&
        rowsOf(userId, (row) => row.Exchange_Id__c === item.id && row.Reason__c === 'DeletedByPolicy').length
      )
        return;
      // Of a reset that broke off the rows may be gone; the item that was made for a record tells which it is.
      const marked = item.madeBy === 'bridge' ? item.marker?.split('|')[1] : undefined;
      const record = org.records.get((row?.Record_Id__c ?? marked) as RecordId);
      if (!record) return blame('deletion', `${item.id}, which has no link`);
      if (!flows('SalesforceToExchange')) blame('direction', `item deleted ${item.id}`);
      // A person may have restored it after the pass had looked.
      if (record.deleted || !settled(ledger.life(record.id).restored)) {
        if (!ledger.isTorn(userId) && ledger.hasForgotten(userId, 'database'))
          blame('deletion', `${item.id}, though nothing was remembered`);
        // A copy goes when its record has left the filter, even if that is deleted a moment later.
        const left = record.owner !== userId && !settled(record.stamp);
        if (policy.deletesToExchange !== 'Delete' && !left)
          blame('deletion', `${item.id}, though deletes keep`);
        // The deletion has a condition: no edit in between gets lost.
        if (!ledger.isTorn(userId) && isLost(userId, 'item', record.stamp, { item, record }))
          blame('edit beats delete', item.id);
      } else if (record.owner === userId && settled(record.stamp))
        blame('deletion', `${item.id}, whose record is there`);
      else if (item.madeBy !== 'bridge' || (ledger.life(item.id).edited >= 0 && !world().history.lostMemory))
        blame('deletion', `${item.id}, which a person made or changed`);
      else if (
        !ledger.isTorn(userId) &&
        !ledger.hasForgotten(userId, 'database', 'values', 'cursor') &&
        ledger.life(item.id).edited > ledger.cleanBefore(userId, world().clock.now()) &&
        ledger.life(item.id).edited > ledger.remembersSince(userId) &&
        ledger.cleanBefore(userId, world().clock.now()) > item.madeAt
      )
        blame('deletion', `${item.id}, which a person changed since the last clean pass`);
    },

    recordMade(record) {
      const { org, ledger, mailboxes } = world();
      const [entra, id] = record.key!.split('|');
      const [userId, mailbox] = [...mailboxes].find(([, { exchangeUserId }]) => exchangeUserId === entra)!;
      const item = mailbox.items.get(id as Item['id'])!;
      const what = `${record.id} for ${item.id}`;
      if (!flows('ExchangeToSalesforce')) blame('direction', `record made ${what}`);
      for (const row of rowsOf(userId, ({ Exchange_Id__c }) => Exchange_Id__c === item.id)) {
        const old = org.records.get(row.Record_Id__c as RecordId);
        if (row.State__c === 'Suppressed')
          blame('suppressed', `${what}, whose link was ended: ${String(row.Reason__c)}`);
        else if (old && !old.deleted) {
          if (settled(old.stamp) && !ledger.isTorn(userId)) blame('copy', `${what}, linked with ${old.id}`);
        } else if (old && !mayHaveDeleted(userId, old))
          blame('resurrection', `${what}, deleted by another person as ${old.id}`);
        else if (
          old &&
          !isNameless(item) &&
          !changedSince(userId, item.id, old.stamp) &&
          !isLeft(userId, { item, record: old })
        )
          blame('resurrection', `${what}, deleted as ${old.id}`);
      }
      const twin = isCalm(userId) ? pairings.get(userId)!.recordFor(item) : null;
      // What became visible, or got the address, after the pass had looked is not told.
      if (twin && settled(twin.stamp)) blame('pairing', `${what}, though ${twin.id} has its address`);
      // What is made again in place of a deleted record is not paired anew.
      const isAgain = rowsOf(userId, ({ Exchange_Id__c }) => Exchange_Id__c === item.id).length > 0;
      const double = isAgain ? undefined : doubleOf(record, userId, item);
      if (double)
        blame('pairing', `${what}, though another mailbox has just made ${double.id} of its address`);
    },

    recordDeleted(userId, record) {
      const { policy, ledger } = world();
      const [row] = rowsOf(userId, (link) => link.Record_Id__c === record.id && link.State__c === 'Live');
      const item = row && mailboxOf(userId).items.get(row.Exchange_Id__c as Item['id']);
      if (!item) return blame('deletion', `${record.id}, which has no link`);
      if (!flows('ExchangeToSalesforce')) blame('direction', `record deleted ${record.id}`);
      if (item.place !== 'deleted' && settled(item.leftAt) && settled(item.returnedAt))
        blame('deletion', `${record.id}, whose item is ${item.place}`);
      const untold = ledger.hasForgotten(userId, 'cursor') && !ledger.life(item.id).toldGone;
      if (!ledger.isTorn(userId) && (untold || ledger.hasForgotten(userId, 'database')))
        blame('deletion', `${record.id}, though its item was only found missing`);
      if (policy.deletesToSalesforce !== 'Delete') blame('deletion', `${record.id}, though deletes keep`);
      if (record.owner !== userId && settled(record.stamp))
        blame('deletion', `${record.id}, which is another person's`);
      if (
        settled(record.stamp) &&
        !ledger.isTorn(userId) &&
        isLost(userId, 'record', item.leftAt, { item, record })
      )
        blame('edit beats delete', record.id);
    },
  };
}

/** Its last name is made up from other properties, and changes when they do. */
function isNameless(item: Item): boolean {
  return inOutlook(item.properties, 'LastName') === null;
}
