import type { ExchangeId, ExchangeUserId } from '../../../bridge/src/domain/ids.ts';
import { as } from '../../../bridge/src/domain/ids.ts';
import { contactChange } from '../../../emulators/exchange/contact-write.ts';
import { copyContact, addContact, editContact } from '../../../emulators/exchange/mailbox-contacts.ts';
import { moveContact, removeContact, restoreContact } from '../../../emulators/exchange/mailbox-contacts.ts';
import type { ContactRecord, FolderRecord, MailboxRecord } from '../../../emulators/exchange/mailbox.ts';
import type { TenantService } from '../../../emulators/exchange/service.ts';
import type { Properties } from '../../programs/world/fields.ts';
import type { Actor, Item, ItemWitness } from '../../programs/world/mailbox.ts';
import type { SeenMailbox } from '../../programs/world/seen.ts';
import { newsOf, short } from './notes.ts';

/** The folder that syncs. */
const syncFolder = 'Salesforce_Sync';
const markerName = /Name TandemRecord$/i;
/** Outlook makes them from the name. */
const derived = new Set(['displayName', 'fileAs']);

/** One mailbox of the emulated tenant, with what people do in it and what has been seen of it. */
export interface SimulatedMailbox extends SeenMailbox {
  readonly record: MailboxRecord;
  /** The folder that syncs; null until somebody made it. */
  folder(): FolderRecord | null;
  /** Notes what changed since the last look, as the acts of `by`. */
  look(by: Actor): void;
}

/** Sees a mailbox of the tenant. `witness` hears of what the bridge does, `note` of all changes, in a line each. */
export function seeMailbox(
  tenant: TenantService,
  record: MailboxRecord,
  witness: ItemWitness,
  note: (line: string) => void,
): SimulatedMailbox {
  const items = new Map<ExchangeId, Item>();
  const keys = new Map<ExchangeId, string>();
  let looked = '';
  let folderId: string | null = null;
  // True time, whatever the service's own clock says.
  const now = () => Date.now();

  /** Known by its id once it is there, whatever people call it later. */
  function folder(): FolderRecord | null {
    const known = folderId === null ? undefined : record.folders.get(folderId);
    if (known) return known;
    const found = [...record.folders.values()].find(({ displayName }) => displayName === syncFolder);
    folderId = found?.id ?? folderId;
    return found ?? null;
  }

  const placeOf = (contact: ContactRecord): Item['place'] =>
    contact.folderId === folder()?.id ? 'folder' : 'elsewhere';

  function look(by: Actor): void {
    const version = `${record.seq} ${record.deleted.size} ${record.folders.size}`;
    if (version === looked) return;
    looked = version;
    const told: (() => void)[] = [];
    for (const item of items.values()) {
      if (record.contacts.has(item.id) || item.place === 'deleted') continue;
      if (by === 'bridge') witness.deleted(item);
      if (item.place === 'folder') item.leftAt = now();
      note(`${by} deletes item ${short(item.id)}`);
      Object.assign(item, { place: 'deleted', deletedBy: by, modified: now(), changedAt: now() });
    }
    for (const contact of record.contacts.values()) {
      const id = as<ExchangeId>(contact.immutableId);
      if (keys.get(id) === contact.changeKey) continue;
      keys.set(id, contact.changeKey);
      const item = items.get(id);
      if (item) change(item, contact, by, told);
      else appear(contact, by, told);
    }
    for (const tell of told) tell();
  }

  function change(item: Item, contact: ContactRecord, by: Actor, told: (() => void)[]): void {
    const before = item.properties;
    const from = item.place;
    const place = placeOf(contact);
    const same = JSON.stringify(before) === JSON.stringify(contact.values);
    // The service moves change keys by itself, which is no act of anybody.
    if (same && from === place) return;
    note(`${by} changes item ${short(item.id)}: ${newsOf(before, contact.values, from, place)}`);
    Object.assign(item, {
      place,
      properties: { ...contact.values },
      deletedBy: null,
      version: item.version + 1,
      modified: now(),
      changedAt: now(),
    });
    if (from === 'folder' && place !== 'folder') item.leftAt = now();
    if (from !== 'folder' && place === 'folder') item.returnedAt = now();
    if (by === 'bridge') told.push(() => witness.changed(item, before));
  }

  function appear(contact: ContactRecord, by: Actor, told: (() => void)[]): void {
    const item: Item = {
      id: as<ExchangeId>(contact.immutableId),
      madeBy: by,
      madeAt: now(),
      place: placeOf(contact),
      properties: { ...contact.values },
      marker: [...contact.extended].find(([name]) => markerName.test(name))?.[1] ?? null,
      version: 1,
      modified: now(),
      changedAt: now(),
      leftAt: -1,
      returnedAt: -1,
      deletedBy: null,
    };
    items.set(item.id, item);
    note(`${by} makes item ${short(item.id)}${item.marker === null ? '' : ` for ${item.marker}`}`);
    if (by === 'bridge') told.push(() => witness.created(item));
  }

  const contactOf = ({ id }: Item): ContactRecord => {
    const contact = record.contacts.get(id);
    if (!contact) throw new Error(`no contact ${id}`);
    return contact;
  };
  const checked = (properties: Properties) => contactChange({ ...properties }, tenant.moment());

  return {
    record,
    exchangeUserId: as<ExchangeUserId>(record.id),
    items,
    folder,
    look,
    add(properties) {
      const contact = addContact(record, folder()!, checked(properties), 'people', tenant.moment());
      look('person');
      return items.get(as<ExchangeId>(contact.immutableId))!;
    },
    copy(item) {
      copyContact(record, contactOf(item), folder()!, tenant.moment());
      look('person');
    },
    change(item, properties) {
      const changed = Object.entries(properties).filter(
        ([name, value]) => !derived.has(name) && item.properties[name] !== value,
      );
      editContact(record, contactOf(item), checked(Object.fromEntries(changed)), tenant.moment());
      look('person');
    },
    move(item, place) {
      const moment = tenant.moment();
      if (place === 'deleted') removeContact(record, contactOf(item), moment);
      else {
        const to = place === 'folder' ? folder()! : record.contactsFolder;
        if (item.place === 'deleted') restoreContact(record, item.id, to, moment);
        else moveContact(record, contactOf(item), to, moment);
      }
      look('person');
    },
  };
}
