import type { Section, Setting } from 'c/tandemSection';
import type { SettingValue } from 'c/tandemSetting';
import { numeral } from 'c/tandemText';
import type { FieldInfo, ObjectInfo, PicklistValues } from 'lightning/uiObjectInfoApi';
import { FIELDS, type Values } from './fields';
import { labels } from './labels';

const SECTIONS: readonly (readonly [name: string, label: string, hint: string])[] = [
  ['general', labels.general, ''],
  ['people', labels.people, ''],
  ['contacts', labels.contacts, ''],
  ['filters', labels.filters, labels.filtersHint],
  ['mappings', labels.mappings, ''],
  ['events', labels.events, labels.eventsHint],
  ['eventMappings', labels.eventFields, ''],
  ['invitations', labels.invitations, labels.invitationsHint],
  ['conflicts', labels.conflicts, labels.conflictsHint],
];

/** The sections with the settings that the person may see, as they stand now. */
export function sectionsOf(
  info: ObjectInfo | undefined,
  picklists: Readonly<Record<string, PicklistValues>>,
  values: Values,
  faults: Readonly<Record<string, string>>,
): Section[] {
  const settingOf = (field: string): Setting[] => {
    const fieldInfo = info?.fields[field];
    if (!fieldInfo || !(field in values) || !applies(field, values)) return [];
    const options = picklists[field]?.values ?? [];
    return [{ field, info: fieldInfo, options, value: values[field] ?? null, fault: faults[field] ?? '' }];
  };
  return SECTIONS.map(([name, label, hint]) => ({
    ...{ name, label, hint },
    settings: (FIELDS[name as keyof typeof FIELDS] ?? []).flatMap(settingOf),
  }));
}

/** The placeholder account is asked for where it is used. */
function applies(field: string, values: Values): boolean {
  return field !== 'Placeholder_Account__c' || values['Unknown_Company__c'] === 'Placeholder';
}

/** A value as people read it. */
export function wordsOf(
  info: FieldInfo | undefined,
  picklist: PicklistValues | undefined,
  value: SettingValue | undefined,
): string {
  if (value === null || value === undefined || value === '') return labels.blank;
  if (info?.dataType === 'Boolean') return value === true ? labels.yes : labels.no;
  if (typeof value === 'number') return numeral(value);
  return picklist?.values.find((one) => one.value === value)?.label ?? String(value);
}
