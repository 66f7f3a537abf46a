import { picklist, reference } from '../schema/field.ts';
import { addPersonFields } from '../schema/standard/person-accounts.ts';
import { codeFields } from '../store/address-picklists.ts';
import type { Act, Org } from '../store/org.ts';
import { add, grantField } from './grants.ts';

/** Switches on what an admin of an org switches on for good; profiles see and edit the new fields. */
export function enableFeatures(
  org: Org,
  act: Act,
  wanted: { personAccounts?: boolean | undefined; stateCountryPicklists?: boolean | undefined },
): void {
  const before = new Set(fieldNames(org));
  if (wanted.personAccounts && !org.features.has('personAccounts')) enablePersonAccounts(org, act);
  if (wanted.stateCountryPicklists && !org.features.has('stateCountryPicklists')) enablePicklists(org);
  for (const name of fieldNames(org)) {
    if (!before.has(name)) grantField(org, act, ...(name.split('.') as [string, string]), undefined);
  }
}

function fieldNames(org: Org): string[] {
  const types = ['Account', 'Contact', 'Lead'].map((name) => org.schema.object(name)!);
  return types.flatMap((type) => [...type.fields.values()].map((field) => `${type.name}.${field.name}`));
}

function enablePersonAccounts(org: Org, act: Act): void {
  addPersonFields(org.schema);
  enableRecordTypes(org, 'Account');
  org.features.add('personAccounts');
  const types = [
    { DeveloperName: 'Business_Account', Name: 'Business Account', IsPersonType: false },
    { DeveloperName: 'PersonAccount', Name: 'Person Account', IsPersonType: true },
  ];
  for (const one of types) add(org, act, 'RecordType', { ...one, SobjectType: 'Account' });
}

function enablePicklists(org: Org): void {
  org.features.add('stateCountryPicklists');
  for (const type of ['Account', 'Contact', 'Lead'].map((name) => org.schema.object(name)!)) {
    for (const field of [...type.fields.values()]) {
      if (field.type !== 'address') continue;
      const added = codeFields(field, (name, label, values) => picklist(name, label, values, { length: 10 }));
      for (const one of added) org.schema.addField(type, one);
    }
  }
}

/** The field appears with an object's first record type, as on the platform. */
export function enableRecordTypes(org: Org, object: string): void {
  const type = org.schema.object(object);
  if (!type || type.fields.has('recordtypeid')) return;
  org.schema.addField(type, reference('RecordTypeId', 'Record Type ID', 'RecordType'));
}
