import type { LightningElement } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import type { Request } from 'c/tandemMailbox';
import TandemSetupGuide from 'c/tandemSetupGuide';
import { assignment, configuration } from 'tests/settings';
import { served } from 'tests/requests';
import { settled, show, tell, type Shown } from 'tests/show';

const now = Date.parse('2026-03-01T09:00:00.000Z');
const alive = { heartbeat: '2026-03-01T08:59:00.000Z', problem: null };
const silent = { heartbeat: '2026-03-01T07:30:00.000Z', problem: null };
const MB = 1024 * 1024;
const counts = {
  create: { Exchange: 0, Salesforce: 0 },
  update: { Exchange: 0, Salesforce: 0 },
  delete: { Exchange: 0, Salesforce: 0 },
  paired: 0,
  held: 0,
  linkBytes: MB,
};
const passedTest = served('TestConnection', {
  steps: [{ step: 'Mailbox', result: 'passed', sentence: '', remedy: null }],
});
const goodPreview = served('Preview', { counts, storageLeft: 100 * MB });
const ready = configuration('Sales', { people: [assignment('Maya', 'a01Sales')] });

type Screen = Shown<object>;
const events = ['choose', 'open', 'create', 'test', 'preview', 'activated'];
async function guide(properties: object = {}): Promise<Screen> {
  const shown = show(
    'c-tandem-setup-guide',
    TandemSetupGuide as unknown as typeof LightningElement,
    { bridge: undefined, now, configurations: [], mappings: 0, ...properties },
    events,
  );
  await settled();
  return shown;
}
const all = (more: object = {}) =>
  guide({
    bridge: alive,
    test: passedTest,
    configurations: [ready],
    configuration: ready,
    preview: goodPreview,
    ...more,
  });
/** The steps by their icons' words. */
const states = (shown: Screen) =>
  shown
    .findAll<HTMLElement & { alternativeText: string }>('.slds-media__figure lightning-icon')
    .map(({ alternativeText }) => alternativeText);
const opened = (shown: Screen) =>
  shown
    .findAll('button')
    .find((one) => one.getAttribute('aria-expanded') === 'true')
    ?.textContent?.trim();
async function open(shown: Screen, name: string) {
  shown.find(`button[data-name="${name}"]`).click();
  await settled();
}
const button = (shown: Screen, label: string) =>
  shown.findAll<HTMLElement & { label: string }>('lightning-button').find((one) => one.label === label)!;

