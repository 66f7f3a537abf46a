import { z } from 'zod';
import type { UserId } from '../../domain/ids.ts';
import type { FieldAccess, SecuredFields, UserPermissions } from '../../domain/permissions.ts';
import { mostCollections } from '../wire/composite.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { allRows, queryRequest, queryTogether } from '../wire/query.ts';
import { id } from '../wire/shapes.ts';
import { oneOf } from '../wire/soql.ts';

const usersAQuery = 400;

const assignmentRow = z.object({
  AssigneeId: id<UserId>(),
  PermissionSetId: z.string(),
  PermissionSet: z.object({
    PermissionsActivitiesAccess: z.boolean(),
    PermissionsEditEvent: z.boolean(),
    PermissionsViewAllData: z.boolean(),
  }),
});

const objectRow = z.object({
  ParentId: z.string(),
  SobjectType: z.string(),
  PermissionsRead: z.boolean(),
  PermissionsCreate: z.boolean(),
  PermissionsEdit: z.boolean(),
  PermissionsDelete: z.boolean(),
  PermissionsViewAllRecords: z.boolean(),
  PermissionsModifyAllRecords: z.boolean(),
});

const objectQuery =
  'SELECT ParentId, SobjectType, PermissionsRead, PermissionsCreate, PermissionsEdit, PermissionsDelete, ' +
  'PermissionsViewAllRecords, PermissionsModifyAllRecords FROM ObjectPermissions ' +
  "WHERE SobjectType IN ('Contact','Account','Lead')";

const fieldRow = z.object({ ParentId: z.string(), Field: z.string(), PermissionsEdit: z.boolean() });

const none: UserPermissions = {
  readContacts: false,
  createContacts: false,
  editContacts: false,
  deleteContacts: false,
  viewAllContacts: false,
  modifyAllContacts: false,
  readAccounts: false,
  createAccounts: false,
  readEvents: false,
  editEvents: false,
  readLeads: false,
  fields: {},
  eventFields: {},
};

/**
 * What users may do with contacts, accounts, leads and events: the union over their permission sets, among which are those of their profiles
 * and, with muting applied, of permission set groups ("PermissionSetAssignment", "ObjectPermissions" and "FieldPermissions" of
 * the Object Reference). `fields` are the names of fields of contacts and of events under field-level security.
 */
export async function readPermissions(
  org: Org,
  patience: Patience,
  users: readonly UserId[],
  fields: SecuredFields,
): Promise<ReadonlyMap<UserId, UserPermissions>> {
  if (users.length === 0) return new Map();
  const names = [
    ...fields.Contact.map((field) => `Contact.${field}`),
    ...fields.Event.map((field) => `Event.${field}`),
  ];
  const granted = new Map<string, UserPermissions>();
  const grant = (parent: string, permissions: UserPermissions) =>
    granted.set(parent, union(granted.get(parent) ?? none, permissions));
  const setsOf = new Map<UserId, Set<string>>(users.map((userId) => [userId, new Set()]));
  const queries: readonly Query[] = [
    query(objectQuery, objectRow, (row) => grant(row.ParentId, permissionsOf(row))),
    ...(names.length === 0
      ? []
      : [
          query(fieldQuery(names), fieldRow, ({ ParentId, Field, PermissionsEdit }) =>
            grant(ParentId, fieldPermission(Field, PermissionsEdit ? 'edit' : 'read')),
          ),
        ]),
    ...assignmentQueries(users).map((soql) =>
      query(soql, assignmentRow, ({ AssigneeId, PermissionSetId, PermissionSet }) => {
        setsOf.get(AssigneeId)?.add(PermissionSetId);
        grant(PermissionSetId, {
          ...none,
          readEvents: PermissionSet.PermissionsActivitiesAccess,
          editEvents: PermissionSet.PermissionsEditEvent,
          viewAllContacts: PermissionSet.PermissionsViewAllData,
        });
      }),
    ),
  ];
  for (let start = 0; start < queries.length; start += mostCollections) {
    const together = queries.slice(start, start + mostCollections);
    await patience(async () => {
      const answers = await queryTogether(
        org,
        together.map(({ soql }) => queryRequest(soql)),
      );
      for (const [index, answer] of answers.entries()) await together[index]?.take(org, answer);
    });
  }
  return united(setsOf, granted);
}

