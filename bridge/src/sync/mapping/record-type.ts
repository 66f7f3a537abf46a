import type { RecordType } from '../../domain/mapping.ts';

/** The record type of contacts that Tandem makes. */
export type NewRecordType =
  /** The integration user's own default. */
  | { readonly kind: 'default' }
  | { readonly kind: 'chosen'; readonly id: string }
  /** No contact is made: one of another record type would meet the wrong layouts, rules and flows. */
  | { readonly kind: 'unusable'; readonly reason: string };

/** Looks up the record type that an admin chose, if any, by its id as screens do or by its API name; says why it cannot be used. */
export function newRecordType(chosen: string | null, recordTypes: readonly RecordType[]): NewRecordType {
  const name = chosen?.trim() ?? '';
  if (name === '') return { kind: 'default' };
  const found = recordTypes.find(
    ({ id, developerName }) => id === name || developerName.toLowerCase() === name.toLowerCase(),
  );
  if (!found) return { kind: 'unusable', reason: `Contacts have no record type ${name}.` };
  if (!found.active)
    return { kind: 'unusable', reason: `The record type ${found.developerName} is inactive.` };
  if (!found.available)
    return {
      kind: 'unusable',
      reason: `The record type ${found.developerName} is not available to the integration user.`,
    };
  return { kind: 'chosen', id: found.id };
}
