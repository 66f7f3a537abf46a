import { z } from 'zod';
import type { EventPolicy } from '../../domain/policy.ts';

const deletes = z.enum(['Keep', 'Delete']).catch('Keep');

/** A number of days within its documented range; what is empty or no number counts as its default. */
const days = (from: number, until: number, usual: number) =>
  z
    .number()
    .transform((given) => Math.min(until, Math.max(from, Math.trunc(given))))
    .catch(usual);

/** What a row of Tandem_Configuration__c says of events; an empty or unknown choice counts as its documented default. */
export const eventColumns = {
  Event_Direction__c: z.enum(['Off', 'ExchangeToSalesforce', 'SalesforceToExchange', 'Both']).catch('Off'),
  Event_Selection__c: z.enum(['All', 'Marked']).catch('All'),
  Private_Events__c: z.enum(['Skip', 'TimeOnly', 'Full']).catch('Skip'),
  Event_Deletes_To_Salesforce__c: deletes,
  Event_Deletes_To_Exchange__c: deletes,
  Relate_Attendees__c: z.boolean(),
  Series__c: z.boolean(),
  Series_Days_Ahead__c: days(1, 999, 90),
  Window_Days_Back__c: days(0, 300, 30),
  Window_Days_Ahead__c: days(1, 1460, 365),
  Earlier_Events__c: z.enum(['Future', 'Window', 'None']).catch('Future'),
  Invitations__c: z.enum(['Never', 'PeoplesEdits', 'Always']).catch('PeoplesEdits'),
  Description_To_Exchange__c: z.boolean(),
  Conflict_Winner__c: z.enum(['Salesforce', 'Exchange', 'Latest']).catch('Salesforce'),
};

type EventColumns = {
  readonly [Column in keyof typeof eventColumns]: z.output<(typeof eventColumns)[Column]>;
};

/** The columns in the bridge's words. */
export function eventPolicyFrom(columns: EventColumns): EventPolicy {
  return {
    direction: columns.Event_Direction__c,
    selection: columns.Event_Selection__c,
    privateEvents: columns.Private_Events__c,
    deletesToSalesforce: columns.Event_Deletes_To_Salesforce__c,
    deletesToExchange: columns.Event_Deletes_To_Exchange__c,
    relateAttendees: columns.Relate_Attendees__c,
    series: columns.Series__c,
    seriesDaysAhead: columns.Series_Days_Ahead__c,
    windowDaysBack: columns.Window_Days_Back__c,
    windowDaysAhead: columns.Window_Days_Ahead__c,
    earlierEvents: columns.Earlier_Events__c,
    invitations: columns.Invitations__c,
    descriptionToExchange: columns.Description_To_Exchange__c,
    conflictWinner: columns.Conflict_Winner__c,
  };
}
