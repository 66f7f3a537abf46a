import type { Server } from 'node:http';
import { controlRequest, createControlClient } from '../../../emulators/client/control.ts';
import type { SalesforceSeed } from '../../../emulators/client/salesforce.ts';
import { createSalesforce } from '../../../emulators/salesforce/salesforce.ts';
import type { IssueRow, LinkRow, SalesforceContact } from '../oracle/snapshot.ts';
import { createControl } from './control.ts';
import type { Control } from './control.ts';

type Fields = Record<string, unknown>;

/** The emulated org, as an admin, its users and the oracle see it; `actor` is the user who acts. */
export interface SalesforceOrg extends Control {
  url: string;
  /** The HTTP server, for tests that stand between it and the bridge. */
  server: Server;
  close(): Promise<void>;
  /** Gives the org another id. */
  becomes(organizationId: string): Promise<void>;
  /** Lets the app sign in with the certificate, as a new integration user of that name. */
  registerApp(clientId: string, certificate: string, username: string): Promise<void>;
  /** Adds a user with the standard profile and the package's permission set for users, who signs in with the address unless told; the id. */
  addUser(name: string, email: string, username?: string): Promise<string>;
  /** Adds a system administrator with the package's permission set for admins; the id. */
  addAdmin(name: string, email: string): Promise<string>;
  /** Adds a custom text field that every new record needs. */
  addRequiredField(object: string, name: string): Promise<void>;
  /** Sets up what an admin of the org sets up once: rules, custom fields, features, record types. */
  setsUp(what: SalesforceSeed): Promise<void>;
  /** Lets users see only what they own or what is shared with them. */
  keepsContactsPrivate(): Promise<void>;
  /** What users do in Salesforce; `actor` follows, or shares with `user`. */
  follow(id: string, actor: string): Promise<void>;
  unfollow(id: string, actor: string): Promise<void>;
  share(id: string, user: string, actor: string, level?: 'Read' | 'Edit'): Promise<void>;
  unshare(id: string, user: string, actor: string): Promise<void>;
  insert(object: string, rows: readonly Fields[], actor: string): Promise<string[]>;
  update(object: string, id: string, fields: Fields, actor: string): Promise<void>;
  remove(object: string, id: string, actor: string): Promise<void>;
  /** Merges a contact into another one, which takes over the fields. */
  merge(master: string, loser: string, fields: Fields, actor: string): Promise<void>;
  /** Puts a deleted record back. */
  restore(id: string, actor: string): Promise<void>;
  emptyRecycleBin(): Promise<void>;
  convertLead(id: string, contact: string | undefined, actor: string): Promise<string>;
  deactivate(user: string): Promise<void>;
  activate(user: string): Promise<void>;
  /** Sets organization-wide defaults; nothing of a record tells of it. */
  opens(sharing: Readonly<Partial<Record<'Account' | 'Contact' | 'Lead', string>>>): Promise<void>;
  /** Lets users do with an event what they may do with the record that it is related to. */
  opensActivities(): Promise<void>;
  /** Switches off events that last longer than a day. */
  keepsEventsToADay(): Promise<void>;
  /** Lets all integrations together make so many API requests a day. */
  allowsRequests(aDay: number): Promise<void>;
  /** Shares a record by hand as the admin, or takes that back; nothing of the record tells of it. */
  shares(id: string, user: string, level: 'Read' | 'Edit' | 'None'): Promise<void>;
  /** The rows of an object that are not deleted. */
  rows(object: string): Promise<Fields[]>;
  /** The same of several objects at once, by object. */
  tables(objects: readonly string[]): Promise<Record<string, Fields[]>>;
  contacts(): Promise<SalesforceContact[]>;
  accounts(): Promise<{ id: string; name: string }[]>;
  links(): Promise<LinkRow[]>;
  issues(): Promise<IssueRow[]>;
}

