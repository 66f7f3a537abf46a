import LightningConfirm from 'lightning/confirm';
import LightningPrompt from 'lightning/prompt';
import { graphql as adapter } from 'lightning/graphql';
import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import TandemSetup from 'c/tandemSetup';
import type { GraphqlStub } from 'tests/graphql-stub';
import { requestNode } from 'tests/mailboxes';
import { settingsData } from 'tests/settings';
import { settled, show, tell, type Shown } from 'tests/show';

jest.mock('@salesforce/user/Id', () => ({ __esModule: true, default: '005Me' }), { virtual: true });

const graphql = adapter as unknown as GraphqlStub;
type Variables = { variables?: Record<string, unknown> };
let asked: Record<string, unknown> = {};
const aboutProgress = ({ variables = {} }: Variables) => {
  if (!('previews' in variables)) return false;
  asked = variables;
  return true;
};
const aboutSettings = ({ variables = {} }: Variables) => !('previews' in variables);

const now = Date.parse('2026-03-01T09:00:00.000Z');
const edges = (nodes: readonly object[]) => ({ edges: nodes.map((node) => ({ node })) });
const progress = (
  heartbeat: string | null,
  tests: object[] = [],
  previews: object[] = [],
  rows: Partial<Record<'people' | 'filters' | 'mappings', { totalCount: number; edges?: object[] }>> = {},
) => ({
  uiapi: {
    query: {
      Tandem_Bridge__c: edges(
        heartbeat ? [{ Heartbeat__c: { value: heartbeat }, Problem__c: { value: null } }] : [],
      ),
      tests: edges(tests),
      previews: edges(previews),
      people: { totalCount: 1, edges: [] },
      filters: { totalCount: 0, edges: [] },
      mappings: { totalCount: 0, edges: [] },
      ...rows,
    },
  },
});

const previewNode = (parameters: string | null) => ({
  ...requestNode('r2', 'Maya', 'Done'),
  Parameters__c: { value: parameters },
});

/** So many rows, of which one was changed after the preview. */
const changed = (totalCount: number) => ({
  totalCount,
  edges: [{ node: { LastModifiedDate: { value: '2026-03-01T09:00:01.000Z' } } }],
});

let refreshed: jest.Mock;
let looked: jest.Mock;
type Screen = Shown<object>;
const beat = '2026-03-01T08:59:30.000Z';

async function screen(
  settings = settingsData(
    [{ name: 'Sales' }, { name: 'Service', active: true }],
    [{ name: 'Maya', of: 'Sales' }],
  ),
  found = progress(beat),
): Promise<Screen> {
  const shown = show('c-tandem-setup', TandemSetup, {});
  await settled();
  graphql.emit(settings, aboutSettings, refreshed);
  graphql.emit(found, aboutProgress, looked);
  await settled();
  tell(Object.assign(shown.findAll('lightning-tab')[1]!, { value: 'configurations' }), 'active');
  await settled(40);
  return shown;
}
type Guide = HTMLElement & {
  configuration?: { name: string };
  step?: string;
  test?: { text: string };
  testedName: string;
  mappings: number;
  preview?: object;
  isStale: boolean;
  testAskedBy: string;
  previewAskedBy: string;
};
const guide = (shown: Screen) => shown.find<Guide>('c-tandem-setup-guide');
const list = (shown: Screen) => shown.find('[data-list]');
const editor = (shown: Screen) =>
  shown.find<HTMLElement & { configurationId: string; section: string }>('[data-editor]');

