import type { Field } from 'c/tandemFields';
import { resolveMapping, type MappingFault } from 'c/tandemRules';
import { fill } from 'c/tandemText';
import { isBegun, isChanged, standardOf, type DraftRow, type SavedRow } from './draft';
import { labels } from './labels';
import { PROPERTIES } from './properties';

type Fields = ReadonlyMap<string, Field>;

/** Why rows cannot work, in words, by their keys. */
export function faultsOf(rows: readonly DraftRow[], fields: Fields): ReadonlyMap<string, string> {
  const begun = rows.filter(isBegun);
  const complete = begun.filter(({ field, property }) => field !== '' && property !== '');
  const { faulty } = resolveMapping('Contact', complete, fields);
  return new Map([
    ...begun
      .filter((row) => !complete.includes(row))
      .map(({ key }) => [key, labels.faultIncomplete] as const),
    ...faulty.map(
      ({ row, fault }) => [(row as DraftRow).key, wordsOf(fault, fields.get(row.field), fields)] as const,
    ),
  ]);
}

/**
 * Whether the draft must not be saved. What cannot work in the org already is listed by the bridge, and keeps no other row from being
 * saved.
 */
export function isBlocked(
  rows: readonly DraftRow[],
  saved: readonly SavedRow[],
  before: readonly DraftRow[],
  fields: Fields,
): boolean {
  const faults = faultsOf(rows, fields);
  const known = faultsOf(before, fields);
  return rows.some((row) => faults.has(row.key) && (isChanged(row, saved) || !known.has(row.key)));
}

const WORDS: Readonly<Record<MappingFault['kind'], string>> = {
  'unknown-field': labels.faultUnknownField,
  'unknown-property': labels.faultUnknownProperty,
  twice: labels.faultTwice,
  fixed: labels.faultFixed,
  'both-ways': labels.faultBothWays,
  owned: labels.faultOwned,
  'no-text': labels.faultNoText,
  'no-day': labels.faultNoDay,
  formula: labels.faultFormula,
  'read-only': labels.faultReadOnly,
  shared: labels.faultShared,
};

function wordsOf({ kind, other = '' }: MappingFault, field: Field | undefined, fields: Fields): string {
  if (kind === 'no-text') return fill(WORDS[kind], field?.typeLabel ?? '');
  return fill(WORDS[kind], fields.get(other)?.label ?? PROPERTIES.get(other)?.label ?? other);
}

/** What an admin should know of a row that can work and is not as Tandem brings it. */
export function noteOf({ field: name, property, direction }: DraftRow, field: Field | undefined): string {
  if (!field || direction === 'Off' || standardOf(name)?.property === property) return '';
  if (direction === 'ToExchange') return field.calculated ? labels.noteFormula : '';
  if (field.type === 'picklist') return labels.notePicklist;
  return field.length > 0 && field.length <= 255 ? fill(labels.noteLength, field.length) : '';
}
