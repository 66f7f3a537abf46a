import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eventColumns, eventPolicyFrom } from './event-policy.ts';

const policyOf = (columns: object) =>
  eventPolicyFrom(
    z.object(eventColumns).parse({
      Relate_Attendees__c: true,
      Series__c: true,
      Description_To_Exchange__c: false,
      ...columns,
    }),
  );

describe('the settings for events', () => {
  it('have the documented default where nothing, or something unknown, is chosen', () => {
    const defaults = {
      direction: 'Off',
      selection: 'All',
      privateEvents: 'Skip',
      deletesToSalesforce: 'Keep',
      deletesToExchange: 'Keep',
      seriesDaysAhead: 90,
      windowDaysBack: 30,
      windowDaysAhead: 365,
      earlierEvents: 'Future',
      invitations: 'PeoplesEdits',
      conflictWinner: 'Salesforce',
    };
    expect(policyOf({})).toMatchObject(defaults);
    expect(policyOf({ Event_Direction__c: 'Sideways', Invitations__c: null })).toMatchObject(defaults);
  });

  it('keep numbers of days within what the fields allow', () => {
    const least = { Window_Days_Back__c: -1, Window_Days_Ahead__c: 0, Series_Days_Ahead__c: 0 };
    expect(policyOf(least)).toMatchObject({ windowDaysBack: 0, windowDaysAhead: 1, seriesDaysAhead: 1 });
    const most = { Window_Days_Back__c: 301, Window_Days_Ahead__c: 9999, Series_Days_Ahead__c: 45.5 };
    expect(policyOf(most)).toMatchObject({
      windowDaysBack: 300,
      windowDaysAhead: 1460,
      seriesDaysAhead: 45,
    });
  });
});