describe('the assistant', () => {
  beforeEach(() => {
    LightningConfirm.open = jest.fn().mockResolvedValue(true);
  });
  afterEach(() => document.body.replaceChildren());

  it('begins with the bridge, and says how to connect one', async () => {
    const shown = await guide();
    expect(states(shown)).toEqual(Array(6).fill('Not done yet'));
    expect(opened(shown)).toBe('1. Connect the bridge');
    expect(shown.text()).toContain('0 of 6 steps done');
    expect(shown.text()).toContain('Start it with “tandem start”.');
  });

  it('says what to do when the bridge is silent, and what its problem is', async () => {
    const shown = await guide({ bridge: silent });
    expect(states(shown)[0]).toBe('Needs attention');
    expect(shown.text()).toContain('Nothing is lost: what changes in the meantime is synced');
    Object.assign(shown.element, { bridge: { ...alive, problem: 'TDM-X-APP: the app is gone.' } });
    await settled();
    expect(shown.text()).toContain('TDM-X-APP: the app is gone.');
    expect(states(shown)[0]).toBe('Needs attention');
  });

  it('goes on where the org says that it stands', async () => {
    const shown = await guide({ bridge: alive, test: passedTest });
    expect(opened(shown)).toBe('3. Make a configuration');
    button(shown, 'New configuration').click();
    expect(shown.told('create')).toHaveLength(1);
    Object.assign(shown.element, {
      configuration: configuration('Sales'),
      configurations: [configuration('Sales')],
    });
    await settled();
    expect(shown.text()).toContain('Nobody is in “Sales” yet.');
    button(shown, 'Edit the configuration').click();
    Object.assign(shown.element, { configuration: ready });
    await settled();
    expect(opened(shown)).toBe('4. Check the field mappings');
    button(shown, 'Open the field mappings').click();
    expect(shown.told('open')).toEqual([
      { id: 'a01Sales', section: 'people' },
      { id: 'a01Sales', section: 'mappings' },
    ]);
    Object.assign(shown.element, { mappings: 2 });
    await settled();
    expect(shown.text()).toContain('Mappings that differ from the usual ones: 2.');
    expect(opened(shown)).toBe('5. Preview the first sync');
    await settled(40);
    tell(shown.find('[data-preview]'), 'ask');
    expect(shown.told('preview')).toHaveLength(1);
    Object.assign(shown.element, { preview: goodPreview });
    await settled();
    button(shown, 'Next step').click();
    await settled();
    expect(opened(shown)).toBe('6. Activate');
  });

  it('tells a test that passed from one that did not, and from one that waits', async () => {
    const failed = served('TestConnection', {
      steps: [{ step: 'Mailbox', result: 'failed', sentence: '', remedy: '' }],
    });
    const shown = await guide({ bridge: alive, test: failed, testedName: 'Maya' });
    expect(states(shown)[1]).toBe('Needs attention');
    expect(shown.find<HTMLElement & { about: string }>('c-tandem-connection-test').about).toBe(
      'Last test: Maya',
    );
    tell(shown.find('c-tandem-connection-test'), 'ask', { userId: '005Maya' });
    expect(shown.told('test')).toEqual([{ userId: '005Maya' }]);
    Object.assign(shown.element, { test: { ...failed, isOpen: true, text: 'Test connection: waiting' } });
    await settled();
    expect(states(shown)[1]).toBe('Not done yet');
    expect(shown.text()).toContain('Test connection: waiting');
  });

  it('stays where something was asked for, and goes on when told so', async () => {
    const shown = await guide({ bridge: alive });
    expect(opened(shown)).toBe('2. Test the connection');
    tell(shown.find('c-tandem-connection-test'), 'ask', { userId: '005Maya' });
    Object.assign(shown.element, { test: passedTest });
    await settled();
    expect(opened(shown)).toBe('2. Test the connection');
    button(shown, 'Next step').click();
    await settled();
    expect(opened(shown)).toBe('3. Make a configuration');
    expect(button(shown, 'Next step')).toBeUndefined();
  });

  it('tells a preview that is out of date, that has problems, that waits and that was refused', async () => {
    const shown = await all({ isStale: true });
    expect(shown.text()).toContain('The configuration was changed after this preview.');
    expect(states(shown)[4]).toBe('Not done yet');
    const says = async (preview: Request) => {
      Object.assign(shown.element, { preview });
      await settled();
      return shown.find('[data-step="preview"] p').textContent;
    };
    const problems = [{ email: 'x', sentence: '', remedy: '' }];
    expect(await says(served('Preview', { counts, problems }))).toBe(
      'Mailboxes that cannot sync as they are: 1.',
    );
    expect(await says({ ...goodPreview, isOpen: true, text: 'Preview: waiting' })).toBe('Preview: waiting');
    expect(await says(served('Preview', {}, { text: 'Preview: Refused' }))).toBe('Preview: Refused');
  });

  it('activates at once when nothing speaks against it', async () => {
    const shown = await all();
    expect(shown.text()).toContain(
      'The first sync of “Sales” starts soon after: users and profiles in it: 1.',
    );
    button(shown, 'Activate').click();
    await settled();
    expect(LightningConfirm.open).not.toHaveBeenCalled();
    expect(shown.told('activated')).toHaveLength(1);
  });

  it('warns before an activation that takes over half of the storage, or of which much is unknown', async () => {
    const off = { isOff: true, label: 'Off' };
    const zoe = assignment('Zoe', 'a01Sales', { isInactive: true });
    const shown = await all({
      configuration: { ...ready, contacts: off, people: [zoe] },
      test: served('TestConnection', {
        steps: [{ step: 'Mailbox', result: 'failed', sentence: '', remedy: '' }],
      }),
      preview: served('Preview', { counts, storageLeft: MB }),
    });
    await open(shown, 'activation');
    for (const warning of [
      'The links would take more than half of the data storage that is left.',
      'Contacts and events are both off, so nothing syncs.',
      'Inactive users do not sync: Zoe.',
      'The last connection test did not pass.',
    ])
      expect(shown.text()).toContain(warning);
    jest.mocked(LightningConfirm.open).mockResolvedValueOnce(false);
    button(shown, 'Activate').click();
    await settled();
    expect(shown.told('activated')).toHaveLength(0);
    button(shown, 'Activate').click();
    await settled();
    expect(shown.told('activated')).toHaveLength(1);
    Object.assign(shown.element, { preview: undefined, configuration: configuration('Sales') });
    await settled();
    expect(shown.text()).toContain('There is no preview of it.');
    expect(shown.text()).toContain('Nobody is in the configuration.');
  });

  it('says what is needed first', async () => {
    const shown = await guide();
    await open(shown, 'activation');
    expect(shown.text()).toContain('Make a configuration first.');
    await open(shown, 'preview');
    expect(shown.text()).toContain('Put somebody into a configuration first.');
    await open(shown, 'mappings');
    expect(shown.text()).toContain('Make a configuration first.');
  });

  it('is done once the configuration is active, and leads to Status; further ones can be chosen', async () => {
    const active = { ...ready, active: true };
    const shown = await all({
      configuration: active,
      configurations: [active, configuration('Service')],
      preview: goodPreview,
    });
    expect(shown.text()).toContain('6 of 6 steps done');
    expect(opened(shown)).toBe('6. Activate');
    expect(button(shown, 'Open Status')).toBeDefined();
    button(shown, 'Open Status').click();
    tell(shown.find('lightning-combobox'), 'change', { value: 'a01Service' });
    expect(shown.told('choose')).toEqual([{ id: 'a01Service' }]);
    Object.assign(shown.element, { step: 'preview' });
    await settled();
    expect(opened(shown)).toBe('5. Preview the first sync');
  });
});
