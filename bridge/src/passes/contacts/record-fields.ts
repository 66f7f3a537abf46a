import type { Value, Values } from '../../domain/item.ts';
import type { Row } from '../../salesforce/salesforce.ts';
import { accountFieldOf } from '../../salesforce/writer/person-fields.ts';
import type { MergeStep } from '../../sync/plan/step.ts';
import type { Company, FindCompany } from './companies.ts';

/** Values as Salesforce takes them, with the company as an account's id. */
export interface RecordFields {
  readonly fields: Row;
  /** The values that are really written; a company without an account is not. */
  readonly taken: Values;
  /** The company that found no single account. */
  readonly unresolved: { readonly name: string; readonly company: Company } | null;
  /** Values that a person account has no place for; they stay in Exchange. */
  readonly unplaced: readonly string[];
}

/** What bringing a linked pair in step writes to Salesforce. */
export function writtenBy({ record, merge }: MergeStep, findCompany: FindCompany): RecordFields {
  return record.isPerson ? personFields(merge.toSalesforce) : recordFields(merge.toSalesforce, findCompany);
}

/** Turns values into the fields of a write. An emptied company empties the account. */
export function recordFields(values: Values, findCompany: FindCompany): RecordFields {
  const { AccountId: name, ...rest } = values;
  const plain = { fields: rest, taken: rest, unresolved: null, unplaced: [] };
  if (name === undefined) return plain;
  if (name === null) return { ...plain, fields: { ...rest, AccountId: null }, taken: values };
  const company = findCompany(name);
  if (company.kind !== 'account') return { ...plain, unresolved: { name, company } };
  return {
    ...plain,
    fields: { ...rest, AccountId: company.id },
    taken: { ...rest, AccountId: company.name },
  };
}

/** The same for a person account, which has no company and no place for some fields. */
function personFields(values: Values): RecordFields {
  const [placed, unplaced] = [true, false].map((wanted) =>
    Object.entries(values).filter(([field]) => (accountFieldOf(field) !== null) === wanted),
  ) as [[string, Value][], [string, Value][]];
  const taken = Object.fromEntries(placed);
  return {
    fields: taken,
    taken,
    unresolved: null,
    unplaced: unplaced.flatMap(([field, value]) => (value === null ? [] : [field])),
  };
}
