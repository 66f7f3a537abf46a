import { createRecord } from 'lightning/uiRecordApi';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { graphql as adapter } from 'lightning/graphql';
import type { Mailbox } from 'c/tandemMailbox';
import TandemMySync from 'c/tandemMySync';
import { fieldInfo, objectInfo } from 'tests/fields';
import type { GraphqlStub } from 'tests/graphql-stub';
import 'tests/intersections';
import { liveData, mailboxNode, mailboxPage, requestNode } from 'tests/mailboxes';
import { settled, show, tell, type Shown } from 'tests/show';

jest.mock('@salesforce/user/Id', () => ({ __esModule: true, default: '005Maya' }), { virtual: true });

const graphql = adapter as unknown as GraphqlStub;
type Variables = { variables?: Record<string, unknown> };
const aboutMine = ({ variables = {} }: Variables) =>
  JSON.stringify(variables).includes('"User__c":{"eq":"005Maya"}');
const aboutSettings = ({ variables = {} }: Variables) => 'userId' in variables;
const aboutLive = ({ variables = {} }: Variables) => 'requests' in variables;

const refreshed = jest.fn().mockResolvedValue(undefined);
async function mySync(mailboxes: object[], properties: object = {}) {
  const shown = show('c-tandem-my-sync', TandemMySync, properties as Record<string, unknown>);
  await settled();
  graphql.emit(mailboxPage(mailboxes), aboutMine, refreshed);
  await settled();
  return shown;
}
async function giveSettings(direction: string, events = 'Off', selection = 'All') {
  const field = (value: string) => ({ value, displayValue: `${value} in words` });
  const Configuration__r = {
    Name: field('Sales team'),
    Contact_Direction__c: field(direction),
    Contact_Scope__c: field('Own'),
    Contact_Deletes_To_Salesforce__c: field('Keep'),
    Contact_Deletes_To_Exchange__c: field('Keep'),
    Unknown_Company__c: field('Leave'),
    Conflict_Winner__c: field('Salesforce'),
    Event_Direction__c: field(events),
    Event_Selection__c: field(selection),
    Private_Events__c: field('Skip'),
    Invitations__c: field('PeoplesEdits'),
  };
  const query = { Tandem_Mailbox__c: { edges: [{ node: { Configuration__r } }] } };
  graphql.emit({ uiapi: { query } }, aboutSettings, refreshed);
  const info = objectInfo('Tandem_Configuration__c', [
    fieldInfo('Contact_Direction__c', 'Picklist', { label: 'Contact Direction' }),
  ]);
  (getObjectInfo as unknown as { emit(data: object): void }).emit(info);
  await settled();
}
const kinds = (shown: Shown<object>) => shown.findAll('[data-kind]').map(({ dataset }) => dataset['kind']);
const headings = (shown: Shown<object>) => shown.findAll('h3').map(({ textContent }) => textContent);

