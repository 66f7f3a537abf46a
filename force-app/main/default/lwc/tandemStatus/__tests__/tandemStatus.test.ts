import { createRecord } from 'lightning/uiRecordApi';
import { graphql as adapter } from 'lightning/graphql';
import TandemStatus from 'c/tandemStatus';
import type { GraphqlStub } from 'tests/graphql-stub';
import { liveData, mailboxNode, mailboxPage, requestNode } from 'tests/mailboxes';
import { settled, show, tell, type Shown } from 'tests/show';

const graphql = adapter as unknown as GraphqlStub;
type Variables = { variables?: Record<string, unknown> };
type Entries = HTMLElement & {
  entries: { mailbox: { name: string; contacts: { label: string } }; request?: { text: string } }[];
};

/** The question of the table was asked last with these. */
let asked: Record<string, unknown> = {};
const aboutPage = ({ variables = {} }: Variables) => {
  if (!('orderBy' in variables)) return false;
  asked = variables;
  return true;
};
const aboutLive = ({ variables = {} }: Variables) => 'requests' in variables;
const aboutChanges = ({ variables = {} }: Variables) => 'where' in variables && !('after' in variables);

let refreshed: jest.Mock;
let looked: jest.Mock;
/** The screen, to which the org has told of the bridge unless told otherwise. */
async function screen({ hasLooked = true } = {}) {
  const shown = show('c-tandem-status', TandemStatus, {});
  await settled();
  if (hasLooked) await giveLive(null);
  return shown;
}
const table = (shown: Shown<object>) => shown.find<Entries>('c-tandem-mailbox-table');
const namesIn = (shown: Shown<object>) => table(shown).entries.map(({ mailbox }) => mailbox.name);
async function givePage(nodes: object[], cursor: string | null = null, total?: number) {
  graphql.emit(mailboxPage(nodes, cursor, total), aboutPage, refreshed);
  await settled();
}
async function giveLive(heartbeat: string | null, requests: object[] = []) {
  graphql.emit(liveData(heartbeat, requests), aboutLive, looked);
  await settled();
}

