import type { Values } from '../../domain/item.ts';
import type { Row } from '../../salesforce/salesforce.ts';
import type { Company, FindCompany } from './companies.ts';

/** Values as Salesforce takes them, with the company as an account's id. */
export interface RecordFields {
  readonly fields: Row;
  /** The values that are really written; a company without an account is not. */
  readonly taken: Values;
  /** The company that found no single account. */
  readonly unresolved: { readonly name: string; readonly company: Company } | null;
}

/** Turns values into the fields of a write. An emptied company empties the account. */
export function recordFields(values: Values, findCompany: FindCompany): RecordFields {
  const { AccountId: name, ...rest } = values;
  if (name === undefined) return { fields: rest, taken: rest, unresolved: null };
  if (name === null) return { fields: { ...rest, AccountId: null }, taken: values, unresolved: null };
  const company = findCompany(name);
  if (company.kind === 'account')
    return {
      fields: { ...rest, AccountId: company.id },
      taken: { ...rest, AccountId: company.name },
      unresolved: null,
    };
  return { fields: rest, taken: rest, unresolved: { name, company } };
}
