import { createRecord } from 'lightning/uiRecordApi';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { graphql as adapter } from 'lightning/graphql';
import LightningConfirm from 'lightning/confirm';
import type { Issue } from 'c/tandemIssue';
import TandemIssueBrowser from 'c/tandemIssueBrowser';
import { objectInfo } from 'tests/fields';
import type { GraphqlStub } from 'tests/graphql-stub';
import 'tests/intersections';
import { issueNode, issuePage, reasonCounts } from 'tests/issues';
import { liveData, requestNode } from 'tests/mailboxes';
import { settled, show, tell, type Shown } from 'tests/show';

const graphql = adapter as unknown as GraphqlStub;
type Variables = { variables?: Record<string, unknown> };
type Table = HTMLElement & { entries: { issue: { id: string }; request?: { text: string } }[] };
type Detail = HTMLElement & { issue: { isOpen: boolean }; request?: { answer?: string }; isAdmin: boolean };

let asked: Record<string, unknown> = {};
const text = (variables: object) => JSON.stringify(variables);
const aboutReasons = ({ variables = {} }: Variables) => 'where' in variables && !('after' in variables);
const aboutChanges = ({ variables = {} }: Variables) =>
  'after' in variables && text(variables).includes('"Closed_At__c"');
const aboutPage = ({ variables = {} }: Variables) => {
  if (!('after' in variables) || aboutChanges({ variables })) return false;
  asked = variables;
  return true;
};
const aboutLive = ({ variables = {} }: Variables) => 'requests' in variables;

let refreshed: jest.Mock;
const browser = (properties: object = {}) =>
  show('c-tandem-issue-browser', TandemIssueBrowser, properties as Record<string, unknown>);
async function give(
  counts: Record<string, number>,
  nodes: object[] = [],
  cursor: string | null = null,
  total?: number,
) {
  graphql.emit(reasonCounts(counts), aboutReasons, refreshed);
  await settled();
  graphql.emit(issuePage(nodes, cursor, total), aboutPage, refreshed);
  await settled();
}
const shownIds = (shown: Shown<object>) =>
  shown.find<Table>('c-tandem-issue-table').entries.map(({ issue }) => issue.id);

