import type { PeopleInput } from '../salesforce/control/people-schemas.ts';
import type { SeedInput } from '../salesforce/control/seed-schema.ts';
import type { SalesforceSettings } from '../salesforce/settings.ts';
import { controlRequest, createControlClient } from './control.ts';
import type { ControlClient } from './control.ts';

export type { SeedInput as SalesforceSeed };

/** A row as the org holds it: keys that are null are missing. */
export type SalesforceRow = { Id: string; IsDeleted?: boolean } & Record<
  string,
  string | number | boolean | undefined
>;

/** A record as a query shows it. */
export type SalesforceRecord = { Id: string } & Record<string, unknown>;

export interface SalesforceState {
  now: string;
  organizationId: string;
  adminId: string;
  /** Ids by the names that seeding gave. */
  refs: Record<string, string>;
  locked: string[];
  deletions: { object: string; id: string; at: string }[];
  objects: Record<string, SalesforceRow[]>;
}

/** The control endpoint of an emulated org. Ids and users may be given as `@name` of a seeded record. */
export interface SalesforceClient extends ControlClient<SalesforceSettings> {
  seed(input: SeedInput): Promise<{ ids: Record<string, string>; organizationId: string; adminId: string }>;
  /** All rows, or those of some objects; deleted ones have `IsDeleted`. */
  state(objects?: readonly string[]): Promise<SalesforceState>;
  /** Signs a person in as a browser does: a session for the screens of Salesforce. */
  openSession(user: string): Promise<{ userId: string; accessToken: string }>;
  /** Ends the sessions of one user, or all: their next call is answered 401. */
  expireSessions(user?: string): Promise<number>;
  /** Forgets the rest of every query whose first page was given. */
  expireQueryLocators(): Promise<void>;
  /** Forgets deletions before a time (ISO), now when none is given. */
  purgeDeleteLog(before?: string): Promise<void>;
  people: SalesforcePeople;
}

/** What people do in Salesforce; `as` names the user, the admin when none is named. Rejects with the screen's error. */
export interface SalesforcePeople {
  create(input: PeopleInput['create']): Promise<string>;
  update(input: PeopleInput['update']): Promise<void>;
  delete(input: PeopleInput['delete']): Promise<void>;
  undelete(input: PeopleInput['undelete']): Promise<void>;
  emptyRecycleBin(): Promise<void>;
  /** Archives the events that ended a year ago, as the platform does in its own time. */
  archiveEvents(): Promise<void>;
  /** Merges up to two records into the master; they go to the recycle bin with MasterRecordId. */
  merge(input: PeopleInput['merge']): Promise<void>;
  /** Converts a lead; the ids of its account and contact. */
  convertLead(input: PeopleInput['convertLead']): Promise<{ accountId: string; contactId: string }>;
  /** Shares an account, contact or lead by hand. */
  share(input: PeopleInput['share']): Promise<void>;
  unshare(input: PeopleInput['unshare']): Promise<void>;
  /** Follows a record in Chatter, as the person who acts. */
  follow(input: PeopleInput['follow']): Promise<void>;
  unfollow(input: PeopleInput['unfollow']): Promise<void>;
  /** Deactivates a user, whose sessions end. */
  deactivate(user: string): Promise<void>;
  activate(user: string): Promise<void>;
  /** Holds a record as a long transaction would, for seconds or until unlocked. */
  lock(id: string, seconds?: number): Promise<void>;
  unlock(id: string): Promise<void>;
  /** All records of a query; `all` includes deleted ones. */
  query(soql: string, options?: { as?: string; all?: boolean }): Promise<SalesforceRecord[]>;
}

/** A client for the emulated org at `url`. */
export function createSalesforceClient(url: string): SalesforceClient {
  const request = controlRequest(url);
  const act = (action: string, body: unknown) => request<{ id: string }>('POST', `people/${action}`, body);
  return {
    ...createControlClient<SalesforceSettings>(request),
    seed: (input) => request('POST', 'seed', input),
    state: (objects) => request('GET', objects ? `state?objects=${objects.join(',')}` : 'state'),
    openSession: (user) => request('POST', 'sessions/open', { user }),
    expireSessions: async (user) =>
      (await request<{ expired: number }>('POST', 'sessions/expire', { user })).expired,
    expireQueryLocators: async () => void (await request('POST', 'queryLocators/expire')),
    purgeDeleteLog: async (before) => void (await request('POST', 'deleteLog/purge', { before })),
    people: {
      create: async (input) => (await act('create', input)).id,
      update: async (input) => void (await act('update', input)),
      delete: async (input) => void (await act('delete', input)),
      undelete: async (input) => void (await act('undelete', input)),
      merge: async (input) => void (await act('merge', input)),
      convertLead: (input) => request('POST', 'people/convertLead', input),
      share: async (input) => void (await act('share', input)),
      unshare: async (input) => void (await act('unshare', input)),
      follow: async (input) => void (await act('follow', input)),
      unfollow: async (input) => void (await act('unfollow', input)),
      deactivate: async (user) => void (await act('deactivate', { user })),
      activate: async (user) => void (await act('activate', { user })),
      archiveEvents: async () => void (await act('archiveEvents', {})),
      emptyRecycleBin: async () => void (await act('emptyRecycleBin', {})),
      lock: async (id, seconds) => void (await act('lock', { id, seconds })),
      unlock: async (id) => void (await act('unlock', { id })),
      query: async (soql, options = {}) =>
        (await request<{ records: SalesforceRecord[] }>('POST', 'people/query', { soql, ...options }))
          .records,
    },
  };
}
