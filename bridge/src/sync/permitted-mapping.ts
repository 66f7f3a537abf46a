import type { UserPermissions } from '../domain/permissions.ts';
import { fixedEventFields } from '../rules/default-event-mapping.ts';
import type { Mapping, MappedField } from './mapping/mapping.ts';

/** A mapped field that the user may not see, or may see but not change. */
export interface MissingField {
  readonly field: string;
  readonly label: string;
  readonly lacks: 'Read' | 'Edit';
}

/** A mapping as far as the user's own field permissions allow it, and which fields are missing for the rest. */
export interface PermittedMapping {
  readonly mapping: Mapping;
  readonly missing: readonly MissingField[];
}

/**
 * Nobody sees or changes a field through Outlook that Salesforce would not let them: a field that the user cannot see does not
 * sync, one that they cannot change flows to Exchange only. Names and other fields that everybody has are not limited.
 */
export function permittedMapping(mapping: Mapping, permissions: UserPermissions): PermittedMapping {
  // The company is the account's name.
  const accounts = permissions.readAccounts;
  return permitted(mapping, permissions.fields, ({ field }) => field !== 'AccountId' || accounts);
}

/** The same of events, whose subject and time go with the permission to read events at all. */
export function permittedEventMapping(mapping: Mapping, permissions: UserPermissions): PermittedMapping {
  const isFixed = ({ field }: MappedField) => fixedEventFields.includes(field);
  const limited = { ...mapping, fields: mapping.fields.filter((mapped) => !isFixed(mapped)) };
  const { mapping: allowed, missing } = permitted(limited, permissions.eventFields, () => true);
  return { mapping: { ...mapping, fields: [...mapping.fields.filter(isFixed), ...allowed.fields] }, missing };
}

function permitted(
  mapping: Mapping,
  access: UserPermissions['fields'],
  isVisible: (mapped: MappedField) => boolean,
): PermittedMapping {
  const missing: MissingField[] = [];
  const fields = mapping.fields.flatMap((mapped): MappedField[] => {
    const lacks = isVisible(mapped) ? lacking(mapped, access) : 'Read';
    if (lacks === null) return [mapped];
    missing.push({ field: mapped.field, label: mapped.describe.label, lacks });
    return lacks === 'Read' || mapped.direction === 'ToSalesforce' ? [] : [{ ...mapped, editable: false }];
  });
  return { mapping: { ...mapping, fields }, missing };
}

function lacking({ direction, describe }: MappedField, fields: UserPermissions['fields']) {
  const access = describe.securedAs === null ? 'edit' : fields[describe.securedAs];
  if (access === undefined) return 'Read';
  return access === 'read' && direction !== 'ToExchange' && describe.updateable ? 'Edit' : null;
}
