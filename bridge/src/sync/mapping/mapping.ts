import type { ExchangeProperties, Value, Values } from '../../domain/item.ts';
import type { FieldDescription } from '../../domain/mapping.ts';
import type { SecuredFields } from '../../domain/permissions.ts';
import type { FieldMapping, MappingDirection } from '../../rules/field-mapping.ts';
import { resolveMapping, type MappingFault } from '../../rules/mapping-fault.ts';
import { mappingRules, type MappedKind } from '../../rules/mapping-rules.ts';
import type { PropertyPath } from '../../rules/property-path.ts';
import { canonical } from './canonical.ts';
import { lastNameOf, nameFallbacks, nameParts } from './name.ts';
import { readPath, sharesProperty } from './property-path.ts';

/** One field of a mapping that can work. */
export interface MappedField {
  readonly field: string;
  readonly path: PropertyPath;
  readonly direction: MappingDirection;
  readonly describe: FieldDescription;
  /** Whether the mailbox's user may change the field in Salesforce; what is typed in Outlook waits for it otherwise. */
  readonly editable: boolean;
}

/** A configuration's field mapping, checked against what the org's records have. */
export interface Mapping {
  readonly fields: readonly MappedField[];
  /** Graph properties that must be selected to know the fields and the name of a contact; events are read whole. */
  readonly properties: readonly string[];
}

/** A row that cannot work, in words for the admin. */
export interface MappingProblem {
  readonly field: string;
  readonly reason: string;
}

/** A mapping with only what can work, and why the rest cannot. */
export interface CheckedMapping {
  readonly mapping: Mapping;
  readonly problems: readonly MappingProblem[];
}

/** A configuration's mapping of contacts, with the properties that have to be read for it. */
export function contactMapping(
  rows: readonly FieldMapping[],
  describe: ReadonlyMap<string, FieldDescription>,
): CheckedMapping {
  const { mapping, problems } = checkedMapping('Contact', rows, describe);
  const properties = new Set([
    ...mapping.fields.map(({ path }) => path.root),
    ...nameParts,
    ...nameFallbacks,
  ]);
  return { mapping: { ...mapping, properties: [...properties] }, problems };
}

/** Puts a configuration's rows over the defaults and leaves out, with the reason, what cannot work. */
export function checkedMapping(
  kind: MappedKind,
  rows: readonly FieldMapping[],
  describe: ReadonlyMap<string, FieldDescription>,
): CheckedMapping {
  const { mapping, faulty } = resolveMapping(kind, rows, describe);
  const fields = mapping.flatMap((row): MappedField[] => {
    const path = mappingRules[kind].placeOf(row.property);
    const described = describe.get(row.field);
    if (!path || !described || row.direction === 'Off') return [];
    return [{ field: row.field, path, direction: row.direction, describe: described, editable: true }];
  });
  return {
    mapping: { fields, properties: [] },
    problems: faulty.map(({ row, fault }) => ({
      field: row.field,
      reason: reasonOf(kind, row, fault, describe.get(row.field)?.type),
    })),
  };
}

function reasonOf(
  item: MappedKind,
  { field, property }: FieldMapping,
  { kind, other }: MappingFault,
  type = 'missing',
): string {
  switch (kind) {
    case 'unknown-field':
      return `${item} has no field ${field}.`;
    case 'unknown-property':
      return `Exchange ${item.toLowerCase()}s have no property ${property}.`;
    case 'twice':
      return `${field} is mapped twice; the first mapping counts.`;
    case 'fixed':
      return `${field} always goes with ${other}, since ${item.toLowerCase()}s are paired by it.`;
    case 'both-ways':
      return `${field} always flows both ways, since ${item.toLowerCase()}s are paired by it.`;
    case 'owned':
      return `${property} only goes with ${other}.`;
    case 'no-text':
      return `${field} is a ${type} field and cannot hold text.`;
    case 'no-day':
      return `${field} is a ${type} field, and ${property} only goes with a date.`;
    case 'formula':
      return `${field} is a formula, so it can only flow to Exchange.`;
    case 'read-only':
      return `${field} is read-only, so it can only flow to Exchange.`;
    case 'shared':
      return `${other} is mapped to the same Exchange property.`;
  }
}

/** The fields of mappings that are under field-level security. */
export function securedFields(
  mappings: readonly { readonly mapping: Mapping; readonly eventMapping: Mapping }[],
): SecuredFields {
  return {
    Contact: namesOf(mappings.map(({ mapping }) => mapping)),
    Event: namesOf(mappings.map(({ eventMapping }) => eventMapping)),
  };
}

function namesOf(mappings: readonly Mapping[]): readonly string[] {
  const names = mappings.flatMap(({ fields }) => fields.map(({ describe }) => describe.securedAs));
  return [...new Set(names.filter((name) => name !== null))];
}

/** The mapped values of an Exchange contact in canonical form, at full length. */
export function valuesOf(properties: ExchangeProperties, mapping: Mapping): Values {
  return Object.fromEntries(
    mapping.fields.map(({ field, path, describe }): [string, Value] => [
      field,
      field === 'LastName' ? lastNameOf(properties) : canonical(readPath(properties, path), describe.type),
    ]),
  );
}

/** Salesforce values in canonical form. */
export function canonicalValues(values: Values, mapping: Mapping): Values {
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
