import { graphql as adapter } from 'lightning/graphql';
import TandemAttendees from 'c/tandemAttendees';
import type { GraphqlStub } from 'tests/graphql-stub';
import { went } from 'tests/navigation-stub';
import { settled, show } from 'tests/show';

const graphql = adapter as unknown as GraphqlStub;
const field = (value: unknown) => ({ value });
const link = (recordId: string, ...attendees: string[]) => ({
  node: {
    Id: `link of ${recordId}`,
    State__c: field('Live'),
    Record_Id__c: field(recordId),
    Last_Synced__c: field('2026-06-01T09:00:00.000Z'),
    Unmatched_Attendees__c: field(attendees.join('\n')),
  },
});
const links = (edges: readonly object[], totalCount = edges.length) => ({
  uiapi: { query: { Tandem_Link__c: { edges, totalCount } } },
});
async function screen(data: object, properties: object = {}) {
  const shown = show('c-tandem-attendees', TandemAttendees, properties);
  await settled();
  graphql.emit(data);
  await settled();
  return shown;
}

describe('the attendees for whom nobody stands', () => {
  afterEach(() => document.body.replaceChildren());

  it('are listed with how many events they attend, the most first, and lead to the newest of these', async () => {
    const shown = await screen(
      links([link('00Ufair', 'ana@customer.test', 'bo@customer.test'), link('00Udemo', 'bo@customer.test')]),
    );
    expect(shown.findAll('li').map(({ textContent }) => textContent)).toEqual([
      'bo@customer.testEvents: 2',
      'ana@customer.testEvents: 1',
    ]);
    shown.find('lightning-button').click();
    expect(went.at(-1)).toMatchObject({ attributes: { recordId: '00Ufair', objectApiName: 'Event' } });
  });

  it('are shown ten at a time, and it is said when more events have some than were read', async () => {
    const many = Array.from({ length: 12 }, (_none, index) => `guest${index}@customer.test`);
    const shown = await screen(links([link('00Ufair', ...many, '+ 30')], 1_500));
    expect(shown.text()).toContain('These are of the 1 events that were synced last, of 1,500.');
    expect(shown.findAll('li')).toHaveLength(10);
    shown.findAll<HTMLElement>('lightning-button').at(-1)?.click();
    await settled();
    expect(shown.findAll('li')).toHaveLength(12);
  });

  it('are nothing to see where there are none, or to who may not see them', async () => {
    const shown = await screen(links([]));
    expect(shown.findAll('section')).toHaveLength(0);
    graphql.emitErrors([{ message: 'FieldUndefined' }]);
    await settled();
    expect(shown.findAll('section')).toHaveLength(0);
  });
});
