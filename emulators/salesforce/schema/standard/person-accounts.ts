import { address, checkbox, field, readOnly, reference, text, type Field } from '../field.ts';
import type { Schema } from '../schema.ts';

/** Fields of a person account and the fields of its contact that hold the same value (help, "Person Account Fields"). */
export const samePersonFields: readonly (readonly [account: string, contact: string])[] = [
  ...['FirstName', 'MiddleName', 'LastName', 'Suffix', 'Salutation', 'Phone', 'Fax'].map(
    (name) => [name, name] as const,
  ),
  ...[
    ...['Email', 'Title', 'Department', 'MobilePhone', 'HomePhone', 'OtherPhone', 'AssistantPhone'],
    ...['AssistantName', 'Birthdate', 'LeadSource', 'HasOptedOutOfEmail', 'DoNotCall'],
    ...addressNames('Mailing'),
    ...addressNames('Other'),
  ].map((name) => [`Person${name}`, name] as const),
];

function addressNames(prefix: string): string[] {
  return address(prefix, prefix)
    .filter((one) => one.type !== 'address')
    .map((one) => one.name);
}

/** Adds what the feature brings: the person's fields on Account, `__pc` twins of a contact's own, and IsPersonAccount. */
export function addPersonFields(schema: Schema): void {
  const account = schema.object('Account')!;
  const contact = schema.object('Contact')!;
  for (const type of [account, contact]) {
    schema.addField(type, checkbox('IsPersonAccount', 'Is Person Account', readOnly));
  }
  schema.addField(account, reference('PersonContactId', 'Contact ID', 'Contact', readOnly));
  for (const [name, twin] of samePersonFields) {
    const own = schema.field(contact, twin);
    if (own && !schema.field(account, name))
      schema.addField(account, { ...own, name, nillable: own.type !== 'boolean' });
  }
  for (const prefix of ['PersonMailing', 'PersonOther']) {
    const compound = field(`${prefix}Address`, `${prefix} Address`, 'address', {
      ...readOnly,
      compoundPrefix: prefix,
    });
    schema.addField(account, compound);
  }
  for (const own of [...contact.fields.values()]) if (own.custom) schema.addField(account, personTwin(own));
  if (!schema.field(account, 'LastName')) schema.addField(account, text('LastName', 'Last Name', 80));
}

/** The field of Account that shows a contact's custom field on a person account. */
export function personTwin(own: Field): Field {
  return {
    ...own,
    name: own.name.replace(/__c$/, '__pc'),
    relationshipName: own.relationshipName?.replace(/__r$/, '__pr') ?? null,
    childRelationshipName: null,
    unique: false,
    externalId: false,
    nillable: own.type !== 'boolean',
  };
}
