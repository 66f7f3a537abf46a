import type { Asking } from './asking.ts';
import { startAsking } from './asking.ts';

type Fields = Record<string, string | number | boolean | null>;

/** Somebody whose events sync with a bridge in this process. */
export interface AskingAboutEvents extends Asking {
  /** Changes the configuration. */
  readonly set: (fields: Fields) => Promise<void>;
  /** The answer to why a record does not sync with Ada's mailbox. */
  readonly why: (recordId: string, by?: string) => Promise<Record<string, unknown>>;
  /** An event of half an hour that somebody makes in Salesforce, so and so many days from now; its id. */
  readonly records: (as: string, days: number, fields?: Fields) => Promise<string>;
  /** An event of half an hour that Ada makes in Outlook; its id. */
  readonly enters: (days: number, fields?: Record<string, unknown>) => Promise<string>;
  /** The record that was made of an event in Outlook, or of a date of it. */
  readonly recordOf: (event: string) => Promise<string>;
}

const dayMs = 86_400_000;

/** Ten o'clock (UTC) so and so many days from now, in the form of Graph. */
export const graphTime = (days: number, time = '10:00:00') => ({
  dateTime: `${new Date(Date.now() + days * dayMs).toISOString().slice(0, 10)}T${time}`,
  timeZone: 'UTC',
});

/** Starts both services and the bridge, with events synced both ways, and the bridge permitted to write those of others. */
export async function startAskingAboutEvents(settings: Fields = {}): Promise<AskingAboutEvents> {
  const asking = await startAsking();
  const { salesforce, exchange, configuration, admin, ada, rows } = asking;
  const bridge = (await rows('User')).find(({ LastName }) => LastName === 'Tandem')?.Id ?? '';
  const rights = ['ActivitiesAccess', 'EditEvent', 'ViewAllData', 'ModifyAllData'];
  const set = await salesforce.people.create({
    object: 'PermissionSet',
    fields: {
      Name: 'Events_of_others',
      Label: 'Events of others',
      ...Object.fromEntries(rights.map((right) => [`Permissions${right}`, true])),
    },
    as: admin,
  });
  await salesforce.people.create({
    object: 'PermissionSetAssignment',
    fields: { AssigneeId: bridge, PermissionSetId: set },
    as: admin,
  });
  const configure = async (fields: Fields) =>
    void (await salesforce.people.update({ id: configuration, fields }));
  await configure({ Event_Direction__c: 'Both', ...settings });
  return {
    ...asking,
    set: configure,
    why: async (Record_Id__c, by = ada) =>
      (await asking.asks(by, 'ExplainRecord', { Record_Id__c, User__c: ada })).result,
    records: (as, days, fields = {}) =>
      salesforce.people.create({
        object: 'Event',
        fields: {
          Subject: 'Call',
          StartDateTime: `${graphTime(days).dateTime}Z`,
          DurationInMinutes: 30,
          ...fields,
        },
        as,
      }),
    enters: async (days, fields = {}) =>
      (
        await exchange.people.createEvent('ada@example.com', {
          subject: 'Review',
          start: graphTime(days),
          end: graphTime(days, '10:30:00'),
          ...fields,
        })
      ).id,
    recordOf: async (event) => {
      const link = (await rows('Tandem_Link__c')).find(({ Exchange_Id__c }) =>
        String(Exchange_Id__c).startsWith(event),
      );
      return String(link?.Record_Id__c);
    },
  };
}
