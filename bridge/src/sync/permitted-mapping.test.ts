import { expect, it } from 'vitest';
import type { UserPermissions } from '../domain/permissions.ts';
import type { MappingDirection } from '../rules/field-mapping.ts';
import type { Mapping } from './mapping/mapping.ts';
import { permittedMapping } from './permitted-mapping.ts';
import { allPermitted, someMapping } from './testing/samples.ts';

const secured: Readonly<Record<string, string>> = {
  Title: 'Title',
  MailingStreet: 'MailingAddress',
  MailingCity: 'MailingAddress',
  AccountId: 'AccountId',
};
const mappingOf = (direction: MappingDirection): Mapping => ({
  ...someMapping,
  fields: someMapping.fields.map((one) => ({
    ...one,
    direction,
    describe: { ...one.describe, securedAs: secured[one.field] ?? null },
  })),
});
const may = (fields: UserPermissions['fields'], rights: Partial<UserPermissions> = {}) =>
  permittedMapping(mappingOf('Both'), { ...allPermitted, ...rights, fields });
const everything = { Title: 'edit', MailingAddress: 'edit', AccountId: 'edit' } as const;
const lacks = (permitted: ReturnType<typeof may>) =>
  permitted.missing.map((missing) => `${missing.field} ${missing.lacks}`);

it('leaves the mapping as it is for a user who may change all fields', () => {
  expect(may(everything)).toEqual({ mapping: mappingOf('Both'), missing: [] });
});

it('leaves out a field that the user may not see, and all parts of such an address, and names them', () => {
  const permitted = may({ AccountId: 'edit' });
  const left = permitted.mapping.fields.map(({ field }) => field);
  expect(left).not.toEqual(expect.arrayContaining(['Title']));
  expect(left).toEqual(expect.arrayContaining(['FirstName', 'LastName', 'Email', 'AccountId']));
  expect(lacks(permitted)).toEqual(['Title Read', 'MailingStreet Read', 'MailingCity Read']);
});

it('lets a field that the user may not change flow to Exchange only', () => {
  const permitted = may({ ...everything, Title: 'read' });
  expect(permitted.mapping.fields.flatMap(({ field, editable }) => (editable ? [] : [field]))).toEqual([
    'Title',
  ]);
  expect(lacks(permitted)).toEqual(['Title Edit']);
});

it('takes the company for the name of the account, which must be readable too', () => {
  expect(lacks(may(everything, { readAccounts: false }))).toEqual(['AccountId Read']);
});

it('misses nothing where the configured direction needs no more', () => {
  const readOnly = { Title: 'read', MailingAddress: 'read', AccountId: 'read' } as const;
  const outwards = permittedMapping(mappingOf('ToExchange'), { ...allPermitted, fields: readOnly });
  expect(outwards).toEqual({ mapping: mappingOf('ToExchange'), missing: [] });
});

it('leaves out a field that could only flow to Salesforce and may not be changed there', () => {
  const inwards = permittedMapping(mappingOf('ToSalesforce'), {
    ...allPermitted,
    fields: { ...everything, Title: 'read' },
  });
  expect(inwards.mapping.fields.map(({ field }) => field)).not.toContain('Title');
});
