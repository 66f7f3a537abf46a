/** What is synced. */
export type Kind = 'Contact' | 'Event';

/** One of the two sides of a link. */
export type Side = 'Exchange' | 'Salesforce';

/** Where changes may flow, for a configuration. */
export type Direction = 'Off' | 'ExchangeToSalesforce' | 'SalesforceToExchange' | 'Both';

/** Where a change flowed. */
export type Flow = 'ExchangeToSalesforce' | 'SalesforceToExchange';

/** The part of a mailbox that is synced; further folders and calendars get their own scope. */
export type Scope = 'contacts' | 'calendar';

/** Whether changes made on this side may be written to the other one. */
export function flowsFrom(side: Side, direction: Direction): boolean {
  return (
    direction === 'Both' ||
    direction === (side === 'Exchange' ? 'ExchangeToSalesforce' : 'SalesforceToExchange')
  );
}
