import { sharingModelOf, shareType } from './sharing.ts';
import type { ObjectType } from '../schema/object-type.ts';
import type { Org } from '../store/org.ts';
import type { Row } from '../store/table.ts';
import { isRoleAbove } from './roles.ts';
import { allowsObject, isGoverned } from './object-access.ts';
import { permissionsOf } from './user-permissions.ts';

/** What sharing lets a user do with a record; each level includes those before it. */
type AccessLevel = 'None' | 'Read' | 'Edit' | 'All';

const order: readonly AccessLevel[] = ['None', 'Read', 'Edit', 'All'];
const atLeast = (level: AccessLevel, least: AccessLevel) => order.indexOf(level) >= order.indexOf(least);
const higher = (a: AccessLevel, b: AccessLevel): AccessLevel => (atLeast(a, b) ? a : b);

export interface RecordAccess {
  readonly read: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly transfer: boolean;
  readonly all: boolean;
}

const nothing: RecordAccess = { read: false, edit: false, delete: false, transfer: false, all: false };

/**
 * What a user may do with a record: sharing, and object permissions unless told to leave them out. Inactive users may
 * do nothing. Groups, territories, teams and sharing rules are not here.
 */
export function recordAccess(
  org: Org,
  userId: string,
  type: ObjectType,
  row: Row,
  withObjectPermissions = true,
): RecordAccess {
  if (org.row(userId)?.['IsActive'] !== true) return nothing;
  const may = (action: 'Read' | 'Edit' | 'Delete') =>
    !withObjectPermissions || allowsObject(org, userId, type, action);
  const level = sharedLevel(org, userId, type, row);
  const all = atLeast(level, 'All');
  const edit = atLeast(level, 'Edit') && may('Edit');
  return {
    read: atLeast(level, 'Read') && may('Read'),
    edit,
    delete: all && may('Delete'),
    transfer: all && edit,
    all: all && edit,
  };
}

/** What ownership, role hierarchy, organization-wide default, shares and view or modify all give (help, "Sharing Settings"). */
function sharedLevel(org: Org, userId: string, type: ObjectType, row: Row): AccessLevel {
  if (!isGoverned(type)) return 'All';
  const permissions = permissionsOf(org, userId);
  if (permissions.user('ModifyAllData') || permissions.object(type.name, 'ModifyAllRecords')) return 'All';
  const sees = permissions.user('ViewAllData') || permissions.object(type.name, 'ViewAllRecords');
  return higher(sees ? 'Read' : 'None', withoutAllRecords(org, userId, type, row));
}

function withoutAllRecords(org: Org, userId: string, type: ObjectType, row: Row): AccessLevel {
  const owner = row['OwnerId'];
  if (owner === userId) return 'All';
  if (isPrivateContact(org, type, row) || row['IsPrivate'] === true) return 'None';
  const master = masterOf(org, type, row);
  if (master) return sharedLevel(org, userId, org.schema.ofId(master.Id)!, master);
  if (typeof owner === 'string' && isRoleAbove(org, userId, owner)) return 'All';
  const model = sharingModelOf(org, type);
  const byDefault = model === 'ReadWrite' ? 'Edit' : model === 'Read' ? 'Read' : 'None';
  const shared = higher(byDefault, manualShare(org, userId, type, row));
  return type.name === 'Account' && shared === 'None' ? throughContacts(org, userId, row) : shared;
}

/** A contact without account belongs to its owner alone (help, "Considerations for Sharing and Accessing Contacts"). */
function isPrivateContact(org: Org, type: ObjectType, row: Row): boolean {
  return type.name === 'Contact' && !row['AccountId'] && org.quirks().privateContacts === 'owner';
}

/** The record that decides for this one: the master of a detail, the account of a contact or the relation of an activity. */
function masterOf(org: Org, type: ObjectType, row: Row): Row | undefined {
  if (sharingModelOf(org, type) !== 'ControlledByParent') return undefined;
  if (type.name === 'Event' || type.name === 'Task') {
    const related = row['WhatId'] ?? row['WhoId'];
    return typeof related === 'string' ? org.row(related) : undefined;
  }
  if (type.name === 'EventRelation') return org.row(row['EventId'] as string);
  const field =
    type.name === 'Contact'
      ? type.fields.get('accountid')
      : [...type.fields.values()].find((one) => one.masterDetail);
  const id = field && row[field.name];
  return typeof id === 'string' ? org.row(id) : undefined;
}

function manualShare(org: Org, userId: string, type: ObjectType, row: Row): AccessLevel {
  const own = sharesOf(org, userId, type.name, row.Id, `${type.name}AccessLevel`);
  const account = row['AccountId'];
  if (type.name !== 'Contact' || typeof account !== 'string') return own;
  return higher(own, sharesOf(org, userId, 'Account', account, 'ContactAccessLevel'));
}

function sharesOf(org: Org, userId: string, object: string, id: string, level: string): AccessLevel {
  const type = shareType(org, object);
  if (!type) return 'None';
  const table = org.table(type);
  const parent = org.schema.field(type, `${object}Id`)!;
  let highest: AccessLevel = 'None';
  for (const shareId of table.lookup(parent, id)) {
    const share = table.get(shareId)!;
    if (share['UserOrGroupId'] === userId) highest = higher(highest, (share[level] ?? 'None') as AccessLevel);
  }
  return highest;
}

/** Whoever owns a contact, or got it shared, reads its account (help, "Implicit Sharing"). */
function throughContacts(org: Org, userId: string, account: Row): AccessLevel {
  const type = org.schema.object('Contact')!;
  const table = org.table(type);
  for (const id of table.lookup(org.schema.field(type, 'AccountId')!, account.Id)) {
    const contact = table.get(id)!;
    if (contact['IsDeleted'] === true) continue;
    if (contact['OwnerId'] === userId) return 'Read';
    if (sharesOf(org, userId, 'Contact', id, 'ContactAccessLevel') !== 'None') return 'Read';
  }
  return 'None';
}
