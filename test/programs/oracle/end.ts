import type { RecordId } from '../../../bridge/src/domain/ids.ts';
import type { Database } from '../../memory-store/database.ts';
import type { Field } from '../world/fields.ts';
import { fieldNames, inOutlook } from '../world/fields.ts';
import type { Item } from '../world/mailbox.ts';
import type { OrgRecord } from '../world/org.ts';
import type { Seen } from '../world/seen.ts';
import type { World } from '../world/world.ts';
import { Broken, nobody } from '../world/world.ts';
import type { Pair } from './agree.ts';
import { agree, inSalesforce, refusals } from './agree.ts';
import { hasIssue, issues } from './issues.ts';
import { tokenOf } from './ledger.ts';
import { linkRows } from './watch.ts';

/** Checks how things stand when faults have stopped and the last passes are over. */
export async function checkEnd(world: World): Promise<void> {
  checkRows(world, world.bridge.database());
  checkSides(world);
  await checkQuiet(world);
}

/** What both sides have to show for it, and Tandem's rows. */
export function checkSides(world: Seen): void {
  checkOneToOne(world);
  checkConverged(world);
  checkNothingLost(world);
  checkNothingLeft(world);
  checkDeletesCarriedOver(world);
}

function fail(rule: string, what: string): never {
  throw new Broken(`${rule}: ${what}`);
}

/** Links are one to one in each mailbox. */
function checkOneToOne(world: Seen): void {
  // A row that was torn from its database can only be told by the item itself.
  if (world.history.lostDatabase && world.history.torn) return;
  for (const userId of world.users) {
    const live = linkRows(world, userId)
      .filter(({ State__c }) => State__c === 'Live')
      .map(({ Record_Id__c }) => Record_Id__c);
    if (new Set(live).size !== live.length)
      fail('one to one', `${userId} links a record twice: ${live.join()}`);
  }
}

/** Salesforce shows what the database holds. */
export function checkRows(world: Seen, database: Database): void {
  if (world.history.lostDatabase && world.history.torn) return;
  for (const userId of world.users) {
    const rows = linkRows(world, userId);
    const links = database.mailboxes.get(userId)!.rows.Contact.links;
    for (const row of rows) {
      const link = links.get(row.Exchange_Id__c as Item['id']);
      if (!link) fail('rows', `${String(row.Exchange_Id__c)} is unknown to the database`);
      if (link.state !== row.State__c || link.reason !== row.Reason__c || link.recordId !== row.Record_Id__c)
        fail('rows', `${link.exchangeId} is ${link.state} here and ${String(row.State__c)} in Salesforce`);
    }
    if (links.size !== rows.length) fail('rows', `${links.size} links, ${rows.length} rows`);
  }
}

function livePairs(world: Seen): readonly Pair[] {
  return world.users.flatMap((userId) =>
    linkRows(world, userId).flatMap((row): Pair[] => {
      if (row.State__c !== 'Live') return [];
      const item = world.mailboxes.get(userId)!.items.get(row.Exchange_Id__c as Item['id'])!;
      const record = world.org.records.get(row.Record_Id__c as RecordId)!;
      if (item.place !== 'folder' || record.deleted) {
        const refused = record.deleted && hasIssue(world, item, record, refusals);
        if (world.held() > 0 || refused) return [];
        fail(
          'live link',
          `${item.id} is ${item.place}, ${record.id} is ${record.deleted ? 'deleted' : 'there'}`,
        );
      }
      return [{ item, record }];
    }),
  );
}

/** Linked pairs are equal as far as Salesforce can hold it. */
function checkConverged(world: Seen): void {
  for (const pair of livePairs(world))
    for (const field of fieldNames)
      if (mustAgree(world, pair, field) && !agree(world, pair, field))
        fail(
          'converged',
          `${field} of ${pair.item.id} is ${JSON.stringify(inOutlook(pair.item.properties, field))}, ` +
            `of ${pair.record.id} ${JSON.stringify(inSalesforce(world, pair.record, field))}`,
        );
}

/** Where values flow one way, the other side may differ until the leading side's value changes. */
function mustAgree(world: Seen, { item, record }: Pair, field: Field): boolean {
  if (hasIssue(world, item, record, refusals)) return false;
  if (field === 'LastName' && inOutlook(item.properties, 'LastName') === null) return false;
  return world.policy.direction === 'Both';
}

/** Every value that a person typed is somewhere, or a person typed over it, or an issue keeps it. */
function checkNothingLost(world: Seen): void {
  const details = issues(world)
    .map((row) => String(row.Details__c))
    .join('\n')
    .toLowerCase();
  for (const field of fieldNames) {
    const values = [
      ...[...world.mailboxes.values()].flatMap(({ items }) =>
        [...items.values()].map(({ properties }) => inOutlook(properties, field)),
      ),
      ...[...world.org.records.values()].map((record) => inSalesforce(world, record, field)),
    ];
    const there = new Set(values.map(tokenOf));
    for (const { token, overwritten, ...entry } of world.ledger.entries)
      if (entry.field === field && !overwritten && !details.includes(token) && !there.has(token))
        fail('lost', `${field} ${token}`);
  }
}

