import { createRecord } from 'lightning/uiRecordApi';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { graphql as adapter } from 'lightning/graphql';
import type { RecordLink } from 'c/tandemLink';
import TandemRecordStatus from 'c/tandemRecordStatus';
import { objectInfo } from 'tests/fields';
import type { GraphqlStub } from 'tests/graphql-stub';
import { issueNode, issuePage } from 'tests/issues';
import { ended, linkNode as link, linksPage } from 'tests/links';
import { liveData, requestNode } from 'tests/mailboxes';
import { settled, show, tell, type Shown } from 'tests/show';

jest.mock('@salesforce/user/Id', () => ({ __esModule: true, default: '005Maya' }), { virtual: true });

const graphql = adapter as unknown as GraphqlStub;
type Variables = { variables?: Record<string, unknown> };
const aboutLinks = ({ variables = {} }: Variables) => 'recordIds' in variables;
let askedIssues = '';
const aboutIssues = ({ variables = {} }: Variables) => {
  if (!('where' in variables)) return false;
  askedIssues = JSON.stringify(variables);
  return true;
};
const aboutLive = ({ variables = {} }: Variables) => 'requests' in variables;
const create = createRecord as jest.Mock;

type Config = { objectApiName?: string | { objectApiName: string } };
const objects = getObjectInfo as unknown as {
  emit(data: object, which?: (config: Config) => boolean): void;
  error(body?: object, status?: number): void;
};
const usesTandem = () =>
  objects.emit(objectInfo('Tandem_Link__c', []), ({ objectApiName }) =>
    JSON.stringify(objectApiName ?? null).includes('Tandem_Link__c'),
  );

type Stated = HTMLElement & { link: RecordLink; namesPerson: boolean };
const states = (shown: Shown<object>) => shown.findAll<Stated>('c-tandem-link-state');

const refreshed = jest.fn().mockResolvedValue(undefined);
async function card(links: object[], issues: object[] = []) {
  const shown = show('c-tandem-record-status', TandemRecordStatus, {
    recordId: '003a',
    objectApiName: 'Contact',
  });
  await settled();
  usesTandem();
  await settled();
  graphql.emit(linksPage(links), aboutLinks, refreshed);
  await settled();
  graphql.emit(issuePage(issues), aboutIssues, refreshed);
  await settled();
  return shown;
}
const beAdmin = async () => {
  const info = { ...objectInfo('Tandem_Configuration__c', []), updateable: true };
  objects.emit(info);
  await settled();
};

