import type { ExchangeProperties, Value, Values } from '../../domain/item.ts';
import type { FieldDescription, FieldMapping, MappingDirection } from '../../domain/mapping.ts';
import { canonical } from './canonical.ts';
import { defaultContactMapping, fixedFields } from './default-mapping.ts';
import { lastNameOf, nameFallbacks, nameParts } from './name.ts';
import type { PropertyPath } from './property-path.ts';
import { parsePropertyPath, readPath, sharesProperty } from './property-path.ts';

/** One field of a mapping that can work. */
export interface MappedField {
  readonly field: string;
  readonly path: PropertyPath;
  readonly direction: MappingDirection;
  readonly describe: FieldDescription;
  /** Whether the mailbox's user may change the field in Salesforce; what is typed in Outlook waits for it otherwise. */
  readonly editable: boolean;
}

/** A configuration's field mapping, checked against what the org's contacts have. */
export interface ContactMapping {
  readonly fields: readonly MappedField[];
  /** Graph properties that must be selected to know the fields and the name. */
  readonly properties: readonly string[];
}

/** A row that cannot work, in words for the admin. */
export interface MappingProblem {
  readonly field: string;
  readonly reason: string;
}

const textTypes = ['string', 'textarea', 'phone', 'url', 'email', 'picklist', 'combobox', 'reference'];

/** Puts a configuration's rows over the defaults and leaves out, with the reason, what cannot work. */
export function contactMapping(
  rows: readonly FieldMapping[],
  describe: ReadonlyMap<string, FieldDescription>,
): { readonly mapping: ContactMapping; readonly problems: readonly MappingProblem[] } {
  const problems: MappingProblem[] = [];
  const merged = new Map(
    defaultContactMapping.filter((row) => describe.has(row.field)).map((row) => [row.field, row]),
  );
  for (const row of rows) {
    const reason = rowProblem(row, merged.get(row.field), describe.get(row.field));
    if (reason === null) merged.set(row.field, row);
    else problems.push({ field: row.field, reason });
  }
  const mapped = [...merged.values()].flatMap((row) => mappedField(row, describe.get(row.field)));
  const shared = sharedProperties(mapped);
  const leftOut = new Set(shared.map(({ field }) => field));
  const fields = mapped.filter(({ field }) => !leftOut.has(field));
  const properties = new Set([...fields.map(({ path }) => path.root), ...nameParts, ...nameFallbacks]);
  return {
    mapping: { fields, properties: [...properties] },
    problems: [...problems, ...shared],
  };
}

function rowProblem(
  row: FieldMapping,
  standard: FieldMapping | undefined,
  describe: FieldDescription | undefined,
): string | null {
  if (!describe) return `Contact has no field ${row.field}.`;
  const path = parsePropertyPath(row.property);
  if (!path) return `Exchange contacts have no property ${row.property}.`;
  if (fixedFields.includes(row.field) && standard && standard.property !== row.property)
    return `${row.field} always goes with ${standard.property}, since contacts are paired by it.`;
  if (!textTypes.includes(describe.type) && !(describe.type === 'date' && path.root === 'birthday'))
    return `${row.field} is a ${describe.type} field and cannot hold text.`;
  if (!describe.updateable && row.direction !== 'ToExchange' && row.direction !== 'Off')
    return `${row.field} is read-only, so it can only flow to Exchange.`;
  return null;
}

function mappedField(row: FieldMapping, describe: FieldDescription | undefined): MappedField[] {
  const path = parsePropertyPath(row.property);
  if (!path || !describe || row.direction === 'Off') return [];
  return [{ field: row.field, path, direction: row.direction, describe, editable: true }];
}

/** Of several fields that are mapped to one property, all but the first. */
function sharedProperties(fields: readonly MappedField[]): MappingProblem[] {
  const seen = new Map<string, string>();
  return fields.flatMap(({ field, path }) => {
    const place = `${path.root}/${path.slot}/${path.part}`;
    const other = seen.get(place);
    if (other === undefined) seen.set(place, field);
    return other ? [{ field, reason: `${other} is mapped to the same Exchange property.` }] : [];
  });
}

/** The fields of mappings that are under field-level security, by their names there. */
export function securedFields(mappings: readonly ContactMapping[]): readonly string[] {
  const names = mappings.flatMap(({ fields }) => fields.map(({ describe }) => describe.securedAs));
  return [...new Set(names.filter((name) => name !== null))];
}

/** The mapped values of an Exchange contact in canonical form, at full length. */
export function valuesOf(properties: ExchangeProperties, mapping: ContactMapping): Values {
  return Object.fromEntries(
    mapping.fields.map(({ field, path, describe }): [string, Value] => [
      field,
      field === 'LastName' ? lastNameOf(properties) : canonical(readPath(properties, path), describe.type),
    ]),
  );
}

/** Salesforce values in canonical form. */
export function canonicalValues(values: Values, mapping: ContactMapping): Values {
  return Object.fromEntries(
    mapping.fields.map(({ field, describe }): [string, Value] => [
      field,
      canonical(values[field], describe.type),
    ]),
  );
}

/** Whether a change of this field can only be written together with the rest of the Exchange contact. */
export function needsWholeContact({ path }: MappedField): boolean {
  return sharesProperty(path) || nameParts.includes(path.root);
}
