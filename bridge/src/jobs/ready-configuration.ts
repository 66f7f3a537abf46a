import type { ContactDescription } from '../domain/mapping.ts';
import type { Configuration } from '../domain/policy.ts';
import { flowsFrom } from '../domain/words.ts';
import type { MailboxTrouble } from '../passes/mailbox-report.ts';
import type { ContactMapping } from '../sync/mapping/contact-mapping.ts';
import { contactMapping } from '../sync/mapping/contact-mapping.ts';
import type { NewRecordType } from '../sync/mapping/record-type.ts';
import { newRecordType } from '../sync/mapping/record-type.ts';

/** A configuration whose settings are checked against what the org's contacts have. */
export interface ReadyConfiguration {
  readonly configuration: Configuration;
  readonly mapping: ContactMapping;
  readonly recordType: NewRecordType;
  /** What of it cannot work; the rest goes on. */
  readonly problems: readonly MailboxTrouble[];
}

/** Checks the settings of a configuration. */
export function readyConfiguration(
  configuration: Configuration,
  { fields, recordTypes }: ContactDescription,
): ReadyConfiguration {
  const { contacts } = configuration;
  const { mapping, problems } = contactMapping(configuration.mappings, fields);
  const recordType = newRecordType(contacts.recordType, recordTypes);
  const troubles: MailboxTrouble[] = problems.map(({ field, reason }) => ({
    code: 'TDM-C-MAPPING',
    field,
    detail: reason,
  }));
  if (recordType.kind === 'unusable' && flowsFrom('Exchange', contacts.direction))
    troubles.push({ code: 'TDM-C-RECORD-TYPE', field: 'RecordTypeId', detail: recordType.reason });
  return { configuration, mapping, recordType, problems: troubles };
}