export async function startSalesforce(): Promise<SalesforceOrg> {
  const server = await createSalesforce();
  const request = controlRequest(server.url);
  const seed = (body: object) => request<{ ids: Record<string, string> }>('POST', 'seed', body);
  const hire = async (LastName: string, Username: string, more: object) => {
    const { ids } = await seed({ users: [{ ref: Username, Username, LastName, ...more }] });
    return ids[Username] as string;
  };
  const act = (action: string, as: string, body: object) =>
    request<{ id: string }>('POST', `people/${action}`, { ...body, as });
  const tables = async (named: readonly string[]): Promise<Record<string, Fields[]>> => {
    const { objects } = await request<{ objects: Record<string, Fields[]> }>(
      'GET',
      `state?objects=${named.join(',')}`,
    );
    const live = (rows: readonly Fields[]) => rows.filter(({ IsDeleted }) => IsDeleted !== true);
    return Object.fromEntries(Object.entries(objects).map(([object, rows]) => [object, live(rows)]));
  };
  const rows = async (object: string): Promise<Fields[]> => (await tables([object]))[object] ?? [];
  return {
    ...createControl(createControlClient(request)),
    url: server.url,
    server: server.app.server,
    close: () => server.close(),
    becomes: async (id) => void (await seed({ organization: { id } })),
    registerApp: async (clientId, certificatePem, Username) => {
      const profile = 'Minimum Access - API Only Integrations';
      await seed({
        apps: [{ clientId, certificatePem }],
        users: [{ Username, LastName: 'Tandem', profile, permissionSets: ['Tandem_Integration'] }],
      });
    },
    addUser: (name, Email, username = Email) =>
      hire(name, username, { Email, permissionSets: ['Tandem_User'] }),
    addAdmin: (name, email) =>
      hire(name, email, { profile: 'System Administrator', permissionSets: ['Tandem_Admin'] }),
    addRequiredField: async (object, fullName) => {
      await seed({
        customFields: [{ object, fullName, type: 'Text', label: fullName, length: 40, required: true }],
      });
    },
    setsUp: async (what) => void (await seed(what)),
    keepsContactsPrivate: async () =>
      void (await request('PATCH', 'settings', {
        quirks: { sharing: { Contact: 'Private', Account: 'Private' } },
      })),
    follow: async (id, actor) => void (await act('follow', actor, { id })),
    unfollow: async (id, actor) => void (await act('unfollow', actor, { id })),
    share: async (id, user, actor, level = 'Read') => void (await act('share', actor, { id, user, level })),
    unshare: async (id, user, actor) => void (await act('unshare', actor, { id, user })),
    insert: async (object, all, actor) => {
      const ids: string[] = [];
      for (const fields of all) ids.push((await act('create', actor, { object, fields })).id);
      return ids;
    },
    update: async (_object, id, fields, actor) => void (await act('update', actor, { id, fields })),
    remove: async (_object, id, actor) => void (await act('delete', actor, { id })),
    merge: async (masterId, loser, fields, actor) =>
      void (await act('merge', actor, { masterId, loserIds: [loser], fields })),
    restore: async (id, actor) => void (await act('undelete', actor, { id })),
    emptyRecycleBin: async () => void (await request('POST', 'people/emptyRecycleBin', {})),
    convertLead: async (id, contactId, as) =>
      (await request<{ contactId: string }>('POST', 'people/convertLead', { id, contactId, as })).contactId,
    deactivate: async (user) => void (await request('POST', 'people/deactivate', { user })),
    activate: async (user) => void (await request('POST', 'people/activate', { user })),
    opens: async (sharing) => void (await request('PATCH', 'settings', { quirks: { sharing } })),
    opensActivities: async () =>
      void (await request('PATCH', 'settings', { quirks: { activitySharing: 'ControlledByParent' } })),
    keepsEventsToADay: async () =>
      void (await request('PATCH', 'settings', { quirks: { multiDayEvents: false } })),
    allowsRequests: async (dailyApiRequests) =>
      void (await request('PATCH', 'settings', { limits: { dailyApiRequests } })),
    shares: async (id, user, level) => {
      if (level === 'None') await request('POST', 'people/unshare', { id, user });
      else await request('POST', 'people/share', { id, user, level });
    },
    rows,
    tables,
    contacts: async () => (await rows('Contact')).map(contactOf),
    accounts: async () =>
      (await rows('Account')).map(({ Id, Name }) => ({ id: String(Id), name: text(Name) })),
    links: async () => (await rows('Tandem_Link__c')).map(linkOf),
    issues: async () => {
      const mailboxes = new Map(
        (await rows('Tandem_Mailbox__c')).map(({ Id, User__c }) => [Id, nullable(User__c)]),
      );
      return (await rows('Tandem_Issue__c')).map((row) =>
        issueOf(row, mailboxes.get(row.Mailbox__c) ?? null),
      );
    },
  };
}

function contactOf(fields: Fields): SalesforceContact {
  return {
    id: String(fields.Id),
    owner: String(fields.OwnerId),
    accountId: nullable(fields.AccountId),
    systemModstamp: String(fields.SystemModstamp),
    fields,
  };
}

function linkOf(row: Fields): LinkRow {
  const key = text(row.Link_Key__c);
  return {
    id: String(row.Id),
    key,
    user: key.split('|')[0] as string,
    exchangeId: text(row.Exchange_Id__c),
    recordId: text(row.Record_Id__c),
    state: text(row.State__c),
    reason: nullable(row.Reason__c),
  };
}

function issueOf(row: Fields, user: string | null): IssueRow {
  return {
    id: String(row.Id),
    key: text(row.Issue_Key__c),
    user,
    kind: text(row.Kind__c),
    code: text(row.Code__c),
    status: text(row.Status__c),
    item: text(row.Item__c),
    field: text(row.Field__c),
    reason: text(row.Reason__c),
    remedy: text(row.Remedy__c),
    details: text(row.Details__c),
    recordId: nullable(row.Record_Id__c),
    exchangeId: nullable(row.Exchange_Id__c),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function nullable(value: unknown): string | null {
  return text(value) || null;
}
