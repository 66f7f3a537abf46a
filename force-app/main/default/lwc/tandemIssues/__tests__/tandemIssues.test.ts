import { graphql as adapter } from 'lightning/graphql';
import { CurrentPageReference } from 'lightning/navigation';
import TandemIssues from 'c/tandemIssues';
import type { GraphqlStub } from 'tests/graphql-stub';
import { liveData, mailboxNode, mailboxPage } from 'tests/mailboxes';
import { went } from 'tests/navigation-stub';
import { settled, show, tell } from 'tests/show';

const graphql = adapter as unknown as GraphqlStub;
const place = CurrentPageReference as unknown as { emit(page: object): void };
const aboutLive = ({ variables = {} }: { variables?: object }) => 'requests' in variables;
const aboutMailbox = ({ variables = {} }: { variables?: object }) =>
  JSON.stringify(variables).includes('"Id":{"eq"');
type Browser = HTMLElement & { mailboxId?: string; refresh: jest.Mock };

describe('the issues screen', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the bridge, and the issues of everybody', async () => {
    const shown = show('c-tandem-issues', TandemIssues, {});
    place.emit({ type: 'standard__navItemPage', attributes: { apiName: 'Tandem_Issues' }, state: {} });
    await settled();
    expect(shown.findAll('c-tandem-bridge-state')).toHaveLength(0);
    graphql.emit(liveData('2026-03-01T09:00:00.000Z'), aboutLive);
    await settled();
    expect(shown.findAll('c-tandem-bridge-state')).toHaveLength(1);
    expect(shown.find<Browser>('c-tandem-issue-browser').mailboxId).toBeUndefined();
  });

  it('shows those of the mailbox that the address names, with ways back and to all', async () => {
    const shown = show('c-tandem-issues', TandemIssues, {});
    place.emit({ type: 'standard__navItemPage', attributes: {}, state: { c__mailbox: 'a00Maya' } });
    await settled();
    graphql.emit(mailboxPage([mailboxNode('Maya')]), aboutMailbox);
    await settled();
    expect(shown.find('h2').textContent).toBe('Issues of Maya');
    expect(shown.find<Browser>('c-tandem-issue-browser').mailboxId).toBe('a00Maya');
    const [back, all] = shown.findAll('lightning-button');
    tell(back!, 'click');
    tell(all!, 'click');
    expect(went.slice(-2)).toMatchObject([
      { attributes: { apiName: 'Tandem_Status' }, state: { c__mailbox: 'a00Maya' } },
      { attributes: { apiName: 'Tandem_Issues' }, state: {} },
    ]);
  });

  it('is read anew when refreshed', async () => {
    const shown = show('c-tandem-issues', TandemIssues, {});
    await settled();
    const browser = shown.find<Browser>('c-tandem-issue-browser');
    jest.spyOn(browser, 'refresh').mockImplementation();
    tell(shown.find('c-tandem-page-header'), 'refresh');
    expect(browser.refresh).toHaveBeenCalledTimes(1);
  });
});
