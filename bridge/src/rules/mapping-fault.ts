import { defaultContactMapping, fixedFields } from './default-mapping.ts';
import type { FieldMapping } from './field-mapping.ts';
import { exchangeProperties } from './property-path.ts';

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
    | 'no-text'
    | 'no-day'
    | 'formula'
    | 'read-only'
    | 'shared';
  /** Of a fixed field its property; of a shared property the field that has it. */
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
  rows: readonly FieldMapping[],
  fields: ReadonlyMap<string, MappableField>,
): { readonly mapping: readonly FieldMapping[]; readonly faulty: readonly FaultyRow[] } {
  const merged = new Map(
    defaultContactMapping.filter(({ field }) => fields.has(field)).map((row) => [row.field, row]),
  );
  const faulty: FaultyRow[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const fault = seen.has(row.field) ? { kind: 'twice' as const } : faultOf(row, fields.get(row.field));
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
function faultOf(row: FieldMapping, field: MappableField | undefined): MappingFault | null {
  if (!field) return { kind: 'unknown-field' };
  const path = exchangeProperties.get(row.property);
  if (!path) return { kind: 'unknown-property' };
  const standard = defaultContactMapping.find((other) => other.field === row.field);
  if (standard?.property === row.property) {
    // Like the default it is as good as no row.
    if (standard.direction === row.direction) return null;
  } else {
    if (standard && fixedFields.includes(row.field)) return { kind: 'fixed', other: standard.property };
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
    const other = first.get(row.property);
    if (other === undefined) first.set(row.property, row.field);
    return other === undefined ? [] : [{ row, fault: { kind: 'shared' as const, other } }];
  });
}