describe('my sync', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    refreshed.mockClear();
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('says how the own mailbox stands, and whether the bridge is there', async () => {
    const shown = await mySync([mailboxNode('Maya', { Contacts_Problem__c: 'TDM-M-HELD' })]);
    expect(shown.findAll('c-tandem-bridge-state')).toHaveLength(0);
    graphql.emit(liveData(null), aboutLive, refreshed);
    await settled();
    expect(shown.findAll('c-tandem-bridge-state')).toHaveLength(1);
    const { mailbox } = shown.find<HTMLElement & { mailbox: Mailbox }>('c-tandem-mailbox-state');
    expect([mailbox.contacts.label, mailbox.problem]).toEqual(['In sync', 'TDM-M-HELD']);
    expect(kinds(shown)).toEqual(['SyncNow', 'Pause']);
  });

  it('pauses and resumes, and asks for nothing twice meanwhile', async () => {
    (createRecord as jest.Mock).mockResolvedValue({ id: 'r1' });
    const shown = await mySync([mailboxNode('Maya', { Contacts_State__c: 'Paused' })]);
    expect(kinds(shown)).toEqual(['SyncNow', 'Resume']);
    tell(shown.find('[data-kind="Resume"]'), 'click');
    await settled();
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'Tandem_Request__c',
      fields: { Kind__c: 'Resume', User__c: '005Maya' },
    });
    graphql.emit(
      liveData(null, [requestNode('other', 'Maya', 'New'), requestNode('r1', 'Maya', 'Running')]),
      aboutLive,
      refreshed,
    );
    await settled();
    expect(shown.text()).toContain('waiting for the bridge');
    expect(shown.find<HTMLElement & { disabled: boolean }>('[data-kind]').disabled).toBe(true);
    jest.advanceTimersByTime(5_000);
    expect(refreshed).toHaveBeenCalledTimes(2);
  });

  it('says how to start and what was set up, as the direction is', async () => {
    const shown = await mySync([mailboxNode('Maya')]);
    await giveSettings('Both');
    expect(headings(shown)).toEqual(['How it works', 'What your admin set up']);
    expect(shown.find('ol').textContent).toContain('Salesforce_Sync');
    expect(shown.findAll('ol li')).toHaveLength(4);
    expect(shown.text()).toContain('Contact Direction');
    expect(shown.text()).toContain('Both in words');
    expect(shown.text()).toContain('Own in words');
    await giveSettings('SalesforceToExchange');
    expect(shown.findAll('ol li')).toHaveLength(2);
    expect(shown.text()).not.toContain('Leave in words');
    await giveSettings('ExchangeToSalesforce');
    expect(shown.findAll('ol li')).toHaveLength(3);
    expect(shown.text()).not.toContain('Own in words');
    await giveSettings('Off');
    expect(headings(shown)).toEqual(['What your admin set up']);
  });

  it('says how events sync, all of them or those that are marked', async () => {
    const shown = await mySync([mailboxNode('Maya', { Events_State__c: 'InSync' })]);
    await giveSettings('Off', 'Both');
    expect(shown.find('ol').textContent).toContain('sync by themselves');
    expect(shown.text()).toContain('Skip in words');
    expect(shown.text()).toContain('PeoplesEdits in words');
    await giveSettings('Off', 'ExchangeToSalesforce', 'Marked');
    expect(shown.find('ol').textContent).toContain('category Salesforce');
    expect(shown.text()).not.toContain('PeoplesEdits in words');
  });

  it('shows the own issues, where there are any', async () => {
    const shown = await mySync([mailboxNode('Maya', { Open_Issues__c: 2 })], {
      flexipageRegionWidth: 'LARGE',
    });
    await settled(40);
    const browser = shown.find<HTMLElement & { mailboxId: string; isNarrow: boolean }>('[data-issues]');
    expect(browser.mailboxId).toBe('a00Maya');
    expect(browser.isNarrow).toBe(false);
  });

  it('says whom to ask when nothing syncs', async () => {
    const shown = await mySync([]);
    const empty = shown.find<HTMLElement & { heading: string; hint: string }>('c-tandem-empty');
    expect(empty.heading).toBe('Your mailbox does not sync.');
    expect(empty.hint).toContain('admin of Tandem');
  });

  it('says that it cannot be read, and nothing of the bridge, to who lacks the permission', async () => {
    const shown = await mySync([]);
    graphql.emitErrors([{ message: "Field 'Tandem_Mailbox__c' is undefined" }], aboutMine, refreshed);
    graphql.emitErrors([{ message: "Field 'Tandem_Bridge__c' is undefined" }], aboutLive, refreshed);
    await settled();
    expect(shown.findAll('c-tandem-error-panel')).toHaveLength(1);
    expect(shown.findAll('c-tandem-bridge-state')).toHaveLength(0);
    tell(shown.find('lightning-button-icon'), 'click');
    expect(refreshed).toHaveBeenCalledTimes(2);
  });
});
