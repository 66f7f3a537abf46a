import { exchangeKey, salesforceKey } from '../oracle/single.ts';
import { plain } from '../oracle/compare.ts';
import { MAPPED_FIELDS } from '../oracle/fields.ts';
import type { Ledger } from '../oracle/ledger.ts';
import type { ExchangeContact, SalesforceContact } from '../oracle/snapshot.ts';
import { SYNC_FOLDER } from './exchange.ts';
import type { ExchangeTenant } from './exchange.ts';
import type { SalesforceOrg } from './salesforce.ts';

type Properties = Record<string, unknown>;

/** A synced person, who acts on both sides; everything entered is noted in the ledger. */
export interface Person {
  user: string;
  email: string;
  /** Object id in the directory. */
  exchangeId: string;
  outlook: Outlook;
  salesforce: SalesforceDesk;
}

/** What a person does in Outlook, with the contacts of the folder that syncs. */
export interface Outlook {
  creates(properties: Properties): Promise<string>;
  createsAll(contacts: readonly Properties[]): Promise<string[]>;
  edits(id: string, changes: Properties): Promise<void>;
  deletes(id: string): Promise<void>;
  movesOut(id: string): Promise<void>;
  movesBackIn(id: string): Promise<void>;
  /** Copies a contact within the folder; the copy's id. */
  copies(id: string): Promise<string>;
  /** Takes a deleted contact back out of Deleted Items. */
  restores(id: string): Promise<void>;
  /** Has the mailbox moved to another server; the new id of each contact. */
  isMoved(): Promise<(id: string) => string>;
  /** Deletes the folder that syncs with all that is in it. */
  deletesSyncFolder(): Promise<void>;
  /** The contacts in the folder that syncs. */
  contacts(): Promise<ExchangeContact[]>;
  sees(id: string): Promise<Properties>;
}

/** What a person does in Salesforce with own contacts; `Account` names the account instead of its id. */
export interface SalesforceDesk {
  creates(fields: Properties): Promise<string>;
  createsAll(contacts: readonly Properties[]): Promise<string[]>;
  edits(id: string, changes: Properties): Promise<void>;
  deletes(id: string): Promise<void>;
  /** Merges a contact into another one; the master takes over the changes. */
  merges(master: string, loser: string, changes?: Properties): Promise<void>;
  /** Makes another person the owner. */
  gives(id: string, to: Person): Promise<void>;
  /** The contacts of the whole org. */
  contacts(): Promise<SalesforceContact[]>;
  sees(id: string): Promise<Properties>;
}

export interface PersonParts {
  user: string;
  email: string;
  exchangeId: string;
  exchange: ExchangeTenant;
  salesforce: SalesforceOrg;
  ledger: Ledger;
}

export function createPerson(parts: PersonParts): Person {
  const { user, email, exchangeId } = parts;
  return { user, email, exchangeId, outlook: createOutlook(parts), salesforce: createDesk(parts) };
}

