import type { AccountId, RecordId, UserId } from '../../bridge/src/domain/ids.ts';
import type { Card, Field } from './world/fields.ts';
import { fieldNames, inOutlook, typed } from './world/fields.ts';
import type { Item } from './world/mailbox.ts';
import type { OrgRecord } from './world/org.ts';
import { tokenOf } from './oracle/ledger.ts';
import { linkRows } from './oracle/watch.ts';
import type { Seen } from './world/seen.ts';

/** What one person does once: the kind of act and numbers that choose who, what and which value. */
export interface Act {
  readonly kind: keyof typeof acts | 'rest';
  readonly who: number;
  readonly target: number;
  readonly field: number;
  readonly value: number;
}

type Doing = (world: Seen, act: Act, who: UserId) => void;

/** Lets a person act. An act that finds nothing to act on makes something instead. */
export function perform(world: Seen, act: Act): void {
  if (act.kind === 'rest') return;
  const who = world.users[act.who % world.users.length]!;
  acts[act.kind](world, act, who);
}

const acts = {
  createItem(world, act, who) {
    const mailbox = world.mailboxes.get(who)!;
    const values = newCard(world, act, 'Exchange');
    const properties = Object.entries(values).reduce(
      (sum, [field, value]) => typed(sum, field as Field, value),
      {} as Item['properties'],
    ) as Record<string, unknown>;
    const second = `s${world.ledger.entries.length}@y.test`;
    if (act.value % 6 === 1 && values.Email)
      properties.emailAddresses = [properties.emailAddresses, { address: second, name: second }].flat();
    const item = mailbox.add(properties, null, 'person');
    for (const field of fieldNames)
      world.ledger.typed(item.id, field, null, values[field] ?? null, item.madeAt);
  },
  createRecord(world, act, who) {
    const values = newCard(world, act, 'Salesforce');
    const { AccountId, ...card } = values;
    const account = [...world.org.accounts.values()].find(({ name }) => name === AccountId);
    const record = world.org.add(card, who, account?.id ?? null, who);
    for (const field of fieldNames)
      world.ledger.typed(record.id, field, null, values[field] ?? null, record.created);
  },
  editItem: onItem('folder', (world, act, item) => {
    const field = fieldOf(act);
    typeInOutlook(world, item, field, newValue(world, act, field, 'Exchange'));
  }),
  eraseItem: onItem('folder', (world, act, item) => typeInOutlook(world, item, fieldOf(act), null)),
  recaseItem: onItem('folder', (world, act, item) => {
    const address = inOutlook(item.properties, 'Email');
    if (address !== null)
      typeInOutlook(world, item, 'Email', act.value % 2 ? address.toUpperCase() : address.toLowerCase());
  }),
  deleteItem: onItem('folder', (world, _act, item, who) => {
    world.mailboxes.get(who)!.move(item, 'deleted', 'person');
    world.ledger.life(item.id).ends.push({ by: who, moment: world.clock.now() });
  }),
  moveOut: onItem('folder', (world, _act, item, who) =>
    world.mailboxes.get(who)!.move(item, 'elsewhere', 'person'),
  ),
  moveBack: onItem('elsewhere', putBack),
  restoreItem: onItem('deleted', putBack),
  copyItem: onItem('folder', (world, _act, item, who) => {
    const mailbox = world.mailboxes.get(who)!;
    const before = new Set(mailbox.items.keys());
    mailbox.copy(item);
    // What was typed in the original goes on in the copy.
    for (const made of mailbox.items.values())
      if (!before.has(made.id)) world.ledger.life(made.id).edited = made.madeAt;
  }),
  editRecord: onRecord(false, (world, act, record, who) => {
    const field = fieldOf(act);
    typeInSalesforce(world, record, field, newValue(world, act, field, 'Salesforce'), who);
  }),
  eraseRecord: onRecord(false, (world, act, record, who) => {
    const field = fieldOf(act);
    if (field !== 'LastName') typeInSalesforce(world, record, field, null, who);
  }),
  deleteRecord: onRecord(false, (world, _act, record, who) => {
    world.org.change(record, who, { deleted: true });
    world.ledger.life(record.id).ends.push({ by: who, moment: world.clock.now() });
  }),
  undeleteRecord: onRecord(true, (world, _act, record, who) => {
    const taken = [...world.org.records.values()].some(
      (other) => !other.deleted && other.key !== null && other.key === record.key,
    );
    if (taken) return;
    world.org.change(record, who, { deleted: false });
    const life = world.ledger.life(record.id);
    life.putBack = life.restored = world.clock.now();
  }),
  changeOwner: onRecord(false, (world, act, record, who) => {
    // One user in four has no mailbox here.
    const owner = act.value % 4 === 0 ? world.otherUser : world.users[act.value % world.users.length]!;
    world.org.change(record, who, { owner });
    const life = world.ledger.life(record.id);
    life.putBack = world.clock.now();
  }),
  changeAccount: onRecord(false, (world, act, record, who) => {
    const accounts: (AccountId | null)[] = [...world.org.accounts.keys(), null];
    setAccount(world, record, accounts[act.value % accounts.length]!, who);
  }),
  renameAccount(world, act) {
    const accounts = [...world.org.accounts.values()].filter(({ name }) => name !== 'Placeholder');
    const account = accounts[act.target % accounts.length]!;
    const name = `New${world.ledger.entries.length}.`;
    // A new name is no edit of the contacts, but nobody misses the old one.
    for (const entry of world.ledger.entries)
      if (entry.field === 'AccountId' && entry.token === tokenOf(account.name)) entry.overwritten = true;
    world.org.renameAccount(account, name);
  },
  sameOnBoth: onPair((world, act, item, record, who) => {
    const field = fieldOf(act);
    const value = newValue(world, { ...act, value: 0 }, field, 'Salesforce');
    typeInOutlook(world, item, field, value);
    typeInSalesforce(world, record, field, value, who);
  }),
  editBoth: onPair((world, act, item, record, who) => {
    const field = fieldOf(act);
    if (act.target % 2) typeInOutlook(world, item, field, newValue(world, act, field, 'Exchange'));
    typeInSalesforce(world, record, field, newValue(world, act, field, 'Salesforce'), who);
    if (!(act.target % 2)) typeInOutlook(world, item, field, newValue(world, act, field, 'Exchange'));
  }),
  deleteAndEdit: onPair((world, act, item, record, who) => {
    const field = fieldOf(act);
    if (act.value % 2) {
      typeInSalesforce(world, record, field, newValue(world, act, field, 'Salesforce'), who);
      world.mailboxes.get(who)!.move(item, 'deleted', 'person');
      world.ledger.life(item.id).ends.push({ by: who, moment: world.clock.now() });
    } else {
      typeInOutlook(world, item, field, newValue(world, act, field, 'Exchange'));
      world.org.change(record, who, { deleted: true });
      world.ledger.life(record.id).ends.push({ by: who, moment: world.clock.now() });
    }
  }),
} satisfies Record<string, Doing>;