describe('issues by reason', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    refreshed = jest.fn().mockResolvedValue(undefined);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('loads, then shows the reasons with their numbers, and the issues of the most frequent one', async () => {
    const shown = browser();
    await settled();
    expect(shown.findAll('lightning-spinner')).toHaveLength(1);
    await give({ 'TDM-C-NAMELESS': 1, 'TDM-C-COMPANY': 2 }, [issueNode('i1'), issueNode('i2')]);
    expect(shown.findAll('lightning-spinner')).toHaveLength(0);
    const headings = shown.findAll('h2').map(({ textContent }) => textContent);
    expect(headings[0]).toMatch(/^No account has the name of this company.*2$/);
    expect(headings[1]).toMatch(/^The contact has no name.*1$/);
    expect(shown.text()).toContain('Issues: 3. Reasons: 2.');
    expect(shown.text()).toContain('2 of 2 shown');
    expect(shownIds(shown)).toEqual(['i1', 'i2']);
  });

  it('shows the issues of another reason, and closes it again', async () => {
    const shown = browser();
    await settled();
    await give({ 'TDM-C-COMPANY': 2, 'TDM-C-NAMELESS': 1 }, [issueNode('i1')]);
    const button = () => shown.find('[data-code="TDM-C-NAMELESS"]');
    button().click();
    await settled();
    expect(shown.text()).toContain('Loading');
    graphql.emit(issuePage([issueNode('i9')]), aboutPage, refreshed);
    await settled();
    expect(text(asked)).toContain('{"Code__c":{"eq":"TDM-C-NAMELESS"}}');
    expect(shownIds(shown)).toEqual(['i9']);
    expect(button().getAttribute('aria-expanded')).toBe('true');
    button().click();
    await settled();
    expect(shown.findAll('c-tandem-issue-table')).toHaveLength(0);
  });

  it('goes on page by page through 2,000 issues', async () => {
    const shown = browser();
    await settled();
    await give({ 'TDM-C-COMPANY': 2000 }, [issueNode('i1')], 'cursor', 2000);
    expect(shown.text()).toContain('1 of 2,000 shown');
    tell(shown.find('c-tandem-issue-table'), 'more');
    tell(shown.find('c-tandem-issue-table'), 'more');
    await settled();
    graphql.emit(issuePage([issueNode('i1'), issueNode('i2')], null, 2000), aboutPage, refreshed);
    await settled();
    expect(asked['after']).toBe('cursor');
    expect(shownIds(shown)).toEqual(['i1', 'i2']);
  });

  it('looks for words, of one mailbox, or for the kept values of conflicts', async () => {
    const shown = browser({ mailboxId: 'a00Maya' });
    await settled();
    await give({ 'TDM-C-COMPANY': 1 }, [issueNode('i1')]);
    expect(text(asked)).toContain('{"Mailbox__c":{"eq":"a00Maya"}}');
    tell(shown.find('lightning-input'), 'change', { value: 'vogt' });
    jest.advanceTimersByTime(300);
    await settled();
    expect(shown.findAll('lightning-spinner')).toHaveLength(1);
    await give({}, []);
    const empty = () => shown.find<HTMLElement & { heading: string }>('c-tandem-empty').heading;
    expect(empty()).toBe('No issue matches.');
    tell(shown.find('lightning-input'), 'change', { value: '' });
    jest.advanceTimersByTime(300);
    tell(shown.find('lightning-combobox'), 'change', { value: 'Kept' });
    await settled();
    await give({}, []);
    expect(empty()).toBe('No value lost a conflict.');
    tell(shown.find('lightning-combobox'), 'change', { value: 'Open' });
    await settled();
    await give({}, []);
    expect(empty()).toBe('Everything syncs.');
  });

  it('does not wait for an answer to a question that is the same as before', async () => {
    const shown = browser();
    await settled();
    await give({ 'TDM-C-COMPANY': 1 }, [issueNode('i1')]);
    tell(shown.find('lightning-input'), 'change', { value: ' ' });
    jest.advanceTimersByTime(300);
    await settled();
    expect(shown.findAll('lightning-spinner')).toHaveLength(0);
  });

  it('says why the issues cannot be read, and tries again', async () => {
    const shown = browser();
    await settled();
    graphql.emitErrors([{ message: 'No' }], aboutReasons, refreshed);
    await settled();
    tell(shown.find('c-tandem-error-panel'), 'retry');
    expect(refreshed).toHaveBeenCalled();
    await give({ 'TDM-C-COMPANY': 1 });
    graphql.emitErrors([{ message: 'No' }], aboutPage, refreshed);
    await settled();
    expect(shown.findAll('c-tandem-error-panel')).toHaveLength(1);
  });

  it('asks, follows the request, and takes what was settled off the list but not from under the eyes', async () => {
    (createRecord as jest.Mock).mockResolvedValue({ id: 'r1' });
    (getObjectInfo as unknown as { emit(data: object): void }).emit({
      ...objectInfo('Tandem_Configuration__c', []),
      updateable: true,
    });
    const shown = browser();
    await settled();
    await give({ 'TDM-C-COMPANY': 2 }, [issueNode('i1'), issueNode('i2')]);
    tell(shown.find('c-tandem-issue-table'), 'open', { id: 'i1' });
    await settled(40);
    const detail = () => shown.find<Detail>('[data-detail]');
    tell(detail(), 'request', { kind: 'ChooseAccount', abouts: [{ issueId: 'i1', userId: '005Maya' }] });
    await settled();
    const answered = {
      ...requestNode('r1', 'Maya', 'Done', '{"message":"The contact has the account."}'),
      Issue__c: { value: 'i1' },
    };
    graphql.emit(liveData('2026-03-01T09:00:00.000Z', [answered]), aboutLive, refreshed);
    await settled();
    expect(detail().request?.answer).toBe('The contact has the account.');
    jest.advanceTimersByTime(5_000);
    await settled();
    graphql.emit(issuePage([issueNode('i1', { Status__c: 'Closed' })]), aboutChanges, refreshed);
    await settled();
    expect(shownIds(shown)).toEqual(['i2']);
    expect(detail().issue.isOpen).toBe(false);
    tell(detail(), 'close');
    await settled();
    expect(shown.findAll('[data-detail]')).toHaveLength(0);
  });

  it('takes off the list what was settled elsewhere, as by an account that counts for its company', async () => {
    const shown = browser();
    await settled();
    await give({ 'TDM-C-COMPANY': 2 }, [issueNode('i1'), issueNode('i2')], 'cursor');
    graphql.emit(liveData('2026-03-01T09:00:00.000Z', []), aboutLive, refreshed);
    await settled();
    jest.advanceTimersByTime(30_000);
    await settled();
    graphql.emit(reasonCounts({ 'TDM-C-COMPANY': 1 }), aboutReasons, refreshed);
    graphql.emit(issuePage([issueNode('i2', { Status__c: 'Closed' })]), aboutChanges, refreshed);
    await settled();
    expect(shownIds(shown)).toEqual(['i1']);
    expect(shown.text()).toContain('1 of 1 shown');
  });

  it('keeps the choice until something was asked for it', async () => {
    (createRecord as jest.Mock).mockResolvedValue({ id: 'r1' });
    LightningConfirm.open = jest.fn().mockResolvedValueOnce(false).mockResolvedValue(true);
    const shown = browser();
    await settled();
    await give({ 'TDM-C-COMPANY': 1 }, [issueNode('i1')]);
    const shownTable = shown.find<HTMLElement & { deselect: jest.Mock }>('c-tandem-issue-table');
    const deselect = jest.spyOn(shownTable, 'deselect');
    tell(shownTable, 'request', { kind: 'Ignore', abouts: [{ issueId: 'i1' }] });
    await settled(40);
    expect(deselect).not.toHaveBeenCalled();
    tell(shownTable, 'request', { kind: 'Ignore', abouts: [{ issueId: 'i1' }] });
    await settled(40);
    expect(deselect).toHaveBeenCalledWith(['i1']);
  });

  it('follows nothing that was not asked for after all', async () => {
    (createRecord as jest.Mock).mockRejectedValueOnce({ body: { message: 'No access' } });
    const shown = browser();
    await settled();
    await give({ 'TDM-C-COMPANY': 1 }, [issueNode('i1')]);
    tell(shown.find('c-tandem-issue-table'), 'request', { kind: 'Retry', abouts: [{ issueId: 'i1' }] });
    await settled();
    graphql.emit(liveData(null), aboutLive, refreshed);
    await settled();
    refreshed.mockClear();
    jest.advanceTimersByTime(29_000);
    expect(refreshed).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1_000);
    expect(refreshed).toHaveBeenCalled();
  });

  it('keeps looking at an open issue of held deletions, since more can be held meanwhile', async () => {
    const held = (names: string[]) =>
      issueNode('i1', {
        Code__c: 'TDM-M-HELD-EVENTS',
        Details__c: JSON.stringify({ deletions: names.map((item) => ({ side: 'Exchange', item })) }),
      });
    const shown = browser();
    await settled();
    await give({ 'TDM-M-HELD-EVENTS': 1 }, [held(['Lunch'])]);
    tell(shown.find('c-tandem-issue-table'), 'open', { id: 'i1' });
    await settled(40);
    graphql.emit(liveData(null), aboutLive, refreshed);
    jest.advanceTimersByTime(5_000);
    await settled();
    const watched = ({ variables = {} }: { variables?: object }) =>
      JSON.stringify(variables).includes('"Id":{"in":["i1"]}');
    graphql.emit(issuePage([held(['Lunch', 'Dinner'])]), watched, refreshed);
    await settled();
    const detail = shown.find<HTMLElement & { issue: Issue }>('[data-detail]');
    expect(detail.issue.details.deletions.map(({ item }) => item)).toEqual(['Lunch', 'Dinner']);
  });

  it('shows one thing at a time where there is little room', async () => {
    const shown = browser({ isNarrow: true });
    await settled();
    await give({ 'TDM-C-COMPANY': 1 }, [issueNode('i1')]);
    tell(shown.find('c-tandem-issue-table'), 'open', { id: 'i1' });
    await settled(40);
    expect(shown.findAll('c-tandem-issue-table')).toHaveLength(0);
    expect(shown.findAll('[data-detail]')).toHaveLength(1);
  });
});
