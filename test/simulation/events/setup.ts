import type { EventPolicy } from '../../../bridge/src/domain/policy.ts';
import type { Chance } from '../machine/chance.ts';

/** What an admin set up for events; the winner of conflicts is that of contacts. */
export type EventSetup = Pick<
  EventPolicy,
  | 'direction'
  | 'privateEvents'
  | 'deletesToSalesforce'
  | 'deletesToExchange'
  | 'series'
  | 'seriesDaysAhead'
  | 'windowDaysBack'
  | 'windowDaysAhead'
  | 'earlierEvents'
  | 'invitations'
> & {
  /** Several contacts may be related to one event. */
  readonly sharedActivities: boolean;
  /** The run is about attendees: whom records are with is compared. */
  readonly attendees?: boolean;
  /** Some of those who attend are contacts or leads. */
  readonly guests?: boolean;
} & Partial<Pick<EventPolicy, 'relateAttendees' | 'descriptionToExchange'>>;

/** Monday morning in the week before Europe's clocks change: all runs with events begin there. */
export const springMorning = Date.UTC(2026, 2, 23, 8);

/** Windows are short, so that days that pass take events out of them and bring new dates. */
export function generateEventSetup(chance: Chance): EventSetup {
  const often = <Value>(usual: Value, others: readonly Value[]): Value =>
    chance.percent(60) ? usual : chance.one(others);
  return {
    direction: often('Both', ['ExchangeToSalesforce', 'SalesforceToExchange']),
    privateEvents: chance.one(['Skip', 'TimeOnly', 'Full']),
    deletesToSalesforce: often('Delete', ['Keep']),
    deletesToExchange: often('Delete', ['Keep']),
    series: chance.percent(85),
    seriesDaysAhead: chance.one([7, 14, 21]),
    windowDaysBack: chance.one([3, 10]),
    windowDaysAhead: chance.one([14, 30]),
    earlierEvents: often('Window', ['Future']),
    invitations: chance.one(['Never', 'PeoplesEdits', 'PeoplesEdits', 'Always']),
    sharedActivities: chance.percent(50),
  };
}

/** What few admins choose. */
export function generateRarePolicies(chance: Chance): Partial<EventSetup> {
  return {
    ...(chance.percent(8) && { relateAttendees: false }),
    ...(chance.percent(12) && { descriptionToExchange: true }),
    ...(chance.percent(8) && { earlierEvents: 'None' as const }),
  };
}

/** The fields of the configuration that say so. */
export function configurationFields(setup: EventSetup): Readonly<Record<string, unknown>> {
  return {
    Event_Direction__c: setup.direction,
    Private_Events__c: setup.privateEvents,
    Event_Deletes_To_Salesforce__c: setup.deletesToSalesforce,
    Event_Deletes_To_Exchange__c: setup.deletesToExchange,
    Series__c: setup.series,
    Series_Days_Ahead__c: setup.seriesDaysAhead,
    Window_Days_Back__c: setup.windowDaysBack,
    Window_Days_Ahead__c: setup.windowDaysAhead,
    Earlier_Events__c: setup.earlierEvents,
    Invitations__c: setup.invitations,
    ...(setup.relateAttendees !== undefined && { Relate_Attendees__c: setup.relateAttendees }),
    ...(setup.descriptionToExchange !== undefined && {
      Description_To_Exchange__c: setup.descriptionToExchange,
    }),
  };
}
