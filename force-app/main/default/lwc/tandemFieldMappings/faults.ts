import type { Field } from 'c/tandemFields';
import {
  namedPrefix,
  resolveMapping,
  type FieldMapping,
  type MappedKind,
  type MappingFault,
} from 'c/tandemRules';
import { fill } from 'c/tandemText';
import { isBegun, isChanged, standardOf, type DraftRow, type SavedRow } from './draft';
import { labels } from './labels';
import { PROPERTIES } from './properties';
import { WORDS } from './words';

type Fields = ReadonlyMap<string, Field>;

/** Why rows cannot work, in words, by their keys. */
export function faultsOf(
  kind: MappedKind,
  rows: readonly DraftRow[],
  fields: Fields,
): ReadonlyMap<string, string> {
  const begun = rows.filter(isBegun);
  const complete = begun.filter(({ field, property }) => field !== '' && property !== '');
  const { faulty } = resolveMapping(kind, complete, fields);
  return new Map([
    ...begun
      .filter((row) => !complete.includes(row))
      .map(({ key }) => [key, labels.faultIncomplete] as const),
    ...faulty.map(({ row, fault }) => [(row as DraftRow).key, wordsOf(kind, row, fault, fields)] as const),
  ]);
}

/**
 * Whether the draft must not be saved. What cannot work in the org already is listed by the bridge, and keeps no other row from being
 * saved.
 */
export function isBlocked(
  kind: MappedKind,
  rows: readonly DraftRow[],
  saved: readonly SavedRow[],
  before: readonly DraftRow[],
  fields: Fields,
): boolean {
  const faults = faultsOf(kind, rows, fields);
  const known = faultsOf(kind, before, fields);
  return rows.some((row) => faults.has(row.key) && (isChanged(kind, row, saved) || !known.has(row.key)));
}

type Say = (kind: MappedKind, named: string, row: FieldMapping, field: Field | undefined) => string;

const SAY: Readonly<Record<MappingFault['kind'], Say>> = {
  'unknown-field': (kind) => WORDS[kind].faultUnknownField,
  'unknown-property': (kind, _named, { property }) => {
    if (property.startsWith(namedPrefix)) return labels.faultName;
    return WORDS[kind].faultUnknownProperty;
  },
  twice: () => labels.faultTwice,
  fixed: (kind, named) => fill(WORDS[kind].faultFixed, named),
  'both-ways': () => labels.faultBothWays,
  owned: (_kind, named) => fill(labels.faultOwned, named),
  'no-text': (_kind, _named, _row, field) => fill(labels.faultNoText, field?.typeLabel ?? ''),
  'no-day': () => labels.faultNoDay,
  formula: () => labels.faultFormula,
  'read-only': () => labels.faultReadOnly,
  shared: (_kind, named) => fill(labels.faultShared, named),
};

function wordsOf(kind: MappedKind, row: FieldMapping, fault: MappingFault, fields: Fields): string {
  const { other = '' } = fault;
  const named = fields.get(other)?.label ?? PROPERTIES[kind].get(other)?.label ?? other;
  return SAY[fault.kind](kind, named, row, fields.get(row.field));
}

/** What an admin should know of a row that can work and is not as Tandem brings it. */
export function noteOf(
  kind: MappedKind,
  { field: name, property, direction }: DraftRow,
  field: Field | undefined,
): string {
  if (!field || direction === 'Off' || standardOf(kind, name)?.property === property) return '';
  if (direction === 'ToExchange') return field.calculated ? WORDS[kind].noteFormula : '';
  if (field.type === 'picklist') return labels.notePicklist;
  return field.length > 0 && field.length <= 255 ? fill(labels.noteLength, field.length) : '';
}
