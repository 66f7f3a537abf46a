import type { ContactFilter } from '../domain/filter.ts';
import type { ContactDescription, FieldDescription } from '../domain/mapping.ts';
import type { Configuration } from '../domain/policy.ts';
import { flowsFrom } from '../domain/words.ts';
import type { MailboxTrouble } from '../passes/mailbox-report.ts';
import { compileFilter } from '../salesforce/filter/compile-filter.ts';
import type { Salesforce } from '../salesforce/salesforce.ts';
import type { Mapping, MappingProblem } from '../sync/mapping/mapping.ts';
import { eventMapping } from '../sync/events/event-fields.ts';
import { contactMapping } from '../sync/mapping/mapping.ts';
import type { NewRecordType } from '../sync/mapping/record-type.ts';
import { newRecordType } from '../sync/mapping/record-type.ts';

/** A configuration whose settings are checked against what the org's contacts and accounts have. */
export interface ReadyConfiguration {
  readonly configuration: Configuration;
  readonly mapping: Mapping;
  /** The mapping of events; empty where no configuration syncs them. */
  readonly eventMapping: Mapping;
  readonly filter: ContactFilter;
  readonly recordType: NewRecordType;
  /** What of it cannot work; the rest goes on. */
  readonly problems: readonly MailboxTrouble[];
  /** What of its events cannot work. */
  readonly eventProblems: readonly MailboxTrouble[];
}

/** What the settings of configurations are checked against. */
export interface OrgDescription {
  readonly contact: ContactDescription;
  /** The fields of accounts; none where no condition looks at accounts. */
  readonly account: ReadonlyMap<string, FieldDescription>;
  /** The fields of events; none where no configuration syncs them. */
  readonly event: ReadonlyMap<string, FieldDescription>;
}

/** Describes what the settings of these configurations name. */
export async function describeOrg(
  salesforce: Salesforce,
  configurations: readonly Configuration[],
): Promise<OrgDescription> {
  const [contact, account, event] = await Promise.all([
    salesforce.describeContact(),
    looksAtAccounts(configurations) ? salesforce.describeAccount() : new Map<string, never>(),
    configurations.some(({ events }) => events.direction !== 'Off')
      ? salesforce.events.describe().then(({ fields }) => fields)
      : new Map<string, never>(),
  ]);
  return { contact, account, event };
}

/** Whether any condition looks at the account of a contact, so that a change of an account may let contacts in or out. */
export function looksAtAccounts(configurations: readonly Configuration[]): boolean {
  return configurations.some(({ filter }) => filter.some(({ object }) => object === 'Account'));
}

/** Checks the settings of a configuration. */
export function readyConfiguration(
  configuration: Configuration,
  { contact, account, event }: OrgDescription,
): ReadyConfiguration {
  const { contacts } = configuration;
  const { mapping, problems } = contactMapping(configuration.mappings, contact.fields);
  const recordType = newRecordType(contacts.recordType, contact.recordTypes);
  const filter = compileFilter(configuration.filter, { Contact: contact.fields, Account: account });
  const troubles: MailboxTrouble[] = problems.map(troubleOf('TDM-C-MAPPING'));
  if (recordType.kind === 'unusable' && flowsFrom('Exchange', contacts.direction))
    troubles.push({ code: 'TDM-C-RECORD-TYPE', field: 'RecordTypeId', detail: recordType.reason });
  if (flowsFrom('Salesforce', contacts.direction)) troubles.push(...filterTroubles(filter));
  const events = eventMapping(configuration.eventMappings, event);
  return {
    configuration,
    mapping,
    eventMapping: events.mapping,
    filter,
    recordType,
    problems: troubles,
    // Where no configuration syncs events, their fields were not asked for.
    eventProblems:
      configuration.events.direction === 'Off' ? [] : events.problems.map(troubleOf('TDM-E-MAPPING')),
  };
}

function troubleOf(code: MailboxTrouble['code']): (problem: MappingProblem) => MailboxTrouble {
  return ({ field, reason }) => ({ code, field, detail: reason });
}

/** One for each field. */
function filterTroubles({ problems }: ContactFilter): readonly MailboxTrouble[] {
  const byField = new Map(problems.map(({ field, reason }) => [field, reason]));
  return [...byField].map(([field, detail]) => ({ code: 'TDM-M-FILTER', field, detail }));
}
