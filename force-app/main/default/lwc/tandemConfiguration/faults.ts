import { fill } from 'c/tandemText';
import { labels } from './labels';
import type { Values } from './fields';

/** From, to, and whether it may be blank. The org checks the same by validation rules, where there are any. */
const RANGES: Readonly<Record<string, readonly [least: number, most: number, optional: boolean]>> = {
  First_Sync_Writes_Per_Hour__c: [1, 9_999_999, true],
  Window_Days_Back__c: [0, 300, false],
  Window_Days_Ahead__c: [1, 1460, false],
  Series_Days_Ahead__c: [1, 999, false],
};

/** Why these settings cannot be saved, by field. */
export function faultsOf(values: Values): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  if (!values['Name']) faults['Name'] = labels.faultName;
  if (values['Unknown_Company__c'] === 'Placeholder' && !values['Placeholder_Account__c'])
    faults['Placeholder_Account__c'] = labels.faultPlaceholder;
  for (const [field, [least, most, optional]] of Object.entries(RANGES)) {
    const value = values[field];
    if (value === undefined || (value === null && optional)) continue;
    const works = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
    if (!works) faults[field] = fill(labels.faultRange, least, most);
  }
  return faults;
}
