import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { controlBody } from '../kernel/control.ts';
import { contactChange } from './contact-write.ts';
import { purgeCursors } from './cursors.ts';
import { GraphError } from './errors.ts';
import {
  addContact,
  copyContact,
  editContact,
  moveContact,
  removeContact,
  restoreContact,
} from './mailbox-contacts.ts';
import { addFolder, emptyFolder, isWithin, removeFolder } from './mailbox-folders.ts';
import type { ContactRecord, FolderRecord, MailboxRecord } from './mailbox.ts';
import type { Moment } from './settings.ts';
import { contactState, folderState } from './state.ts';
import type { Tenant } from './tenant.ts';

export interface PeopleParts {
  tenant: () => Tenant;
  moment: () => Moment;
}

interface Params {
  mailbox: string;
  folder: string;
  contact: string;
}

type Act = (request: FastifyRequest<{ Params: Params }>, reply: FastifyReply) => unknown;

const folderBody = z.strictObject({ displayName: z.string().min(1), parentFolderId: z.string().optional() });
const folderChange = folderBody.partial();
const destination = z.strictObject({ folderId: z.string().optional() });
const contactBody = z.record(z.string(), z.unknown());

/** What a person cannot do, answered 400 or 404 `{error}`. */
class Impossible extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * The routes by which people act in Outlook, under `/_control/people`. A mailbox is named by id or user principal name, a
 * folder by id, by `default` or by its name, a contact by either form of its id.
 */
