import type { FieldMapping } from './field-mapping.ts';
import { mappingRules, type MappedKind, type MappingRules } from './mapping-rules.ts';

/** What a field mapping asks of a Salesforce field. */
export interface MappableField {
  /** As a describe writes it, such as `string`, `picklist`, `double`. */
  readonly type: string;
  readonly updateable: boolean;
  readonly calculated: boolean;
}

/** Why a row of a field mapping cannot work. */
export interface MappingFault {
  readonly kind:
    | 'unknown-field'
    | 'unknown-property'
    | 'twice'
    | 'fixed'
    | 'both-ways'
    | 'owned'
    | 'no-text'
    | 'no-day'
    | 'formula'
    | 'read-only'
    | 'shared';
  /** Of a fixed field its property; of a shared or owned property the field that has it. */
  readonly other?: string;
}

/** A row, as it was given or of the defaults, and why it is left out. */
export interface FaultyRow {
  readonly row: FieldMapping;
  readonly fault: MappingFault;
}

const textTypes = ['string', 'textarea', 'phone', 'url', 'email', 'picklist', 'combobox'];

/**
 * Puts a configuration's rows over the defaults: the mapping that they make, with one row a field and one field a property, and the
 * rows that are left out of it. Pure.
 */
export function resolveMapping(
  kind: MappedKind,
  rows: readonly FieldMapping[],
  fields: ReadonlyMap<string, MappableField>,
): { readonly mapping: readonly FieldMapping[]; readonly faulty: readonly FaultyRow[] } {
  const rules = mappingRules[kind];
  const merged = new Map(
    rules.defaults.filter(({ field }) => fields.has(field)).map((row) => [row.field, row]),
  );
  const faulty: FaultyRow[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const fault = seen.has(row.field)
      ? { kind: 'twice' as const }
      : faultOf(rules, row, fields.get(row.field));
    seen.add(row.field);
    if (fault === null) merged.set(row.field, row);
    else faulty.push({ row, fault });
  }
  const sharing = sharingRows([...merged.values()]);
  const leftOut = new Set(sharing.map(({ row }) => row));
  return {
    mapping: [...merged.values()].filter((row) => !leftOut.has(row)),
    faulty: [...faulty, ...sharing],
  };
}

/** Why one row cannot work whatever the others are. */
function faultOf(
  { defaults, fixed, fixedBothWays, placeOf, ownerOf }: MappingRules,
  row: FieldMapping,
  field: MappableField | undefined,
): MappingFault | null {
  if (!field) return { kind: 'unknown-field' };
  const path = placeOf(row.property);
  if (!path) return { kind: 'unknown-property' };
  const standard = defaults.find((other) => other.field === row.field);
  const isFixed = standard !== undefined && fixed.includes(row.field);
  if (standard?.property === row.property) {
    // Like the default it is as good as no row.
    if (standard.direction === row.direction) return null;
    if (isFixed && fixedBothWays) return { kind: 'both-ways' };
  } else {
    if (isFixed) return { kind: 'fixed', other: standard.property };
    const owner = ownerOf(row.property);
    if (owner !== undefined) return { kind: 'owned', other: owner };
    const fault = typeFault(path.root, field.type);
    if (fault) return fault;
  }
  if (field.updateable || row.direction === 'ToExchange' || row.direction === 'Off') return null;
  return { kind: field.calculated ? 'formula' : 'read-only' };
}

function typeFault(property: string, type: string): MappingFault | null {
  if (property === 'birthday') return type === 'date' ? null : { kind: 'no-day' };
  return textTypes.includes(type) ? null : { kind: 'no-text' };
}

/** Of several fields that are mapped to one property, all but the first. */
function sharingRows(rows: readonly FieldMapping[]): readonly FaultyRow[] {
  const first = new Map<string, string>();
  return rows.flatMap((row) => {
    if (row.direction === 'Off') return [];
    // Exchange compares the names of fields without regard to letter case.
    const place = row.property.toLowerCase();
    const other = first.get(place);
    if (other === undefined) first.set(place, row.field);
    return other === undefined ? [] : [{ row, fault: { kind: 'shared' as const, other } }];
  });
}