function createOutlook({ email, exchange, ledger }: PersonParts): Outlook {
  const contacts = async () => (await exchange.contacts(email)).filter(({ inSyncFolder }) => inSyncFolder);
  const createsAll = async (all: readonly Properties[]) => {
    const ids = await exchange.addContacts(email, SYNC_FOLDER, all);
    ids.forEach((item, index) => {
      const properties = all[index] ?? {};
      ledger.creates({ side: 'Exchange', item, mailbox: email, key: exchangeKey(properties) });
      ledger.enters('Exchange', item, valuesIn(properties));
    });
    return ids;
  };
  return {
    contacts,
    createsAll,
    creates: async (properties) => only(await createsAll([properties])),
    edits: async (id, changes) => {
      await exchange.changeContact(email, id, changes);
      ledger.enters('Exchange', id, valuesIn(changes));
    },
    deletes: async (id) => {
      await exchange.deleteContact(email, id);
      ledger.removes('Exchange', id);
    },
    movesOut: (id) => exchange.moveContact(email, id, 'default'),
    movesBackIn: (id) => exchange.moveContact(email, id, SYNC_FOLDER),
    copies: async (id) => {
      const copy = await exchange.copyContact(email, id);
      const copied = (await exchange.contacts(email)).find((contact) => contact.id === copy);
      const key = exchangeKey(copied?.properties ?? {});
      // From now on there are two of the kind, whoever made the first one.
      for (const item of [id, copy]) ledger.creates({ side: 'Exchange', item, mailbox: email, key });
      return copy;
    },
    restores: (id) => exchange.restoreContact(email, id, SYNC_FOLDER),
    isMoved: async () => {
      const ids = await exchange.moveMailbox(email);
      ledger.renumbers(ids);
      return (id) => ids.get(id) ?? id;
    },
    deletesSyncFolder: async () => {
      const inFolder = await contacts();
      await exchange.deleteFolder(email, SYNC_FOLDER);
      for (const { id } of inFolder) ledger.removes('Exchange', id);
    },
    sees: async (id) => {
      const contact = (await exchange.contacts(email)).find((candidate) => candidate.id === id);
      if (!contact) throw new Error(`${email} has no contact ${id}`);
      return contact.properties;
    },
  };
}

function createDesk({ user, salesforce, ledger }: PersonParts): SalesforceDesk {
  const createsAll = async (all: readonly Properties[]) => {
    const rows = await Promise.all(all.map((fields) => withAccountId(salesforce, fields)));
    const ids = await salesforce.insert(
      'Contact',
      rows.map((row) => ({ OwnerId: user, ...row })),
      user,
    );
    ids.forEach((item, index) => {
      const fields = all[index] ?? {};
      ledger.creates({ side: 'Salesforce', item, mailbox: undefined, key: salesforceKey(fields) });
      ledger.enters('Salesforce', item, valuesIn(fields));
    });
    return ids;
  };
  return {
    createsAll,
    creates: async (fields) => only(await createsAll([fields])),
    edits: async (id, changes) => {
      await salesforce.update('Contact', id, await withAccountId(salesforce, changes), user);
      ledger.enters('Salesforce', id, valuesIn(changes));
    },
    deletes: async (id) => {
      await salesforce.remove('Contact', id, user);
      ledger.removes('Salesforce', id);
    },
    merges: async (master, loser, changes = {}) => {
      await salesforce.merge(master, loser, changes, user);
      ledger.removes('Salesforce', loser);
      // What the master holds from now on, empty fields too, is what the person chose to keep.
      const fields = (await salesforce.contacts()).find(({ id }) => id === master)?.fields ?? {};
      const kept = Object.fromEntries(MAPPED_FIELDS.map(({ field }) => [field, fields[field] ?? null]));
      ledger.enters('Salesforce', master, valuesIn(kept));
    },
    gives: (id, to) => salesforce.update('Contact', id, { OwnerId: to.user }, user),
    contacts: () => salesforce.contacts(),
    sees: async (id) => {
      const contact = (await salesforce.contacts()).find((candidate) => candidate.id === id);
      if (!contact) throw new Error(`Salesforce has no contact ${id}`);
      return contact.fields;
    },
  };
}

async function withAccountId(
  salesforce: SalesforceOrg,
  { Account, ...fields }: Properties,
): Promise<Properties> {
  if (Account === undefined) return fields;
  const account = (await salesforce.accounts()).find(({ name }) => name === Account);
  if (!account) throw new Error(`there is no account ${plain(Account)}`);
  return { ...fields, AccountId: account.id };
}

/** Every text in the properties by its path, like `businessAddress.street` or `emailAddresses.0.address`. */
function valuesIn(properties: Properties, path = ''): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'string' || value === null) values[path + name] = value ?? '';
    else if (typeof value === 'object') {
      Object.assign(values, valuesIn(value as Properties, `${path}${name}.`));
    }
  }
  return values;
}

function only(ids: readonly string[]): string {
  const [id] = ids;
  if (id === undefined) throw new Error('nothing was created');
  return id;
}