/** Acts that a write notices by the version of the item, or that touch nothing that is there: safe at any moment. */
export function isNoticed({ kind }: Act): boolean {
  return [
    'createItem',
    'createRecord',
    'editItem',
    'eraseItem',
    'recaseItem',
    'deleteItem',
    'moveOut',
  ].includes(kind);
}

export const actKinds = Object.keys(acts) as (keyof typeof acts)[];

/** The kinds of acts as often as people do them: what is made and edited most comes up more than once. */
export const kindsByHabit: readonly (keyof typeof acts)[] = [
  ...actKinds,
  'createItem',
  'createRecord',
  'editItem',
  'editRecord',
  'editItem',
  'editRecord',
];

function onItem(place: Item['place'], act: (world: Seen, act: Act, item: Item, who: UserId) => void): Doing {
  return (world, given, who) => {
    const items = [...world.mailboxes.get(who)!.items.values()].filter((item) => item.place === place);
    const item = items[given.target % items.length];
    if (item) act(world, given, item, who);
    else acts.createItem(world, given, who);
  };
}

function onRecord(
  deleted: boolean,
  act: (world: Seen, act: Act, record: OrgRecord, who: UserId) => void,
): Doing {
  return (world, given, who) => {
    const records = [...world.org.records.values()].filter((record) => record.deleted === deleted);
    const record = records[given.target % records.length];
    if (record) act(world, given, record, who);
    else acts.createRecord(world, given, who);
  };
}

