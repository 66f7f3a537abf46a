import type { UserPermissions } from '../../domain/permissions.ts';
import type { ExchangeId, RecordId, UserId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { ExchangeContact, ExchangeProperties, SalesforceContact, Values } from '../../domain/item.ts';
import type { Link } from '../../domain/link.ts';
import type { FieldDescription } from '../../domain/mapping.ts';
import { contactMapping } from '../mapping/mapping.ts';
import type { TakeFingerprint } from '../merge/merge-values.ts';

/** A readable stand-in for the keyed hash: equal values give equal fingerprints, and others do not. */
export const plainPrint = ((field: string, value: string | null) =>
  `${field}=${value ?? ''}`) as TakeFingerprint;

const types: Readonly<Record<string, [type: string, length: number]>> = {
  FirstName: ['string', 40],
  LastName: ['string', 80],
  Email: ['email', 80],
  Phone: ['phone', 40],
  MobilePhone: ['phone', 40],
  Title: ['string', 12],
  MailingStreet: ['textarea', 20],
  MailingCity: ['string', 40],
  AccountId: ['reference', 18],
  Birthdate: ['date', 0],
};

/** Descriptions of some contact fields, with short ones to be cut. */
export const someFields: ReadonlyMap<string, FieldDescription> = new Map(
  Object.entries(types).map(([name, [type, length]]) => [
    name,
    {
      name,
      label: name,
      type,
      length,
      createable: true,
      updateable: true,
      required: name === 'LastName',
      calculated: false,
      securedAs: null,
      filterable: true,
    },
  ]),
);

/** The default mapping of those fields. */
export const someMapping = contactMapping([], someFields).mapping;

export function sampleContact(properties: ExchangeProperties, id = 'item'): ExchangeContact {
  return {
    id: as<ExchangeId>(id),
    etag: 'W/1',
    parentFolderId: 'folder',
    modified: '2026-01-02T00:00:00.000Z',
    properties,
  };
}

export function sampleRecord(values: Values, id = 'record'): SalesforceContact {
  return {
    id: as<RecordId>(id),
    stamp: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    ownerId: as<UserId>('user'),
    accountId: null,
    isPerson: false,
    values,
  };
}

export function sampleLink(parts: Partial<Link> = {}): Link {
  return {
    kind: 'Contact',
    scope: 'contacts',
    exchangeId: as<ExchangeId>('item'),
    recordId: as<RecordId>('record'),
    meeting: null,
    state: 'Live',
    reason: null,
    isOrganizer: null,
    madeBy: null,
    etag: 'W/1',
    exchangePrints: {},
    salesforcePrints: {},
    inFilter: true,
    pendingExchange: null,
    pendingSalesforce: null,
    lastSynced: null,
    lastSyncedFrom: null,
    ...parts,
  };
}

/** A user who may do everything with contacts and accounts that are shared with them. */
export const allPermitted: UserPermissions = {
  readContacts: true,
  createContacts: true,
  editContacts: true,
  deleteContacts: true,
  viewAllContacts: false,
  modifyAllContacts: false,
  readAccounts: true,
  createAccounts: true,
  readEvents: true,
  editEvents: true,
  readLeads: true,
  fields: {},
  eventFields: {},
};
