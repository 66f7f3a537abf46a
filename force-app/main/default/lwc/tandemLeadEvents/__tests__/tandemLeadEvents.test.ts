import getEvents from '@salesforce/apex/TandemLeadEvents.getEvents';
import TandemLeadEvents from 'c/tandemLeadEvents';
import { graphql as adapter } from 'lightning/graphql';
import type { GraphqlStub } from 'tests/graphql-stub';
import { linkNode, linksPage } from 'tests/links';
import { went } from 'tests/navigation-stub';
import { settled, show } from 'tests/show';

jest.mock('@salesforce/user/Id', () => ({ __esModule: true, default: '005Maya' }), { virtual: true });
jest.mock(
  '@salesforce/apex/TandemLeadEvents.getEvents',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
const events = getEvents as unknown as { emit(data: unknown): void; error(body?: unknown): void };
const graphql = adapter as unknown as GraphqlStub;

const demo = { Id: '00Ua', Subject: 'Demo', StartDateTime: '2026-03-02T09:00:00.000Z' };
const fair = { Id: '00Ub', Subject: 'Fair', StartDateTime: '2026-03-07T00:00:00.000Z', IsAllDayEvent: true };

async function list(found: object[], links: object[] = []) {
  const shown = show('c-tandem-lead-events', TandemLeadEvents, { recordId: '00Qa' });
  expect(shown.text()).toContain('Loading');
  events.emit(found);
  await settled();
  graphql.emit(linksPage(links));
  await settled();
  return shown;
}

describe('the events of a lead', () => {
  afterEach(() => document.body.replaceChildren());

  it('are shown with how each syncs, or that it does not', async () => {
    const shown = await list([demo, fair], [linkNode('Maya', { Record_Id__c: { value: '00Ua' } })]);
    expect(shown.findAll('a').map(({ textContent }) => textContent)).toEqual(['Demo', 'Fair']);
    const states = shown.findAll<HTMLElement & { link: { recordId: string } }>('c-tandem-link-state');
    expect(states.map(({ link }) => link.recordId)).toEqual(['00Ua']);
    expect(shown.text()).toContain('Does not sync');
  });

  it('show the day of an all-day event as it is in every zone', async () => {
    const shown = await list([fair]);
    const when = shown.find<HTMLElement & { timeZone: string; hour: string }>(
      'lightning-formatted-date-time',
    );
    expect([when.timeZone, when.hour]).toEqual(['UTC', undefined]);
  });

  it('open their pages', async () => {
    const shown = await list([demo]);
    shown.find('a').click();
    expect(went.at(-1)).toMatchObject({ attributes: { recordId: '00Ua', objectApiName: 'Event' } });
  });

  it('are none where the lead has none', async () => {
    expect((await list([])).text()).toBe('No event is related to this lead.');
  });

  it('name the people for an admin, whose events they are not', async () => {
    const shown = await list([demo], [linkNode('Jonas', { Record_Id__c: { value: '00Ua' } })]);
    const state = shown.find<HTMLElement & { namesPerson: boolean }>('c-tandem-link-state');
    expect(state.namesPerson).toBe(true);
  });

  it('say that only the latest are shown where there are very many', async () => {
    const many = Array.from({ length: 50 }, (_none, index) => ({ ...demo, Id: `00U${index}` }));
    expect((await list(many)).text()).toContain('Only the latest 50 are shown.');
  });

  it('say when they could not be read', async () => {
    const shown = show('c-tandem-lead-events', TandemLeadEvents, { recordId: '00Qa' });
    events.error({ message: 'No access' });
    await settled();
    const panel = shown.find<HTMLElement & { message: string }>('c-tandem-error-panel');
    expect(panel.message).toBe('The events of this lead could not be read.');
  });
});
