import type { Field } from 'c/tandemFields';
import { mappingRules, namedPrefix, type MappedKind } from 'c/tandemRules';
import { fill } from 'c/tandemText';
import { isBegun, isChanged, standardOf, type DraftRow, type SavedRow } from './draft';
import { faultsOf, noteOf } from './faults';
import { labels } from './labels';
import { NAMED, PROPERTIES, propertyOf } from './properties';
import { WORDS } from './words';

export interface Option {
  readonly value: string;
  readonly label: string;
}

export const DIRECTIONS: readonly Option[] = [
  { value: 'Both', label: labels.both },
  { value: 'ToSalesforce', label: labels.toSalesforce },
  { value: 'ToExchange', label: labels.toExchange },
  { value: 'Off', label: labels.off },
];

type Fields = ReadonlyMap<string, Field>;

/** The rows as the table shows them, each with what is wrong with it. */
export function shownRows(
  kind: MappedKind,
  rows: readonly DraftRow[],
  saved: readonly SavedRow[],
  fields: Fields,
) {
  const { fixed, fixedBothWays } = mappingRules[kind];
  const faults = faultsOf(kind, rows, fields);
  return rows.map((row) => {
    const field = fields.get(row.field);
    const property = propertyOf(kind, row.property);
    const name = field?.label ?? row.field;
    const fault = faults.get(row.key) ?? '';
    const note = noteOf(kind, row, field);
    const isLocked = fixed.includes(row.field) && standardOf(kind, row.field) !== undefined;
    const isUnsaved = isChanged(kind, row, saved);
    const isNamed = row.isChoosing && row.property.startsWith(namedPrefix);
    return {
      ...row,
      name,
      fieldDetail: [row.field, field?.typeLabel].filter(Boolean).join(' · '),
      fieldOptions: row.isNew ? fieldOptions(rows, row, fields) : [],
      property: isNamed ? namedPrefix : row.property,
      isNamed,
      isChosen: !row.isChoosing,
      namedName: isNamed ? row.property.slice(namedPrefix.length) : '',
      nameLabel: fill(labels.nameOf, name),
      propertyLabel: property?.label ?? row.property,
      propertyDetail: [row.property, property?.typeLabel].filter(Boolean).join(' · '),
      propertyOptions: row.isChoosing ? propertyOptions(kind, rows, row, fields) : [],
      propertyName: fill(labels.propertyOf, name),
      directionName: fill(labels.directionOf, name),
      changeName: fill(labels.changeProperty, name),
      removeName: fill(labels.removeOne, name || labels.unsaved),
      isLocked,
      lockedName: fill(WORDS[kind].locked, name),
      isDirectionLocked: isLocked && fixedBothWays && row.direction === 'Both',
      canChange: !isLocked && !row.isChoosing,
      canRemove: standardOf(kind, row.field) === undefined || row.isNew || row.key !== row.field,
      checkIcon: fault ? 'utility:error' : 'utility:check',
      checkVariant: fault ? 'error' : 'success',
      checkClass: fault ? 'slds-text-color_error slds-m-left_x-small' : 'slds-m-left_x-small',
      checkText: isBegun(row) ? fault || labels.works : '',
      remarks: [...row.errors, note, isUnsaved ? labels.unsaved : '']
        .filter(Boolean)
        .map((text, key) => ({ key, text })),
      rowClass: isUnsaved ? 'slds-theme_shade' : '',
    };
  });
}

function fieldOptions(rows: readonly DraftRow[], row: DraftRow, fields: Fields): Option[] {
  const used = new Set(rows.filter((other) => other !== row).map(({ field }) => field));
  return [...fields.values()]
    .filter(({ name }) => !used.has(name))
    .map(({ name, label, typeLabel }) => ({ value: name, label: `${label} · ${typeLabel}` }));
}

/** The places that the row's field may go with; those that one standard field has for itself are left out for all others. */
function propertyOptions(
  kind: MappedKind,
  rows: readonly DraftRow[],
  row: DraftRow,
  fields: Fields,
): Option[] {
  const { ownerOf } = mappingRules[kind];
  const places = [...PROPERTIES[kind].values()].filter(({ path }) =>
    [undefined, row.field].includes(ownerOf(path)),
  );
  const options = places.map(({ path, label }) => {
    const other = rows.find((one) => one !== row && one.property === path && one.direction !== 'Off');
    return {
      value: path,
      label: other ? fill(labels.usedBy, label, fields.get(other.field)?.label ?? other.field) : label,
    };
  });
  return kind === 'Event' ? [...options, { value: NAMED.path, label: NAMED.label }] : options;
}