describe('the status screen', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    refreshed = jest.fn().mockResolvedValue(undefined);
    looked = jest.fn().mockResolvedValue(undefined);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('shows that it loads, then the mailboxes and how many there are', async () => {
    const shown = await screen({ hasLooked: false });
    expect(shown.find('lightning-spinner')).not.toBeNull();
    await givePage([mailboxNode('Maya'), mailboxNode('Jonas')]);
    expect(shown.find('lightning-spinner')).not.toBeNull();
    await giveLive(null);
    expect(shown.findAll('lightning-spinner')).toHaveLength(0);
    expect(namesIn(shown)).toEqual(['Maya', 'Jonas']);
    expect(shown.text()).toContain('2 of 2 mailboxes');
  });

  it('shows the rest where the person may not see some fields, and names those', async () => {
    const shown = await screen();
    const hidden = ['Contacts_State__c', 'Contacts_Progress__c', 'Open_Issues__c'];
    const seen = Object.fromEntries(
      Object.entries(mailboxNode('Maya')).filter(([field]) => !hidden.includes(field)),
    );
    await givePage([seen]);
    expect(table(shown).entries).toMatchObject([
      { mailbox: { name: 'Maya', contacts: { label: 'No access' } } },
    ]);
    expect(shown.text()).toContain('Contacts_State__c, Contacts_Progress__c, Open_Issues__c');
  });

  it('says what to do when there are no mailboxes, and when none matches', async () => {
    const shown = await screen();
    const heading = () => shown.find<HTMLElement & { heading: string }>('c-tandem-empty').heading;
    await givePage([]);
    expect(heading()).toBe('No mailbox syncs yet.');
    tell(shown.find('c-tandem-status-toolbar'), 'want', { search: 'nobody' });
    await settled();
    await givePage([]);
    expect(heading()).toBe('No mailbox matches.');
  });

  it('says why the mailboxes cannot be read, and tries again', async () => {
    const shown = await screen();
    graphql.emitErrors([{ message: "Field 'Tandem_Mailbox__c' is undefined" }], aboutPage, refreshed);
    await settled();
    const panel = shown.find<HTMLElement & { message: string }>('c-tandem-error-panel');
    expect(panel.message).toBe('The mailboxes could not be read.');
    tell(panel, 'retry');
    expect(refreshed).toHaveBeenCalledTimes(1);
  });

  it('says nothing of the bridge to a person who may not read its row', async () => {
    const shown = await screen({ hasLooked: false });
    await givePage([mailboxNode('Maya')]);
    graphql.emitErrors([{ message: "Field 'Tandem_Bridge__c' is undefined" }], aboutLive, looked);
    await settled();
    expect(namesIn(shown)).toEqual(['Maya']);
    expect(shown.findAll('c-tandem-bridge-state')).toHaveLength(0);
    await giveLive(null);
    expect(shown.findAll('c-tandem-bridge-state')).toHaveLength(1);
  });

  it('looks for words in names and addresses, for a state in both kinds, and sorts in the org', async () => {
    const shown = await screen();
    await givePage([mailboxNode('Maya')]);
    tell(shown.find('c-tandem-status-toolbar'), 'want', { search: ' may ', state: 'Failing' });
    tell(table(shown), 'sort', { sortedBy: 'issues', direction: 'desc' });
    await settled();
    await givePage([mailboxNode('Maya')]);
    expect(asked).toEqual({
      where: {
        and: [
          { or: [{ User__r: { Name: { like: '%may%' } } }, { Email__c: { like: '%may%' } }] },
          { or: [{ Contacts_State__c: { eq: 'Failing' } }, { Events_State__c: { eq: 'Failing' } }] },
        ],
      },
      orderBy: { Open_Issues__c: { order: 'DESC', nulls: 'LAST' } },
      after: null,
    });
  });

  it('adds the next page when the end of the table comes into sight, once', async () => {
    const shown = await screen();
    await givePage([mailboxNode('Maya')], 'cursor', 2);
    expect(shown.text()).toContain('1 of 2 mailboxes');
    tell(table(shown), 'more');
    tell(table(shown), 'more');
    await settled();
    await givePage([mailboxNode('Maya'), mailboxNode('Jonas')], null, 2);
    expect(asked['after']).toBe('cursor');
    expect(namesIn(shown)).toEqual(['Maya', 'Jonas']);
    tell(table(shown), 'more');
    await settled();
    expect(namesIn(shown)).toEqual(['Maya', 'Jonas']);
  });

  it('starts with the first page again when refreshed', async () => {
    const shown = await screen();
    await givePage([mailboxNode('Maya')], 'cursor', 2);
    tell(table(shown), 'more');
    await settled();
    await givePage([mailboxNode('Jonas')], null, 2);
    tell(shown.find('c-tandem-page-header'), 'refresh');
    await settled();
    await givePage([mailboxNode('Aiko')]);
    expect(asked['after']).toBeNull();
    expect(namesIn(shown)).toEqual(['Aiko']);
  });

  it('looks at the first page again when a mailbox comes up that was not there, once', async () => {
    const shown = await screen();
    await givePage([mailboxNode('Maya')]);
    await giveLive('2026-03-01T09:00:00.000Z');
    jest.advanceTimersByTime(30_000);
    await settled();
    const come = () => graphql.emit(mailboxPage([mailboxNode('Aiko')]), aboutChanges);
    come();
    expect(refreshed).toHaveBeenCalledTimes(1);
    come();
    expect(refreshed).toHaveBeenCalledTimes(1);
    await givePage([mailboxNode('Aiko'), mailboxNode('Maya')]);
    expect(namesIn(shown)).toEqual(['Aiko', 'Maya']);
  });

  it('shows the bridge, and beside each mailbox its newest request', async () => {
    const shown = await screen({ hasLooked: false });
    await givePage([mailboxNode('Maya'), mailboxNode('Jonas')]);
    expect(shown.findAll('c-tandem-bridge-state')).toHaveLength(0);
    await giveLive('2026-03-01T09:00:00.000Z', [requestNode('r1', 'Jonas', 'Running')]);
    expect(shown.find<HTMLElement & { bridge: object }>('c-tandem-bridge-state').bridge).toMatchObject({
      heartbeat: '2026-03-01T09:00:00.000Z',
    });
    expect(table(shown).entries.map(({ request }) => request?.text)).toEqual([
      undefined,
      'Sync now: waiting for the bridge',
    ]);
  });

  it('looks again soon while something is on its way, and changed mailboxes take their places', async () => {
    const shown = await screen();
    await givePage([
      mailboxNode('Maya'),
      mailboxNode('Jonas', { LastModifiedDate: '2026-03-01T09:30:00.000Z' }),
    ]);
    await giveLive(null, [requestNode('r1', 'Maya', 'New')]);
    jest.advanceTimersByTime(5_000);
    await settled();
    expect(looked).toHaveBeenCalledTimes(1);
    let since: unknown;
    graphql.emit(mailboxPage([mailboxNode('Jonas', { Contacts_State__c: 'Paused' })]), (config) => {
      if (!aboutChanges(config)) return false;
      since = config.variables?.['where'];
      return true;
    });
    await settled();
    expect(since).toEqual({ LastModifiedDate: { gte: { value: '2026-03-01T09:30:00.000Z' } } });
    expect(table(shown).entries.map(({ mailbox }) => mailbox.contacts.label)).toEqual(['In sync', 'Paused']);
  });

  it('looks soon for the first mailbox, but not for one that a filter hides', async () => {
    const shown = await screen();
    await givePage([]);
    await giveLive(null);
    jest.advanceTimersByTime(5_000);
    expect(refreshed).toHaveBeenCalledTimes(1);
    tell(shown.find('c-tandem-status-toolbar'), 'want', { state: 'Failing' });
    await settled();
    await givePage([]);
    await giveLive(null);
    jest.advanceTimersByTime(29_000);
    expect(refreshed).toHaveBeenCalledTimes(1);
  });

  it('looks now and then while all is quiet, and no more when it is gone', async () => {
    const shown = await screen();
    await givePage([mailboxNode('Maya')]);
    await giveLive(null);
    jest.advanceTimersByTime(29_000);
    expect(looked).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1_000);
    expect(looked).toHaveBeenCalledTimes(1);
    await giveLive(null);
    shown.element.remove();
    jest.advanceTimersByTime(60_000);
    expect(looked).toHaveBeenCalledTimes(1);
  });

  it('asks the bridge and follows the request that was made', async () => {
    (createRecord as jest.Mock).mockResolvedValue({ id: 'a01new' });
    const shown = await screen();
    await givePage([mailboxNode('Maya')]);
    tell(table(shown), 'request', { kind: 'SyncNow', userIds: ['005Maya'] });
    await settled();
    let followed: unknown;
    graphql.emit(liveData(null), (config) => {
      followed = config.variables?.['requests'] ?? followed;
      return false;
    });
    expect(followed).toEqual({
      or: [{ Status__c: { in: ['New', 'Running'] } }, { Id: { in: ['a01new'] } }],
    });
  });

  it('opens a mailbox beside the table and closes it again', async () => {
    const shown = await screen();
    await givePage([mailboxNode('Maya')]);
    await giveLive(null, [requestNode('r1', 'Maya', 'Done'), requestNode('r2', 'Jonas', 'Done')]);
    tell(table(shown), 'open', { id: 'a00Maya' });
    await settled();
    const panel = shown.find<HTMLElement & { mailbox: { name: string }; requests: object[] }>(
      'c-tandem-mailbox-detail',
    );
    expect(panel.mailbox.name).toBe('Maya');
    expect(panel.requests).toHaveLength(1);
    tell(panel, 'close');
    await settled();
    expect(shown.findAll('c-tandem-mailbox-detail')).toHaveLength(0);
  });

  it('hands the chosen mailboxes to the toolbar', async () => {
    const shown = await screen();
    await givePage([mailboxNode('Maya'), mailboxNode('Jonas')]);
    tell(table(shown), 'choose', { ids: ['a00Jonas'] });
    await settled();
    const { chosen } = shown.find<HTMLElement & { chosen: { name: string }[] }>('c-tandem-status-toolbar');
    expect(chosen.map(({ name }) => name)).toEqual(['Jonas']);
  });
});