function onPair(act: (world: Seen, act: Act, item: Item, record: OrgRecord, who: UserId) => void): Doing {
  return (world, given, who) => {
    const pairs = linkRows(world, who).flatMap((row) => {
      const item = world.mailboxes.get(who)!.items.get(row.Exchange_Id__c as Item['id']);
      const record = world.org.records.get(row.Record_Id__c as RecordId);
      return row.State__c === 'Live' && item?.place === 'folder' && record && !record.deleted
        ? [{ item, record }]
        : [];
    });
    const pair = pairs[given.target % pairs.length];
    if (pair) act(world, given, pair.item, pair.record, who);
    else acts.createRecord(world, given, who);
  };
}

function putBack(world: Seen, _act: Act, item: Item, who: UserId): void {
  world.mailboxes.get(who)!.move(item, 'folder', 'person');
  world.ledger.life(item.id).putBack = world.clock.now();
}

function typeInOutlook(world: Seen, item: Item, field: Field, value: string | null): void {
  const before = inOutlook(item.properties, field);
  const mailbox = [...world.mailboxes.values()].find(({ items }) => items.get(item.id) === item)!;
  mailbox.change(item, typed(item.properties, field, value));
  world.ledger.typed(item.id, field, before, value, world.clock.now());
}

function typeInSalesforce(
  world: Seen,
  record: OrgRecord,
  field: Field,
  value: string | null,
  who: UserId,
): void {
  if (field === 'AccountId') {
    const account = [...world.org.accounts.values()].find(({ name }) => name === value);
    return setAccount(world, record, account?.id ?? null, who);
  }
  const before = record.card[field] ?? null;
  world.org.change(record, who, { card: { ...record.card, [field]: value } });
  world.ledger.typed(record.id, field, before, value, world.clock.now());
}

function setAccount(world: Seen, record: OrgRecord, account: AccountId | null, who: UserId): void {
  const before = world.org.companyOf(record);
  world.org.change(record, who, { account });
  const after = account === null ? null : (world.org.accounts.get(account)?.name ?? null);
  world.ledger.typed(record.id, 'AccountId', before, after, world.clock.now());
}

function fieldOf({ field }: Act): Field {
  return fieldNames[field % fieldNames.length]!;
}

/** Mostly a value that nobody typed before; sometimes a long, a padded or a shared one. */
function newValue(world: Seen, { value }: Act, field: Field, side: 'Exchange' | 'Salesforce'): string {
  const fresh = `n${world.ledger.entries.length}.`;
  const shape = value % 10;
  if (field === 'AccountId') {
    const names = [...world.org.accounts.values()].map(({ name }) => name);
    return shape < 6 || side === 'Salesforce' ? names[value % names.length]! : `${fresh} Ltd`;
  }
  if (field === 'Email') {
    if (shape < 4) return `pool${value % 4}@x.test`;
    if (shape === 9 && side === 'Exchange') return `${fresh}no address`;
    if (shape === 8 && side === 'Exchange') return `${fresh}${'x'.repeat(90)}@x.test`;
    return `${fresh}@x.test`;
  }
  if (side === 'Salesforce') return fresh;
  if (shape === 9) return `${fresh} ${'long '.repeat(20)}`;
  if (shape === 8) return `${fresh}\r\nb  `;
  return shape === 7 ? `  ${fresh} ` : fresh;
}

function newCard(world: Seen, act: Act, side: 'Exchange' | 'Salesforce'): Card {
  const value = (field: Field, shift: number) =>
    newValue(world, { ...act, value: act.value + shift }, field, side);
  const count = world.ledger.entries.length;
  return {
    ...(act.field % 3 > 0 && { FirstName: act.field % 5 === 0 ? 'Ann' : `f${count}.` }),
    ...((side === 'Salesforce' || act.field % 8 > 0) && {
      LastName: act.field % 5 === 0 ? 'Lee' : `l${count}.`,
    }),
    ...(act.value % 5 > 0 && { Email: value('Email', 0) }),
    ...(act.value % 3 > 0 && { AccountId: value('AccountId', 1) }),
    ...(act.value % 4 > 0 && { [fieldOf({ ...act, field: 4 + (act.field % 5) })]: value('Title', 2) }),
  };
}
