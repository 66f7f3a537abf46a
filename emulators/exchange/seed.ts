import { X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { contactChange } from './contact-write.ts';
import { eventSeedSchema, seedEvent } from './events/seed-events.ts';
import { mintGuid } from './ids.ts';
import { addContact } from './mailbox-contacts.ts';
import { addFolder, folderNamed } from './mailbox-folders.ts';
import { createMailbox } from './mailbox.ts';
import type { FolderRecord, MailboxRecord } from './mailbox.ts';
import type { Moment } from './settings.ts';
import type { Tenant } from './tenant.ts';

const contactSchema = z.record(z.string(), z.unknown());

interface FolderSeed {
  displayName: string;
  contacts?: Record<string, unknown>[] | undefined;
  childFolders?: FolderSeed[] | undefined;
}

const folderSchema: z.ZodType<FolderSeed> = z.lazy(() =>
  z.strictObject({
    displayName: z.string().min(1),
    contacts: z.array(contactSchema).optional(),
    childFolders: z.array(folderSchema).optional(),
  }),
);

/** The body of `POST /_control/seed`; everything adds to what is there. */
export const seedSchema = z.strictObject({
  tenant: z.strictObject({ id: z.string() }).optional(),
  apps: z
    .array(
      z.strictObject({
        clientId: z.string(),
        certificatePem: z.string(),
        mailboxes: z.union([z.literal('all'), z.array(z.string())]).default('all'),
        directory: z.boolean().default(true),
      }),
    )
    .default([]),
  mailboxes: z
    .array(
      z.strictObject({
        id: z.guid().optional(),
        userPrincipalName: z.string(),
        mail: z.string().nullable().optional(),
        proxyAddresses: z.array(z.string()).optional(),
        displayName: z.string().optional(),
        usageLocation: z.string().nullable().optional(),
        timeZone: z.string().optional(),
        inactive: z.boolean().optional(),
        folders: z.array(folderSchema).default([]),
        contacts: z.array(contactSchema).default([]),
        events: z.array(eventSeedSchema).default([]),
      }),
    )
    .default([]),
});

export type SeedInput = z.input<typeof seedSchema>;
type MailboxSeed = z.output<typeof seedSchema>['mailboxes'][number];

/** The ids of what was seeded, in the order of the seed; contacts by their immutable ids. */
export interface SeedResult {
  tenant: { id: string };
  mailboxes: SeededMailbox[];
}

export interface SeededMailbox {
  id: string;
  userPrincipalName: string;
  contactsFolderId: string;
  calendarId: string;
  contacts: string[];
  /** Immutable ids of single events and series. */
  events: string[];
  folders: SeededFolder[];
}

export interface SeededFolder {
  id: string;
  displayName: string;
  contacts: string[];
  childFolders: SeededFolder[];
}

/** Adds apps, mailboxes, folders and contacts. A wrong contact or certificate throws, after what stood before it. */
export function seed(tenant: Tenant, input: z.output<typeof seedSchema>, moment: Moment): SeedResult {
  if (input.tenant) tenant.id = input.tenant.id;
  for (const app of input.apps) {
    const certificate = new X509Certificate(app.certificatePem);
    const thumbprint = Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex').toString(
      'base64url',
    );
    const certificates = tenant.apps.get(app.clientId)?.certificates ?? new Map<string, KeyObject>();
    tenant.apps.set(app.clientId, {
      clientId: app.clientId,
      certificates: certificates.set(thumbprint, certificate.publicKey),
      mailboxes: app.mailboxes === 'all' ? 'all' : new Set(app.mailboxes.map((name) => name.toLowerCase())),
      directory: app.directory,
    });
  }
  const mailboxes = input.mailboxes.map((mailbox) => seedMailbox(tenant, mailbox, moment));
  const events = input.mailboxes.map((mailbox) => seedEvents(tenant, mailbox, moment));
  return {
    tenant: { id: tenant.id },
    mailboxes: mailboxes.map((mailbox, place) => ({ ...mailbox, events: events[place] ?? [] })),
  };
}

/** After all mailboxes, so that every attendee of the seed has one. */
function seedEvents(tenant: Tenant, input: MailboxSeed, moment: Moment): string[] {
  const mailbox = tenant.mailbox(input.id ?? input.userPrincipalName);
  if (!mailbox) return [];
  const deed = { tenant, moment, by: 'people' } as const;
  return input.events.map((event) => seedEvent(deed, mailbox, event).immutableId);
}

function seedMailbox(tenant: Tenant, input: MailboxSeed, moment: Moment): Omit<SeededMailbox, 'events'> {
  const known = tenant.mailbox(input.id ?? input.userPrincipalName);
  const mailbox = known ?? newMailbox(tenant, input);
  if (known && input.inactive !== undefined) known.inactive = input.inactive;
  if (known && input.timeZone !== undefined) known.timeZone = input.timeZone;
  const existing = new Set(mailbox.folders.keys());
  return {
    id: mailbox.id,
    userPrincipalName: mailbox.userPrincipalName,
    contactsFolderId: mailbox.contactsFolder.id,
    calendarId: mailbox.calendar.id,
    contacts: seedContacts(mailbox, mailbox.contactsFolder, input.contacts, moment),
    folders: input.folders.map((folder) =>
      seedFolder(mailbox, mailbox.contactsFolder.id, folder, existing, moment),
    ),
  };
}

function newMailbox(tenant: Tenant, input: MailboxSeed): MailboxRecord {
  const mail = input.mail === undefined ? input.userPrincipalName : input.mail;
  const mailbox = createMailbox({
    id: input.id ?? mintGuid('user', tenant.id, input.userPrincipalName.toLowerCase()),
    userPrincipalName: input.userPrincipalName,
    mail,
    proxyAddresses: input.proxyAddresses ?? (mail === null ? [] : [`SMTP:${mail}`]),
    displayName: input.displayName ?? input.userPrincipalName,
    usageLocation: input.usageLocation ?? null,
    timeZone: input.timeZone ?? 'UTC',
    inactive: input.inactive ?? false,
  });
  tenant.addMailbox(mailbox);
  return mailbox;
}

/** A folder of that name from before this seed takes the contacts in; otherwise a new one does, even beside its double. */
function seedFolder(
  mailbox: MailboxRecord,
  parentId: string,
  input: FolderSeed,
  existing: ReadonlySet<string>,
  moment: Moment,
): SeededFolder {
  const named = folderNamed(mailbox, input.displayName, parentId);
  const folder = named && existing.has(named.id) ? named : addFolder(mailbox, input.displayName, parentId);
  return {
    id: folder.id,
    displayName: folder.displayName,
    contacts: seedContacts(mailbox, folder, input.contacts ?? [], moment),
    childFolders: (input.childFolders ?? []).map((child) =>
      seedFolder(mailbox, folder.id, child, existing, moment),
    ),
  };
}

function seedContacts(
  mailbox: MailboxRecord,
  folder: FolderRecord,
  contacts: readonly Record<string, unknown>[],
  moment: Moment,
): string[] {
  return contacts.map(({ madeBy, ...contact }) => {
    const change = contactChange(contact, moment);
    return addContact(mailbox, folder, change, madeBy === 'api' ? 'api' : 'people', moment).immutableId;
  });
}
