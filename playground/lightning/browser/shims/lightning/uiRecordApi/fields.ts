/** A field by its name with its object, or as imported from `@salesforce/schema`. */
export type FieldReference = string | { readonly objectApiName: string; readonly fieldApiName: string };

export interface RecordData {
  readonly id: string;
  readonly apiName: string;
  readonly fields: Readonly<Record<string, FieldData>>;
  readonly lastModifiedDate: string | null;
}

interface FieldData {
  readonly value: unknown;
  readonly displayValue?: string | null;
}

/** The field's name with its object, such as `Contact.Account.Name`. */
export function nameOf(field: FieldReference): string {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

/** The value of a field, of a parent too; undefined when the record was read without it. */
export function getFieldValue(record: RecordData | undefined | null, field: FieldReference): unknown {
  return find(record, field)?.value;
}

/** How the person reads the value of a field. */
export function getFieldDisplayValue(
  record: RecordData | undefined | null,
  field: FieldReference,
): string | null | undefined {
  return find(record, field)?.displayValue;
}

function find(record: RecordData | undefined | null, field: FieldReference): FieldData | undefined {
  const [, ...path] = nameOf(field).split('.');
  let at: RecordData | undefined | null = record;
  for (const step of path.slice(0, -1)) at = at?.fields[step]?.value as RecordData | null | undefined;
  return at?.fields[path.at(-1) ?? ''];
}
