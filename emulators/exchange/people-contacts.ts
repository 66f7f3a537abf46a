import { z } from 'zod';
import { contactChange } from './contact-write.ts';
import {
  addContact,
  copyContact,
  editContact,
  moveContact,
  removeContact,
  restoreContact,
} from './mailbox-contacts.ts';
import { contactNamedBy, folderNamedBy, found } from './people-act.ts';
import type { Act, PeopleRoute } from './people-act.ts';
import { contactState } from './state.ts';

const destination = z.strictObject({ folderId: z.string().optional() });
const graphContact = z.record(z.string(), z.unknown());

/** What people do with contacts. */
export const contactRoutes: PeopleRoute[] = [
  ['GET', '/folders/:folder/contacts', list],
  ['POST', '/folders/:folder/contacts', create],
  [
    'GET',
    '/contacts/:contact',
    ({ mailbox, params }) => contactState(contactNamedBy(mailbox, params.contact)),
  ],
  ['PATCH', '/contacts/:contact', edit],
  ['DELETE', '/contacts/:contact', remove],
  ['POST', '/contacts/:contact/copy', copy],
  ['POST', '/contacts/:contact/move', move],
  ['POST', '/contacts/:contact/restore', restore],
];

function list({ mailbox, params }: Act): unknown {
  return { contacts: [...folderNamedBy(mailbox, params.folder).contacts.values()].map(contactState) };
}

function create({ mailbox, params, moment, body }: Act): unknown {
  const folder = folderNamedBy(mailbox, params.folder);
  return contactState(
    addContact(mailbox, folder, contactChange(body(graphContact), moment), 'people', moment),
  );
}

function edit({ mailbox, params, moment, body }: Act): unknown {
  const contact = contactNamedBy(mailbox, params.contact);
  editContact(mailbox, contact, contactChange(body(graphContact), moment), moment);
  return contactState(contact);
}

function remove({ mailbox, params, query, moment }: Act): unknown {
  removeContact(mailbox, contactNamedBy(mailbox, params.contact), moment, query.permanent === 'true');
  return {};
}

function copy({ mailbox, params, moment, body }: Act): unknown {
  const contact = contactNamedBy(mailbox, params.contact);
  const folder = folderNamedBy(mailbox, body(destination).folderId ?? contact.folderId);
  return contactState(copyContact(mailbox, contact, folder, moment));
}

function move({ mailbox, params, moment, body }: Act): unknown {
  const contact = contactNamedBy(mailbox, params.contact);
  moveContact(mailbox, contact, folderNamedBy(mailbox, body(destination).folderId ?? 'default'), moment);
  return contactState(contact);
}

function restore({ mailbox, params, moment, body }: Act): unknown {
  const folder = folderNamedBy(mailbox, body(destination).folderId ?? 'default');
  const contact = restoreContact(mailbox, params.contact, folder, moment);
  return contactState(found(contact, 'no such contact in Deleted Items'));
}