/** Whatever may sync is linked, or listed with the reason. */
function checkNothingLeft(world: Seen): void {
  const { direction } = world.policy;
  for (const userId of world.users) {
    const rows = linkRows(world, userId);
    const items = new Set(rows.map((row) => row.Exchange_Id__c));
    const records = new Set(rows.map((row) => row.Record_Id__c));
    for (const item of world.mailboxes.get(userId)!.items.values()) {
      const waits = item.place === 'folder' && !items.has(item.id) && direction !== 'SalesforceToExchange';
      // The service never tells of an item that left and came back before anybody asked.
      const untold = world.returnsAsTombstone && item.returnedAt >= 0;
      const listed = issues(world).some((row) => row.Status__c === 'Open' && row.Exchange_Id__c === item.id);
      if (waits && !untold && !listed) fail('left behind', item.id);
    }
    if (direction === 'ExchangeToSalesforce') continue;
    for (const record of world.org.records.values()) {
      // A person may restore a record after another one was made in its place: its item has a link then.
      const replaced = items.has(record.key?.split('|')[1]);
      if (record.owner === userId && !record.deleted && !records.has(record.id) && !replaced)
        fail('left behind', record.id);
    }
  }
}

/** With the policy Delete, what a person deleted on one side and nobody touched on the other is gone there too. */
function checkDeletesCarriedOver(world: Seen): void {
  if (world.history.lostMemory || world.held() > 0) return;
  const { direction, deletesToExchange, deletesToSalesforce } = world.policy;
  for (const userId of world.users)
    for (const row of linkRows(world, userId)) {
      if (row.State__c !== 'Suppressed' || row.Reason__c !== 'DeletedByPolicy') continue;
      const item = world.mailboxes.get(userId)!.items.get(row.Exchange_Id__c as Item['id'])!;
      const record = world.org.records.get(row.Record_Id__c as RecordId)!;
      const untouched =
        world.ledger.life(item.id).putBack < 0 &&
        world.ledger.life(record.id).putBack < 0 &&
        world.ledger.life(item.id).edited <= item.madeAt &&
        world.ledger.life(record.id).edited <= record.created &&
        !isRenamed(world, { item, record });
      if (!untouched || hasIssue(world, item, record, ['TDM-C-NOT-OWNER', 'TDM-C-DELETED-UNSEEN'])) continue;
      const inwards = direction !== 'SalesforceToExchange' && deletesToSalesforce === 'Delete';
      const outwards = direction !== 'ExchangeToSalesforce' && deletesToExchange === 'Delete';
      if (
        item.deletedBy === 'person' &&
        !record.deleted &&
        inwards &&
        record.owner === userId &&
        onlyLinked(world, record)
      )
        fail('not carried over', `${item.id} was deleted, ${record.id} is there`);
      if (record.deleted && item.place === 'folder' && outwards && !isKept(world, { item, record }))
        fail('not carried over', `${record.id} was deleted, ${item.id} is there`);
    }
}

/** A new name of the account is an edit of its contacts, also one that the bridge had not read yet when it made the record of the item's company. */
function isRenamed(world: Seen, { item, record }: Pair): boolean {
  if (record.account === null) return false;
  const { stamp } = world.org.accounts.get(record.account)!;
  const isOfOldName = record.madeBy === 'bridge' && !agree(world, { item, record }, 'AccountId');
  return stamp > record.created - (isOfOldName ? world.accountsLateMs : 0);
}

/** What the record could not take of the item before another person deleted it is an edit still: the item stays, listed. */
function isKept(world: Seen, pair: Pair): boolean {
  return (
    hasIssue(world, pair.item, pair.record, ['TDM-C-DELETED-BY-OTHER']) &&
    fieldNames.some((field) => !agree(world, pair, field))
  );
}

function onlyLinked(world: Seen, record: OrgRecord): boolean {
  return (
    world.users.flatMap((userId) => linkRows(world, userId)).filter((row) => row.Record_Id__c === record.id)
      .length === 1
  );
}

/** One more pass of each mailbox writes nothing and reads one delta round. */
async function checkQuiet(world: World): Promise<void> {
  const { org, bridge } = world;
  const written = () =>
    org.writes() + [...world.mailboxes.values()].reduce((sum, mailbox) => sum + mailbox.writes(), 0);
  const before = written();
  const rowsBefore = JSON.stringify([...org.rows].map(([name, table]) => [name, [...table]]));
  for (const [userId, mailbox] of world.mailboxes) {
    mailbox.reads();
    const calls = bridge.salesforceCalls();
    if (!(await world.pass(userId, 'none', 0, nobody))) fail('quiet', 'the pass failed');
    const reads = mailbox.reads();
    if (reads.length > 1) fail('quiet', `${userId} reads ${reads.join(', ')}`);
    if (bridge.salesforceCalls() > calls) fail('quiet', `${userId} asks Salesforce`);
  }
  if (written() > before) fail('quiet', `${written() - before} writes`);
  if (JSON.stringify([...org.rows].map(([name, table]) => [name, [...table]])) !== rowsBefore)
    fail('quiet', 'rows were written');
}