describe('the set-up screen', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'], now });
    refreshed = jest.fn().mockResolvedValue(undefined);
    looked = jest.fn().mockResolvedValue(undefined);
    LightningConfirm.open = jest.fn().mockResolvedValue(true);
    LightningPrompt.open = jest.fn().mockResolvedValue(' Trial ');
    jest
      .mocked(createRecord)
      .mockReset()
      .mockResolvedValue({ id: 'a01Trial' } as never);
    jest
      .mocked(updateRecord)
      .mockReset()
      .mockResolvedValue({} as never);
    jest.mocked(deleteRecord).mockReset().mockResolvedValue(undefined);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('loads, and says why it cannot be read', async () => {
    const shown = show('c-tandem-setup', TandemSetup, {});
    await settled();
    expect(shown.findAll('lightning-spinner')).toHaveLength(1);
    graphql.emitErrors([{ message: 'Unknown type "Tandem_Assignment__c"' }], aboutSettings, refreshed);
    await settled();
    expect(shown.findAll('lightning-spinner')).toHaveLength(0);
    expect(shown.findAll('lightning-tabset')).toHaveLength(0);
    const panel = shown.find<HTMLElement & { message: string }>('c-tandem-error-panel');
    expect(panel.message).toBe('The set-up could not be read.');
    tell(panel, 'retry');
    expect(refreshed).toHaveBeenCalled();
  });

  it('guides through the first configuration that is not active, until another is chosen', async () => {
    const shown = await screen();
    expect(guide(shown).configuration?.name).toBe('Sales');
    graphql.emit(progress(beat), aboutProgress, looked);
    expect(asked['mappings']).toEqual({ Configuration__c: { eq: 'a01Sales' } });
    tell(guide(shown), 'choose', { id: 'a01Service' });
    await settled();
    expect(guide(shown).configuration?.name).toBe('Service');
    graphql.emit(progress(beat), aboutProgress, looked);
    expect(asked['previews']).toEqual({ Kind__c: { eq: 'Preview' }, Configuration__c: { eq: 'a01Service' } });
  });

  it('looks again: soon while something is on its way or no bridge reports, else seldom', async () => {
    await screen();
    jest.advanceTimersByTime(29_000);
    expect(looked).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1_000);
    expect(looked).toHaveBeenCalledTimes(1);
    graphql.emit(progress(null), aboutProgress, looked);
    jest.advanceTimersByTime(3_000);
    expect(looked).toHaveBeenCalledTimes(2);
    graphql.emit(
      progress(beat, [{ ...requestNode('r1', 'Maya', 'New'), User__r: null }]),
      aboutProgress,
      looked,
    );
    jest.advanceTimersByTime(3_000);
    expect(looked).toHaveBeenCalledTimes(3);
  });

  it('asks the bridge for a test of a user and a preview of the configuration', async () => {
    const shown = await screen();
    tell(guide(shown), 'test', { userId: '005Maya' });
    tell(guide(shown), 'preview');
    await settled(40);
    const rows = '{"people":"1","filters":"0","mappings":"0"}';
    expect(jest.mocked(createRecord).mock.calls.map(([input]) => input)).toEqual([
      { apiName: 'Tandem_Request__c', fields: { Kind__c: 'TestConnection', User__c: '005Maya' } },
      {
        apiName: 'Tandem_Request__c',
        fields: { Kind__c: 'Preview', Configuration__c: 'a01Sales', Parameters__c: rows },
      },
    ]);
    const mapped = { mappings: { totalCount: 2, edges: [] } };
    const tested = { ...requestNode('r1', 'Maya', 'Done'), User__r: { Name: { value: 'Maya' } } };
    graphql.emit(progress(beat, [tested], [previewNode('{}')], mapped), aboutProgress, looked);
    await settled();
    expect(guide(shown).testedName).toBe('Maya');
    expect(guide(shown).mappings).toBe(2);
    expect(guide(shown).preview).toBeDefined();
  });

  it.each([
    ['nothing was changed', {}, false],
    ['a condition was changed', { filters: changed(1) }, true],
    ['a field mapping was changed', { mappings: changed(1) }, true],
    ['somebody was added', { people: changed(2) }, true],
    ['a condition was removed', { filters: { totalCount: 0, edges: [] } }, true],
    ['somebody was removed', { people: { totalCount: 1, edges: [] } }, true],
  ])('knows whether a preview is out of date when %s', async (_what, rows, stale) => {
    const before = { people: { totalCount: 2, edges: [] }, filters: { totalCount: 1, edges: [] } };
    const preview = previewNode('{"people":"2","filters":"1","mappings":"0"}');
    const shown = await screen(undefined, progress(beat, [], [preview], { ...before, ...rows }));
    expect(guide(shown).isStale).toBe(stale);
  });

  it('names who else asked for the test and the preview, as far as the person may see them', async () => {
    const by = (CreatedBy: object | null) => ({
      ...requestNode('r1', 'Maya', 'New'),
      User__r: null,
      CreatedBy,
    });
    const ada = { Id: '005Ada', Name: { value: 'Ada Admin' } };
    const own = { Id: '005Me', Name: { value: 'Me' } };
    const shown = await screen(undefined, progress(beat, [by(ada)], [{ ...previewNode(null), ...by(null) }]));
    expect([guide(shown).testAskedBy, guide(shown).previewAskedBy]).toEqual(['Ada Admin', 'Unknown person']);
    graphql.emit(progress(beat, [by(own)]), aboutProgress, looked);
    await settled();
    expect([guide(shown).testAskedBy, guide(shown).previewAskedBy]).toEqual(['', '']);
  });

  it.each([null, 'null', '{'])(
    'goes by the dates alone where a preview was asked for elsewhere (%s)',
    async (parameters) => {
      const shown = await screen(undefined, progress(beat, [], [previewNode(parameters)]));
      expect(guide(shown).isStale).toBe(false);
    },
  );

  it('makes a configuration by its name and opens its people', async () => {
    const shown = await screen();
    tell(list(shown), 'create');
    await settled(40);
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'Tandem_Configuration__c',
      fields: { Name: 'Trial' },
    });
    graphql.emit(settingsData([{ name: 'Sales' }, { name: 'Trial' }]), aboutSettings, refreshed);
    await settled(40);
    expect([editor(shown).configurationId, editor(shown).section]).toEqual(['a01Trial', 'people']);
    tell(editor(shown), 'close');
    await settled();
    expect(guide(shown).configuration?.name).toBe('Trial');
    LightningPrompt.open = jest.fn().mockResolvedValue(null);
    tell(list(shown), 'create');
    await settled(40);
    expect(createRecord).toHaveBeenCalledTimes(1);
  });

  it('opens the people of a copy', async () => {
    const shown = await screen();
    tell(list(shown), 'cloned', { id: 'a01Service' });
    await settled(40);
    expect(refreshed).toHaveBeenCalled();
    expect([editor(shown).configurationId, editor(shown).section]).toEqual(['a01Service', 'people']);
  });

  it('keeps the editor and what is typed there when a look fails', async () => {
    const shown = await screen();
    tell(list(shown), 'open', { id: 'a01Sales' });
    await settled(40);
    const before = editor(shown);
    graphql.emitErrors([{ message: 'down' }], aboutSettings, refreshed);
    await settled();
    expect(editor(shown)).toBe(before);
    expect(shown.findAll('c-tandem-error-panel')).toHaveLength(1);
  });

  it('leads an activation through the assistant, and deactivates after a question', async () => {
    const shown = await screen();
    tell(list(shown), 'open', { id: 'a01Sales', section: 'mappings' });
    await settled(40);
    expect(editor(shown).section).toBe('mappings');
    tell(editor(shown), 'activate');
    await settled();
    expect(guide(shown).step).toBe('activation');
    expect(updateRecord).not.toHaveBeenCalled();
    tell(guide(shown), 'activated');
    await settled(40);
    expect(updateRecord).toHaveBeenLastCalledWith({ fields: { Id: 'a01Sales', Active__c: true } });
    expect(createRecord).toHaveBeenLastCalledWith({
      apiName: 'Tandem_Request__c',
      fields: { Kind__c: 'SyncNow', Configuration__c: 'a01Sales' },
    });
    tell(list(shown), 'deactivate', { id: 'a01Service' });
    await settled(40);
    expect(updateRecord).toHaveBeenLastCalledWith({ fields: { Id: 'a01Service', Active__c: false } });
    jest.mocked(LightningConfirm.open).mockResolvedValue(false);
    tell(list(shown), 'deactivate', { id: 'a01Sales' });
    await settled(40);
    expect(updateRecord).toHaveBeenCalledTimes(2);
  });

  it('has the bridge take over what was saved, where the configuration is active', async () => {
    const shown = await screen();
    tell(list(shown), 'open', { id: 'a01Sales' });
    await settled(40);
    tell(editor(shown), 'saved');
    await settled(40);
    expect(createRecord).not.toHaveBeenCalled();
    expect(refreshed).toHaveBeenCalled();
    tell(editor(shown), 'close');
    await settled();
    tell(list(shown), 'open', { id: 'a01Service' });
    await settled(40);
    tell(editor(shown), 'peoplechange');
    await settled(40);
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'Tandem_Request__c',
      fields: { Kind__c: 'SyncNow', Configuration__c: 'a01Service' },
    });
  });

  it('deletes after a question, and says what the org refuses', async () => {
    jest.mocked(deleteRecord).mockRejectedValue({ body: { message: 'No.' } });
    const shown = await screen();
    const toasts: unknown[] = [];
    shown.element.addEventListener('lightning__showtoast', (event) => toasts.push(event));
    tell(list(shown), 'remove', { id: 'a01Sales' });
    await settled(40);
    expect(LightningConfirm.open).toHaveBeenCalledWith(expect.objectContaining({ label: 'Delete Sales' }));
    expect(deleteRecord).toHaveBeenCalledWith('a01Sales');
    expect(refreshed).toHaveBeenCalled();
    jest.mocked(LightningConfirm.open).mockResolvedValue(false);
    tell(list(shown), 'remove', { id: 'a01Sales' });
    await settled(40);
    expect(deleteRecord).toHaveBeenCalledTimes(1);
  });

  it('names people whose user is gone, profiles, and that there are more than were read', async () => {
    const data = settingsData(
      [{ name: 'Sales' }],
      [
        { name: 'Gone', of: 'Sales', nameless: true },
        { name: 'Standard', of: 'Sales', profile: true },
      ],
      5000,
    );
    const shown = await screen(data);
    const shownList = list(shown) as HTMLElement & {
      isCut: boolean;
      configurations: { people: { name: string }[] }[];
    };
    expect(shownList.isCut).toBe(true);
    expect(shownList.configurations[0]?.people.map(({ name }) => name)).toEqual([
      'Standard',
      'Unknown person',
    ]);
  });
});