export function registerPeople(app: FastifyInstance, parts: PeopleParts): void {
  const root = '/_control/people/mailboxes';
  const one = `${root}/:mailbox`;
  const { tenant, moment } = parts;
  const mailboxOf = (params: Params) =>
    found(tenant().mailbox(params.mailbox), `no mailbox '${params.mailbox}'`);
  const place = (request: FastifyRequest<{ Params: Params }>) => {
    const mailbox = mailboxOf(request.params);
    return { mailbox, folder: folderOf(mailbox, request.params.folder) };
  };
  const item = (request: FastifyRequest<{ Params: Params }>) => {
    const mailbox = mailboxOf(request.params);
    return { mailbox, contact: contactOf(mailbox, request.params.contact) };
  };
  const body = <Schema extends z.ZodType>(request: FastifyRequest, reply: FastifyReply, schema: Schema) =>
    controlBody(request, reply, schema);

  app.get(root, () => ({
    mailboxes: [...tenant().mailboxes.values()].map((mailbox) => ({
      id: mailbox.id,
      userPrincipalName: mailbox.userPrincipalName,
      displayName: mailbox.displayName,
      mail: mailbox.mail,
      contactsFolderId: mailbox.contactsFolder.id,
    })),
  }));

  const routes: [method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, act: Act][] = [
    [
      'GET',
      '/folders',
      ({ params }) => {
        const mailbox = mailboxOf(params);
        const shown = (folder: FolderRecord) => ({
          ...folderState(mailbox, folder),
          contactCount: folder.contacts.size,
        });
        return { folders: [...mailbox.folders.values()].map(shown) };
      },
    ],
    [
      'POST',
      '/folders',
      (request, reply) => {
        const mailbox = mailboxOf(request.params);
        const input = body(request, reply, folderBody);
        if (!input) return reply;
        const parent = folderOf(mailbox, input.parentFolderId ?? 'default');
        return folderState(mailbox, addFolder(mailbox, input.displayName, parent.id));
      },
    ],
    [
      'PATCH',
      '/folders/:folder',
      (request, reply) => {
        const { mailbox, folder } = place(request);
        const change = body(request, reply, folderChange);
        if (!change) return reply;
        changeFolder(mailbox, folder, change);
        return folderState(mailbox, folder);
      },
    ],
    [
      'DELETE',
      '/folders/:folder',
      (request) => {
        const { mailbox, folder } = place(request);
        if (folder === mailbox.contactsFolder)
          throw new Impossible(400, 'the default folder cannot be deleted');
        removeFolder(mailbox, folder, moment());
        return {};
      },
    ],
    [
      'POST',
      '/folders/:folder/empty',
      (request) => {
        const { mailbox, folder } = place(request);
        return { deleted: emptyFolder(mailbox, folder, moment()) };
      },
    ],
    [
      'GET',
      '/folders/:folder/contacts',
      (request) => ({ contacts: [...place(request).folder.contacts.values()].map(contactState) }),
    ],
    [
      'POST',
      '/folders/:folder/contacts',
      (request, reply) => {
        const { mailbox, folder } = place(request);
        const input = body(request, reply, contactBody);
        if (!input) return reply;
        return contactState(addContact(mailbox, folder, contactChange(input, moment()), 'people', moment()));
      },
    ],
    ['GET', '/contacts/:contact', (request) => contactState(item(request).contact)],
    [
      'PATCH',
      '/contacts/:contact',
      (request, reply) => {
        const { mailbox, contact } = item(request);
        const input = body(request, reply, contactBody);
        if (!input) return reply;
        editContact(mailbox, contact, contactChange(input, moment()), moment());
        return contactState(contact);
      },
    ],
    [
      'DELETE',
      '/contacts/:contact',
      (request) => {
        const { mailbox, contact } = item(request);
        const purge = (request.query as { permanent?: string }).permanent === 'true';
        removeContact(mailbox, contact, moment(), purge);
        return {};
      },
    ],
    [
      'POST',
      '/contacts/:contact/copy',
      (request, reply) => {
        const { mailbox, contact } = item(request);
        const target = body(request, reply, destination);
        if (!target) return reply;
        const folder = folderOf(mailbox, target.folderId ?? contact.folderId);
        return contactState(copyContact(mailbox, contact, folder, moment()));
      },
    ],
    [
      'POST',
      '/contacts/:contact/move',
      (request, reply) => {
        const { mailbox, contact } = item(request);
        const target = body(request, reply, destination);
        if (!target) return reply;
        moveContact(mailbox, contact, folderOf(mailbox, target.folderId ?? 'default'), moment());
        return contactState(contact);
      },
    ],
    [
      'POST',
      '/contacts/:contact/restore',
      (request, reply) => {
        const mailbox = mailboxOf(request.params);
        const target = body(request, reply, destination);
        if (!target) return reply;
        const folder = folderOf(mailbox, target.folderId ?? 'default');
        const restored = restoreContact(mailbox, request.params.contact, folder, moment());
        return contactState(found(restored, 'no such contact in Deleted Items'));
      },
    ],
  ];
  for (const [method, path, act] of routes) {
    app.route<{ Params: Params }>({ method, url: one + path, handler: withProblems(act) });
  }

  app.post('/_control/cursors/purge', (request, reply) => {
    const input = controlBody(request, reply, z.strictObject({ mailbox: z.string().optional() }));
    if (!input) return reply;
    const named =
      input.mailbox === undefined ? [...tenant().mailboxes.values()] : [tenant().mailbox(input.mailbox)];
    for (const mailbox of named) if (mailbox) purgeCursors(mailbox);
    return {};
  });
}

function withProblems(act: Act): Act {
  return (request, reply) => {
    try {
      return act(request, reply);
    } catch (error) {
      if (error instanceof Impossible || error instanceof GraphError) {
        return reply.code(error.status).send({ error: error.message });
      }
      throw error;
    }
  };
}

function found<Thing>(thing: Thing | undefined, otherwise: string): Thing {
  if (thing === undefined) throw new Impossible(404, otherwise);
  return thing;
}

function folderOf(mailbox: MailboxRecord, name: string): FolderRecord {
  if (name === 'default') return mailbox.contactsFolder;
  const folder =
    mailbox.folders.get(name) ??
    [...mailbox.folders.values()].find(({ displayName }) => displayName === name);
  return found(folder, `no folder '${name}'`);
}

function contactOf(mailbox: MailboxRecord, id: string): ContactRecord {
  return found(mailbox.contacts.get(id) ?? mailbox.byMutableId.get(id), `no contact '${id}'`);
}

function changeFolder(
  mailbox: MailboxRecord,
  folder: FolderRecord,
  change: z.output<typeof folderChange>,
): void {
  if (change.parentFolderId !== undefined) {
    const parent = folderOf(mailbox, change.parentFolderId);
    if (isWithin(mailbox, parent, folder)) throw new Impossible(400, 'a folder cannot move into itself');
    folder.parentId = parent.id;
  }
  if (change.displayName !== undefined) folder.displayName = change.displayName;
}
