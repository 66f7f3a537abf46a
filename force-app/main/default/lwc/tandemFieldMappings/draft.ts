import type { Change } from 'c/tandemRows';
import { mappingRules, type FieldMapping, type MappedKind, type MappingDirection } from 'c/tandemRules';
import DIRECTION from '@salesforce/schema/Tandem_Field_Mapping__c.Direction__c';
import CONFIGURATION from '@salesforce/schema/Tandem_Field_Mapping__c.Configuration__c';
import FIELD from '@salesforce/schema/Tandem_Field_Mapping__c.Salesforce_Field__c';
import MAPPING from '@salesforce/schema/Tandem_Field_Mapping__c';
import OBJECT from '@salesforce/schema/Tandem_Field_Mapping__c.Object__c';
import PROPERTY from '@salesforce/schema/Tandem_Field_Mapping__c.Exchange_Property__c';
import type { MappingNode } from './queries';

/** A row as the org has it. */
export interface SavedRow extends FieldMapping {
  readonly id: string;
  readonly modified: string | null;
}

/** A row as the admin sees it: a default, one that takes its place, or one of its own. */
export interface DraftRow extends FieldMapping {
  readonly key: string;
  /** The record; null of a default that no record changes, and of a new row. */
  readonly id: string | null;
  /** Its field is still to be chosen. */
  readonly isNew: boolean;
  /** Its property is being chosen. */
  readonly isChoosing: boolean;
  /** Why it was not saved. */
  readonly errors: readonly string[];
}

export function savedRow({
  Id,
  Salesforce_Field__c: field,
  Exchange_Property__c: property,
  Direction__c: direction,
  LastModifiedDate: modified,
}: MappingNode): SavedRow {
  return {
    id: Id,
    field: field.value ?? '',
    property: property.value ?? '',
    // As the bridge takes an empty direction.
    direction: (direction.value ?? 'Both') as MappingDirection,
    modified: modified.value,
  };
}

/** The default row of a field. */
export const standardOf = (kind: MappedKind, field: string) =>
  mappingRules[kind].defaults.find((row) => row.field === field);

const isLike = (one: FieldMapping | undefined, other: FieldMapping) =>
  one !== undefined &&
  one.field === other.field &&
  one.property === other.property &&
  one.direction === other.direction;

const draftRow = (row: FieldMapping, key: string, id: string | null = null): DraftRow => ({
  ...{ field: row.field, property: row.property, direction: row.direction },
  ...{ key, id, isNew: false, isChoosing: false, errors: [] },
});

/** The defaults for the fields that the org has, with the saved rows in their places, and the further ones after them. */
export function draftOf(
  kind: MappedKind,
  saved: readonly SavedRow[],
  fields: ReadonlyMap<string, unknown>,
): readonly DraftRow[] {
  const used = new Set<string>();
  const standard = mappingRules[kind].defaults
    .filter(({ field }) => fields.has(field))
    .map((row) => {
      const own = saved.find(({ field }) => field === row.field);
      if (own) used.add(own.id);
      return draftRow(own ?? row, row.field, own?.id);
    });
  return [
    ...standard,
    ...saved.filter(({ id }) => !used.has(id)).map((row) => draftRow(row, row.id, row.id)),
  ];
}

export const newRow = (key: string): DraftRow => ({
  ...draftRow({ field: '', property: '', direction: 'Both' }, key),
  isNew: true,
  isChoosing: true,
});

/** The defaults; rows of the org that change one are kept in mind, so that they are deleted when this is saved. */
export function withDefaults(
  kind: MappedKind,
  rows: readonly DraftRow[],
  fields: ReadonlyMap<string, unknown>,
): readonly DraftRow[] {
  return draftOf(kind, [], fields).map((row) => ({
    ...row,
    id: rows.find(({ key }) => key === row.key)?.id ?? null,
  }));
}

/** A new row without a field and a property is not wrong yet, and nothing would be lost with it. */
export const isBegun = ({ field, property }: DraftRow) => field !== '' || property !== '';

/** Whether the row differs from what the org has. */
export function isChanged(kind: MappedKind, row: DraftRow, saved: readonly SavedRow[]): boolean {
  const was = saved.find(({ id }) => id === row.id) ?? standardOf(kind, row.field);
  return row.isNew ? isBegun(row) : !isLike(was, row);
}

/** What has to be saved so that the org has the draft. */
export function changesOf(
  kind: MappedKind,
  rows: readonly DraftRow[],
  saved: readonly SavedRow[],
  configurationId: string,
): readonly Change[] {
  const kept = new Set(rows.map(({ id }) => id));
  const deleted = saved
    .filter(({ id }) => !kept.has(id))
    .map(({ id }): Change => ({ kind: 'delete', key: id, id }));
  return [...deleted, ...rows.flatMap((row) => changeOf(kind, row, saved, configurationId))];
}

function changeOf(
  kind: MappedKind,
  row: DraftRow,
  saved: readonly SavedRow[],
  configurationId: string,
): Change[] {
  const was = saved.find(({ id }) => id === row.id);
  if (!isChanged(kind, row, saved)) return [];
  const { key } = row;
  const fields = {
    [FIELD.fieldApiName]: row.field,
    [PROPERTY.fieldApiName]: row.property,
    [DIRECTION.fieldApiName]: row.direction,
  };
  if (!was) {
    const place = { [CONFIGURATION.fieldApiName]: configurationId, [OBJECT.fieldApiName]: kind };
    return [{ kind: 'create', key, object: MAPPING.objectApiName, fields: { ...place, ...fields } }];
  }
  const { id, modified } = was;
  return isLike(standardOf(kind, row.field), row)
    ? [{ kind: 'delete', key, id }]
    : [{ kind: 'update', key, id, fields, modified }];
}
