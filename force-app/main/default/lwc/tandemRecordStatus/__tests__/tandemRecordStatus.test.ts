import { createRecord, getRecord } from 'lightning/uiRecordApi';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { graphql as adapter } from 'lightning/graphql';
import TandemRecordStatus from 'c/tandemRecordStatus';
import { objectInfo } from 'tests/fields';
import type { GraphqlStub } from 'tests/graphql-stub';
import { issueNode, issuePage } from 'tests/issues';
import { liveData, requestNode } from 'tests/mailboxes';
import { settled, show, tell } from 'tests/show';

jest.mock('@salesforce/user/Id', () => ({ __esModule: true, default: '005Maya' }), { virtual: true });

const graphql = adapter as unknown as GraphqlStub;
type Variables = { variables?: Record<string, unknown> };
const aboutLinks = ({ variables = {} }: Variables) => 'recordId' in variables;
let askedIssues = '';
const aboutIssues = ({ variables = {} }: Variables) => {
  if (!('where' in variables)) return false;
  askedIssues = JSON.stringify(variables);
  return true;
};
const aboutLive = ({ variables = {} }: Variables) => 'requests' in variables;
const create = createRecord as jest.Mock;

const field = (value: unknown, displayValue: unknown = value) => ({ value, displayValue });
const link = (name: string, more: object = {}) => ({
  Id: `link of ${name}`,
  State__c: field('Live'),
  Reason__c: field(null),
  Exchange_Id__c: field(`item of ${name}`),
  Last_Synced__c: field('2026-03-01T09:00:00.000Z'),
  Last_Synced_From__c: field('Exchange'),
  Web_Link__c: field('https://outlook.example/item'),
  Mailbox__r: {
    Email__c: field(`${name}@fernhill.example`),
    User__c: field(`005${name}`),
    User__r: { Name: field(name) },
  },
  ...more,
});
const ended = { State__c: field('Suppressed'), Reason__c: field('MovedOut', 'Moved out of the folder') };

type Config = { objectApiName?: string | { objectApiName: string } };
const objects = getObjectInfo as unknown as {
  emit(data: object, which?: (config: Config) => boolean): void;
  error(body?: object, status?: number): void;
};
const usesTandem = () =>
  objects.emit(objectInfo('Tandem_Link__c', []), ({ objectApiName }) =>
    JSON.stringify(objectApiName ?? null).includes('Tandem_Link__c'),
  );

const refreshed = jest.fn().mockResolvedValue(undefined);
async function card(links: object[], issues: object[] = []) {
  const shown = show('c-tandem-record-status', TandemRecordStatus, {
    recordId: '003a',
    objectApiName: 'Contact',
  });
  await settled();
  usesTandem();
  await settled();
  graphql.emit(
    { uiapi: { query: { Tandem_Link__c: { edges: links.map((node) => ({ node })) } } } },
    aboutLinks,
    refreshed,
  );
  await settled();
  graphql.emit(issuePage(issues), aboutIssues, refreshed);
  await settled();
  return shown;
}
const beAdmin = async () => {
  const info = { ...objectInfo('Tandem_Configuration__c', []), updateable: true };
  objects.emit(info);
  const record = { fields: { OwnerId: { value: '005Jonas' } } };
  (getRecord as unknown as { emit(data: object): void }).emit(record);
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

  it('loads, then says when and from which side it was last synced, and opens it in Outlook', async () => {
    const loading = show('c-tandem-record-status', TandemRecordStatus, { recordId: '003a' });
    usesTandem();
    await settled();
    expect(loading.text()).toContain('Loading');
    loading.element.remove();
    const shown = await card([link('Maya')]);
    expect(shown.text()).toContain('Syncs with Outlook');
    expect(shown.text()).toContain('From Exchange');
    expect(shown.find<HTMLAnchorElement>('a').href).toBe('https://outlook.example/item');
    expect(shown.text()).not.toContain('Maya');
    expect(shown.findAll('lightning-button')).toHaveLength(0);
  });

  it('says that both sides have been the same where nothing was ever written', async () => {
    const shown = await card([
      link('Maya', { Last_Synced__c: field(null), Last_Synced_From__c: field(null) }),
    ]);
    expect(shown.text()).toContain('Both sides have been the same since they were paired.');
  });

  it('says why a link was ended, unless a live one followed it', async () => {
    const shown = await card([link('Maya', ended)]);
    expect(shown.text()).toContain('No longer syncs: Moved out of the folder');
    expect(shown.findAll('a')).toHaveLength(0);
    expect(shown.text()).toContain('This record does not sync with your mailbox.');
    shown.element.remove();
    const again = await card([link('Maya'), link('Maya', { ...ended, Id: 'old' })]);
    expect(again.text()).not.toContain('No longer syncs');
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

  it('opens the contacts of Outlook where the item has no address of its own', async () => {
    const shown = await card([link('Maya', { Web_Link__c: field(null) })]);
    expect(shown.find<HTMLAnchorElement>('a').href).toBe('https://outlook.office.com/people/');
  });

  it('shows an admin everybody’s links by name, without their way into Outlook', async () => {
    const shown = await card([link('Jonas'), link('Aiko')]);
    await beAdmin();
    expect(shown.text()).toContain('Jonas');
    expect(shown.text()).toContain('Aiko');
    expect(shown.findAll('a')).toHaveLength(0);
    expect(shown.findAll('lightning-button')).toHaveLength(0);
  });

  it('asks for the owner when an admin asks why', async () => {
    const shown = await card([]);
    await beAdmin();
    expect(shown.text()).toContain('This record syncs with no mailbox.');
    tell(shown.find('lightning-button'), 'click');
    await settled();
    expect(create.mock.calls[0]).toMatchObject([{ fields: { User__c: '005Jonas' } }]);
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