/** A query and what is done with the rows of its answer. */
interface Query {
  readonly soql: string;
  readonly take: (org: Org, answer: unknown) => Promise<void>;
}

function query<Shape extends z.ZodType>(
  soql: string,
  shape: Shape,
  take: (row: z.output<Shape>) => unknown,
): Query {
  return {
    soql,
    take: async (org, answer) => {
      for (const row of await allRows(org, shape, answer, 'permissions')) take(row);
    },
  };
}

/** Users with the same permission sets, which are most of a company, share what was worked out once. */
function united(
  setsOf: ReadonlyMap<UserId, ReadonlySet<string>>,
  granted: ReadonlyMap<string, UserPermissions>,
): ReadonlyMap<UserId, UserPermissions> {
  const known = new Map<string, UserPermissions>();
  return new Map(
    [...setsOf].map(([userId, sets]) => {
      const key = [...sets].sort().join(' ');
      const permissions =
        known.get(key) ?? [...sets].reduce((sum, set) => union(sum, granted.get(set) ?? none), none);
      known.set(key, permissions);
      return [userId, permissions];
    }),
  );
}

function assignmentQueries(users: readonly UserId[]): string[] {
  return Array.from({ length: Math.ceil(users.length / usersAQuery) }, (_, index) => {
    const some = users.slice(index * usersAQuery, (index + 1) * usersAQuery);
    return (
      'SELECT AssigneeId, PermissionSetId, PermissionSet.PermissionsActivitiesAccess, PermissionSet.PermissionsEditEvent, ' +
      'PermissionSet.PermissionsViewAllData ' +
      'FROM PermissionSetAssignment ' +
      `WHERE IsActive = true AND ${oneOf('AssigneeId', some)}`
    );
  });
}

function fieldQuery(names: readonly string[]): string {
  return (
    'SELECT ParentId, Field, PermissionsEdit FROM FieldPermissions ' +
    `WHERE SobjectType IN ('Contact','Event') AND PermissionsRead = true AND ${oneOf('Field', names.toSorted())}`
  );
}

function fieldPermission(field: string, access: FieldAccess): UserPermissions {
  const [object, name = ''] = field.split('.');
  return { ...none, [object === 'Event' ? 'eventFields' : 'fields']: { [name]: access } };
}

function permissionsOf(row: z.output<typeof objectRow>): UserPermissions {
  if (row.SobjectType === 'Lead') return { ...none, readLeads: row.PermissionsRead };
  if (row.SobjectType === 'Account')
    return { ...none, readAccounts: row.PermissionsRead, createAccounts: row.PermissionsCreate };
  return {
    ...none,
    readContacts: row.PermissionsRead,
    createContacts: row.PermissionsCreate,
    editContacts: row.PermissionsEdit,
    deleteContacts: row.PermissionsDelete,
    viewAllContacts: row.PermissionsViewAllRecords,
    modifyAllContacts: row.PermissionsModifyAllRecords,
  };
}

function union(a: UserPermissions, b: UserPermissions): UserPermissions {
  return {
    readContacts: a.readContacts || b.readContacts,
    createContacts: a.createContacts || b.createContacts,
    editContacts: a.editContacts || b.editContacts,
    deleteContacts: a.deleteContacts || b.deleteContacts,
    viewAllContacts: a.viewAllContacts || b.viewAllContacts,
    modifyAllContacts: a.modifyAllContacts || b.modifyAllContacts,
    readAccounts: a.readAccounts || b.readAccounts,
    createAccounts: a.createAccounts || b.createAccounts,
    readEvents: a.readEvents || b.readEvents,
    editEvents: a.editEvents || b.editEvents,
    readLeads: a.readLeads || b.readLeads,
    fields: unitedFields(a.fields, b.fields),
    eventFields: unitedFields(a.eventFields, b.eventFields),
  };
}

/** In the order of their names, so that equal permissions are equal as text. */
function unitedFields(
  a: UserPermissions['fields'],
  b: UserPermissions['fields'],
): Readonly<Record<string, FieldAccess>> {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(
    names.map((name) => [name, a[name] === 'edit' || b[name] === 'edit' ? 'edit' : 'read']),
  );
}