describe('how a record syncs', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    jest.clearAllMocks();
    create.mockResolvedValue({ id: 'r1' });
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('loads, then says how it syncs', async () => {
    const loading = show('c-tandem-record-status', TandemRecordStatus, { recordId: '003a' });
    usesTandem();
    await settled();
    expect(loading.text()).toContain('Loading');
    loading.element.remove();
    const shown = await card([link('Maya')]);
    expect(states(shown)).toMatchObject([{ link: { state: 'Syncs with Outlook' }, namesPerson: false }]);
    expect(shown.findAll('lightning-button')).toHaveLength(0);
  });

  it('says why a link was ended, unless a live one followed it', async () => {
    const shown = await card([link('Maya', ended)]);
    expect(states(shown)[0]?.link.state).toBe('No longer syncs: Moved out of the folder');
    expect(shown.text()).toContain('This record does not sync with your mailbox.');
    shown.element.remove();
    const again = await card([link('Maya'), link('Maya', { ...ended, Id: 'old' })]);
    expect(states(again)).toHaveLength(1);
  });

  it('shows what hinders it, of the record or only of its item, and settles it', async () => {
    const shown = await card([link('Maya')], [issueNode('i1')]);
    expect(askedIssues).toContain('"Exchange_Id__c":{"in":["item of Maya"]}');
    const detail = shown.find<HTMLElement & { issue: { id: string } }>('c-tandem-issue-detail');
    expect(detail.issue.id).toBe('i1');
    tell(detail, 'request', { kind: 'Retry', abouts: [{ issueId: 'i1', userId: '005Maya' }] });
    await settled();
    expect(create).toHaveBeenCalledTimes(1);
  });

  it('lists attendees whom nobody stands for, and asks who one of them is', async () => {
    type Listed = HTMLElement & { unmatched: object; isWaiting: boolean };
    const attendees = { Unmatched_Attendees__c: { value: 'ana@customer.test\nben@customer.test\n+ 150' } };
    const shown = await card([link('Maya', attendees)]);
    const listed = () => shown.find<Listed>('c-tandem-unmatched');
    expect(listed().unmatched).toEqual({ attendees: ['ana@customer.test', 'ben@customer.test'], more: 150 });
    const parameters = { attendee: 'ana@customer.test', recordId: '003Ana' };
    const abouts = [{ recordId: '003a', userId: '005Maya', parameters }];
    tell(listed(), 'request', { kind: 'ChooseContact', abouts });
    await settled();
    const fields = { Kind__c: 'ChooseContact', Record_Id__c: '003a', User__c: '005Maya' };
    expect(create).toHaveBeenCalledWith({
      apiName: 'Tandem_Request__c',
      fields: { ...fields, Parameters__c: JSON.stringify(parameters) },
    });
    const choose = (status: string, result: string | null = null) => ({
      ...requestNode('r1', 'Maya', status, result),
      Kind__c: { value: 'ChooseContact', displayValue: 'Choose contact' },
    });
    graphql.emit(liveData(null, [choose('New')]), aboutLive, refreshed);
    await settled();
    expect(listed().isWaiting).toBe(true);
    const answer = JSON.stringify({ message: 'The event is with them.' });
    graphql.emit(liveData(null, [choose('Done', answer)]), aboutLive, refreshed);
    await settled();
    expect(listed().isWaiting).toBe(false);
    expect(shown.text()).toContain('The event is with them.');
  });

  it('names no attendees of an event that no longer syncs', async () => {
    const shown = await card([link('Maya', { ...ended, Unmatched_Attendees__c: { value: 'a@b.test' } })]);
    const { unmatched } = shown.find<HTMLElement & { unmatched: object }>('c-tandem-unmatched');
    expect(unmatched).toEqual({ attendees: [], more: 0 });
  });

  it('says how it syncs where the person may not see some fields of links, and names those', async () => {
    const { Web_Link__c, Unmatched_Attendees__c, Series__c, ...seen } = link('Maya');
    expect([Web_Link__c, Unmatched_Attendees__c, Series__c]).toHaveLength(3);
    const shown = await card([seen]);
    expect(states(shown)).toMatchObject([{ link: { state: 'Syncs with Outlook' } }]);
    expect(shown.text()).toContain('Series__c, Web_Link__c, Unmatched_Attendees__c');
  });

  it('asks the bridge why it does not sync, and shows the answer', async () => {
    const shown = await card([]);
    const why = () => shown.find<HTMLElement & { disabled: boolean }>('lightning-button');
    tell(why(), 'click');
    await settled();
    expect(create).toHaveBeenCalledWith({
      apiName: 'Tandem_Request__c',
      fields: { Kind__c: 'ExplainRecord', Record_Id__c: '003a', User__c: '005Maya' },
    });
    const explain = (status: string, result: string | null = null) => ({
      ...requestNode('r1', 'Maya', status, result),
      Kind__c: { value: 'ExplainRecord', displayValue: 'Explain record' },
    });
    graphql.emit(liveData(null, [explain('New')]), aboutLive, refreshed);
    await settled();
    expect(shown.text()).toContain('waiting for the bridge');
    expect(why().disabled).toBe(true);
    expect(shown.findAll('c-tandem-bridge-state')).toHaveLength(1);
    jest.advanceTimersByTime(5_000);
    expect(refreshed).toHaveBeenCalled();
    const answer = JSON.stringify({ message: 'It belongs to somebody else.', remedy: 'Ask for it.' });
    graphql.emit(liveData('2026-03-01T09:00:00.000Z', [explain('Done', answer)]), aboutLive, refreshed);
    await settled();
    expect(shown.text()).toContain('It belongs to somebody else. Ask for it.');
    expect(shown.findAll('c-tandem-bridge-state')).toHaveLength(0);
  });

  it('shows an admin everybody’s links by name, without their way into Outlook', async () => {
    const shown = await card([link('Jonas'), link('Aiko')]);
    await beAdmin();
    expect(states(shown)).toMatchObject([
      { link: { person: 'Jonas', webLink: undefined }, namesPerson: true },
      { link: { person: 'Aiko', webLink: undefined }, namesPerson: true },
    ]);
    expect(shown.findAll('lightning-button')).toHaveLength(0);
  });

  it('names nobody when an admin asks why, who is told of the owner', async () => {
    const shown = await card([]);
    await beAdmin();
    expect(shown.text()).toContain('This record syncs with no mailbox.');
    tell(shown.find('lightning-button'), 'click');
    await settled();
    expect(create.mock.calls[0]).toEqual([
      { apiName: 'Tandem_Request__c', fields: { Kind__c: 'ExplainRecord', Record_Id__c: '003a' } },
    ]);
  });

  it('shows the events of a lead, which does not sync itself', async () => {
    const shown = show('c-tandem-record-status', TandemRecordStatus, {
      recordId: '00Qa',
      objectApiName: 'Lead',
    });
    usesTandem();
    await settled();
    const events = shown.find<HTMLElement & { recordId: string }>('c-tandem-lead-events');
    expect(events.recordId).toBe('00Qa');
    expect(shown.findAll('lightning-button')).toHaveLength(0);
  });

  it('shows nothing to colleagues who do not use Tandem, and asks nothing for them', async () => {
    const shown = show('c-tandem-record-status', TandemRecordStatus, { recordId: '003a' });
    expect(shown.findAll('lightning-card')).toHaveLength(0);
    objects.error({ errorCode: 'INSUFFICIENT_ACCESS' }, 403);
    await settled();
    expect(shown.findAll('lightning-card')).toHaveLength(0);
  });

  it('says that the links could not be read, and tries again', async () => {
    const shown = await card([]);
    graphql.emitErrors([{ message: 'The org is busy.' }], aboutLinks, refreshed);
    await settled();
    const panel = shown.find<HTMLElement & { message: string }>('c-tandem-error-panel');
    expect(panel.message).toBe('How this record syncs could not be read.');
    expect(shown.findAll('lightning-button')).toHaveLength(0);
    tell(panel, 'retry');
    expect(refreshed).toHaveBeenCalled();
  });
});
