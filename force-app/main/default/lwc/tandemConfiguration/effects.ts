import type { SettingValue } from 'c/tandemSetting';
import { fill } from 'c/tandemText';
import { labels } from './effect-labels';
import { FIELDS, type Values } from './fields';

/** What a value of a field means for the people of the configuration; checkboxes by `true` and `false`. */
const EFFECTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Contact_Direction__c: {
    Off: labels.directionOff,
    ExchangeToSalesforce: labels.directionIn,
    SalesforceToExchange: labels.directionOut,
    Both: labels.directionBoth,
  },
  Contact_Scope__c: { Own: labels.scopeOwn, Visible: labels.scopeVisible },
  Include_Followed__c: { true: labels.followed, false: labels.notFollowed },
  Include_Person_Accounts__c: { true: labels.personAccounts, false: labels.noPersonAccounts },
  Contact_Deletes_To_Exchange__c: { Keep: labels.keepInExchange, Delete: labels.deleteInExchange },
  Contact_Deletes_To_Salesforce__c: { Keep: labels.keepInSalesforce, Delete: labels.deleteInSalesforce },
  Contact_Match__c: {
    MostRecentActivity: labels.matchActivity,
    LastModified: labels.matchModified,
    Oldest: labels.matchOldest,
  },
  Duplicate_Alert__c: { Save: labels.duplicateSave, Skip: labels.duplicateSkip },
  Unknown_Company__c: {
    Leave: labels.companyLeave,
    Placeholder: labels.companyPlaceholder,
    Create: labels.companyCreate,
  },
  Conflict_Winner__c: {
    Salesforce: labels.winnerSalesforce,
    Exchange: labels.winnerExchange,
    Latest: labels.winnerLatest,
  },
};

/** Of fields that can hold anything: with the value in its place, or blank. */
const OPEN: Readonly<Record<string, readonly [filled: string, blank: string]>> = {
  Contact_Record_Type__c: [labels.recordType, labels.noRecordType],
  First_Sync_Writes_Per_Hour__c: [labels.writesLimited, labels.writesUnlimited],
};

/** What becomes different once these changes are saved, a sentence each. */
export function effectsOf(changes: Values, words: (field: string, value: SettingValue) => string): string[] {
  const later = new Set([...FIELDS.events, ...FIELDS.invitations]);
  const sentences = Object.entries(changes).flatMap(([field, value]) => {
    if (later.has(field)) return [labels.eventsLater];
    return sentenceOf(field, value, words);
  });
  return [...new Set(sentences)];
}

function sentenceOf(
  field: string,
  value: SettingValue,
  words: (field: string, value: SettingValue) => string,
): string[] {
  const open = OPEN[field];
  if (open) return [value === null ? open[1] : fill(open[0], words(field, value))];
  const sentence = EFFECTS[field]?.[String(value)];
  return sentence === undefined ? [] : [sentence];
}
