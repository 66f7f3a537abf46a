import type { z } from 'zod';
import type { ContactRecord, FolderRecord, MailboxRecord } from './mailbox.ts';
import type { Moment } from './settings.ts';
import type { Tenant } from './tenant.ts';

/** One thing that a person does with a mailbox, with the request's body still unchecked. */
export interface Act {
  tenant: Tenant;
  mailbox: MailboxRecord;
  params: { folder: string; contact: string; event: string };
  query: Record<string, string>;
  moment: Moment;
  /** The body by a schema; refuses it when it does not fit. */
  body: <Schema extends z.ZodType>(schema: Schema) => z.output<Schema>;
}

/** Method, path below the mailbox, and what to do. */
export type PeopleRoute = ['GET' | 'POST' | 'PATCH' | 'DELETE', string, (act: Act) => unknown];

/** What a person cannot do, answered with that status and `{error}`. */
export class Impossible extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The thing, or the refusal that says it is not there. */
export function found<Thing>(thing: Thing | undefined, otherwise: string): Thing {
  if (thing === undefined) throw new Impossible(404, otherwise);
  return thing;
}

/** A folder by id, by `default` or by its name. */
export function folderNamedBy(mailbox: MailboxRecord, name: string): FolderRecord {
  if (name === 'default') return mailbox.contactsFolder;
  const named = [...mailbox.folders.values()].find(({ displayName }) => displayName === name);
  return found(mailbox.folders.get(name) ?? named, `no folder '${name}'`);
}

/** A contact by either form of its id. */
export function contactNamedBy(mailbox: MailboxRecord, id: string): ContactRecord {
  return found(mailbox.contacts.get(id) ?? mailbox.byMutableId.get(id), `no contact '${id}'`);
}
