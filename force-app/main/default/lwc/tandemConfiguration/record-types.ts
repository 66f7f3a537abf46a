import type { SettingValue } from 'c/tandemSetting';
import { fill } from 'c/tandemText';
import type { ObjectInfo, PicklistValues } from 'lightning/uiObjectInfoApi';
import { labels } from './labels';

/**
 * What new contacts can be, by the id of the record type: the User Interface API gives no API names. What was chosen otherwise (by
 * API name, as on the record's Classic page, or a type that is gone) stays to be seen. Nothing for who may not read contacts.
 */
export function recordTypesOf(
  contacts: ObjectInfo | undefined,
  chosen: SettingValue | undefined,
): PicklistValues['values'] {
  if (!contacts) return [];
  const types = Object.values(contacts.recordTypeInfos)
    .filter(({ master }) => !master)
    .map(({ recordTypeId, name }) => ({ value: recordTypeId, label: name }))
    .sort((one, other) => one.label.localeCompare(other.label));
  const isListed = !chosen || types.some(({ value }) => value === chosen);
  const other = isListed ? [] : [{ value: String(chosen), label: fill(labels.unlistedType, String(chosen)) }];
  return [{ value: '', label: labels.defaultType }, ...types, ...other];
}
