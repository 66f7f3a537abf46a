import type { UserPermissions } from '../domain/permissions.ts';
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
  const missing: MissingField[] = [];
  const fields = mapping.fields.flatMap((mapped): MappedField[] => {
    const lacks = lacking(mapped, permissions);
    if (lacks === null) return [mapped];
    missing.push({ field: mapped.field, label: mapped.describe.label, lacks });
    return lacks === 'Read' || mapped.direction === 'ToSalesforce' ? [] : [{ ...mapped, editable: false }];
  });
  return { mapping: { ...mapping, fields }, missing };
}

function lacking({ field, direction, describe }: MappedField, permissions: UserPermissions) {
  const access = describe.securedAs === null ? 'edit' : permissions.fields[describe.securedAs];
  // The company is the account's name.
  if (access === undefined || (field === 'AccountId' && !permissions.readAccounts)) return 'Read';
  return access === 'read' && direction !== 'ToExchange' && describe.updateable ? 'Edit' : null;
}
