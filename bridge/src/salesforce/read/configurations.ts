import { z } from 'zod';
import type { AccountId, ConfigurationId } from '../../domain/ids.ts';
import type { Configuration } from '../../domain/policy.ts';
import type { Kind } from '../../domain/words.ts';
import type { FieldMapping } from '../../rules/field-mapping.ts';
import type { FilterCondition } from '../../rules/filter-condition.ts';
import { id, text } from '../wire/shapes.ts';
import { eventColumns, eventPolicyFrom } from './event-policy.ts';

const deletes = z.enum(['Keep', 'Delete']).catch('Keep');

/** A row of Tandem_Filter__c. */
const filterRow = z.object({ Object__c: text, Field__c: text, Operator__c: text, Value__c: text });

/** A row of Tandem_Configuration__c; an empty or unknown choice counts as its documented default. */
export const configurationRow = z.object({
  Id: id<ConfigurationId>(),
  Name: text,
  Active__c: z.boolean(),
  Contact_Direction__c: z.enum(['Off', 'ExchangeToSalesforce', 'SalesforceToExchange', 'Both']).catch('Both'),
  Contact_Scope__c: z.enum(['Own', 'Visible']).catch('Own'),
  Include_Followed__c: z.boolean(),
  Include_Person_Accounts__c: z.boolean(),
  Unknown_Company__c: z.enum(['Leave', 'Placeholder', 'Create']).catch('Leave'),
  Placeholder_Account__c: id<AccountId>().nullable(),
  Contact_Match__c: z.enum(['MostRecentActivity', 'LastModified', 'Oldest']).catch('MostRecentActivity'),
  Contact_Deletes_To_Salesforce__c: deletes,
  Contact_Deletes_To_Exchange__c: deletes,
  Contact_Record_Type__c: text,
  Duplicate_Alert__c: z.enum(['Save', 'Skip']).catch('Save'),
  First_Sync_Writes_Per_Hour__c: z.number().nullable(),
  ...eventColumns,
  Filters__r: z.object({ done: z.boolean(), records: z.array(filterRow) }).nullable(),
});

export const configurationQuery =
  'SELECT Id, Name, Active__c, Contact_Direction__c, Contact_Scope__c, Include_Followed__c, Include_Person_Accounts__c, ' +
  'Unknown_Company__c, Placeholder_Account__c, Contact_Match__c, ' +
  'Contact_Deletes_To_Salesforce__c, Contact_Deletes_To_Exchange__c, Contact_Record_Type__c, Duplicate_Alert__c, First_Sync_Writes_Per_Hour__c, ' +
  `${Object.keys(eventColumns).join(', ')}, ` +
  '(SELECT Object__c, Field__c, Operator__c, Value__c FROM Filters__r ORDER BY Id) FROM Tandem_Configuration__c ORDER BY Id';

/** A row of Tandem_Field_Mapping__c. */
export const mappingRow = z.object({
  Configuration__c: id<ConfigurationId>(),
  Object__c: z.enum(['Contact', 'Event']),
  Salesforce_Field__c: z.string(),
  Exchange_Property__c: z.string(),
  Direction__c: z.enum(['Both', 'ToSalesforce', 'ToExchange', 'Off']).catch('Both'),
});

export const mappingQuery =
  'SELECT Configuration__c, Object__c, Salesforce_Field__c, Exchange_Property__c, Direction__c ' +
  "FROM Tandem_Field_Mapping__c WHERE Object__c IN ('Contact','Event') ORDER BY Configuration__c, Id";

/** The configurations with their mapping rows. */
export function configurationsFrom(
  rows: readonly z.output<typeof configurationRow>[],
  mappings: readonly z.output<typeof mappingRow>[],
): readonly Configuration[] {
  return rows.map((row) => ({
    id: row.Id,
    name: row.Name ?? '',
    active: row.Active__c,
    contacts: {
      direction: row.Contact_Direction__c,
      scope: row.Contact_Scope__c,
      followed: row.Include_Followed__c,
      personAccounts: row.Include_Person_Accounts__c,
      unknownCompany: row.Unknown_Company__c,
      placeholderAccount: row.Placeholder_Account__c,
      match: row.Contact_Match__c,
      deletesToSalesforce: row.Contact_Deletes_To_Salesforce__c,
      deletesToExchange: row.Contact_Deletes_To_Exchange__c,
      recordType: row.Contact_Record_Type__c,
      duplicateAlert: row.Duplicate_Alert__c,
      conflictWinner: row.Conflict_Winner__c,
      firstSyncWritesPerHour: row.First_Sync_Writes_Per_Hour__c,
    },
    filter: conditionsOf(row),
    mappings: mappingsOf(row.Id, 'Contact', mappings),
    events: eventPolicyFrom(row),
    eventMappings: mappingsOf(row.Id, 'Event', mappings),
  }));
}

function mappingsOf(
  configuration: ConfigurationId,
  kind: Kind,
  rows: readonly z.output<typeof mappingRow>[],
): readonly FieldMapping[] {
  return rows
    .filter((row) => row.Configuration__c === configuration && row.Object__c === kind)
    .map((row) => ({
      field: row.Salesforce_Field__c,
      property: row.Exchange_Property__c,
      direction: row.Direction__c,
    }));
}

function conditionsOf({
  Filters__r: filters,
}: z.output<typeof configurationRow>): readonly FilterCondition[] {
  const conditions = (filters?.records ?? []).map((row) => ({
    object: row.Object__c ?? '',
    field: row.Field__c ?? '',
    operator: row.Operator__c ?? '',
    value: row.Value__c,
  }));
  // What is not on the first page would widen the filter by being left out, so a condition that is refused stands for it.
  const rest = { object: 'Contact', field: 'too many conditions', operator: '', value: null };
  return filters === null || filters.done ? conditions : [...conditions, rest];
}
