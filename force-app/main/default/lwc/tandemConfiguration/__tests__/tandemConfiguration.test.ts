import LightningConfirm from 'lightning/confirm';
import {
  getObjectInfo as infoAdapter,
  getPicklistValuesByRecordType as valuesAdapter,
} from 'lightning/uiObjectInfoApi';
import { getRecord as recordAdapter, notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import type { Section } from 'c/tandemSection';
import TandemConfiguration from 'c/tandemConfiguration';
import { fieldInfo, objectInfo } from 'tests/fields';
import { configuration } from 'tests/settings';
import { settled, show, tell, type Shown } from 'tests/show';

interface Adapter {
  emit(data: unknown, which?: (config: { objectApiName: unknown }) => boolean): void;
  error(body?: unknown, status?: number): void;
}
const infos = infoAdapter as unknown as Adapter;
const picklists = valuesAdapter as unknown as Adapter;
const records = recordAdapter as unknown as Adapter;

const info = objectInfo('Tandem_Configuration__c', [
  fieldInfo('Name', 'String', { nameField: true }),
  fieldInfo('Description__c', 'TextArea'),
  fieldInfo('Contact_Direction__c', 'Picklist'),
  fieldInfo('Contact_Scope__c', 'Picklist'),
  fieldInfo('Include_Followed__c', 'Boolean'),
  fieldInfo('Unknown_Company__c', 'Picklist'),
  fieldInfo('Placeholder_Account__c', 'Reference', { referenceToInfos: [{ apiName: 'Account' }] }),
  fieldInfo('Contact_Record_Type__c', 'String'),
  fieldInfo('First_Sync_Writes_Per_Hour__c', 'Double'),
  fieldInfo('Window_Days_Back__c', 'Double'),
  fieldInfo('Conflict_Winner__c', 'Picklist'),
]);
const choices = (...values: [string, string][]) => ({
  values: values.map(([value, label]) => ({ value, label })),
});
const picklistFieldValues = {
  Contact_Direction__c: choices(['Off', 'Off'], ['Both', 'Both ways']),
  Contact_Scope__c: choices(['Own', 'Own contacts'], ['Visible', 'All visible contacts']),
  Unknown_Company__c: choices(['Leave', 'Leave'], ['Placeholder', 'Use the placeholder account']),
};
const first = '2026-03-01T08:00:00.000Z';
const later = '2026-03-01T08:05:00.000Z';

function record(more: Record<string, unknown> = {}, lastModifiedDate = first, by = 'Omar') {
  const values: Record<string, unknown> = {
    Name: 'Sales',
    Description__c: null,
    Contact_Direction__c: 'Both',
    Contact_Scope__c: 'Own',
    Include_Followed__c: false,
    Unknown_Company__c: 'Leave',
    Placeholder_Account__c: null,
    Contact_Record_Type__c: null,
    First_Sync_Writes_Per_Hour__c: null,
    Window_Days_Back__c: 30,
    Conflict_Winner__c: 'Salesforce',
    ...more,
  };
  const fields = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
  const LastModifiedBy = { value: { fields: { Name: { value: by } } } };
  return {
    id: 'a01Sales',
    apiName: 'Tandem_Configuration__c',
    lastModifiedDate,
    fields: { ...fields, LastModifiedBy },
  };
}

type Screen = Shown<object>;

async function screen(active = false, read = record()): Promise<Screen> {
  const shown = show(
    'c-tandem-configuration',
    TandemConfiguration,
    { configurationId: 'a01Sales', configurations: [configuration('Sales', { active })], section: 'general' },
    ['close', 'activate', 'deactivate', 'saved'],
  );
  await settled();
  infos.emit(info);
  picklists.emit({ picklistFieldValues });
  records.emit(read);
  await settled();
  return shown;
}
const parts = (shown: Screen) => shown.findAll<HTMLElement & { section: Section }>('c-tandem-section');
const settings = (shown: Screen) => parts(shown).flatMap(({ section }) => section.settings);
const setting = (shown: Screen, field: string) => settings(shown).find((one) => one.field === field)!;
async function set(shown: Screen, field: string, value: unknown) {
  tell(parts(shown)[0]!, 'set', { field, value });
  await settled();
}
type Button = HTMLElement & { label: string; disabled: boolean; alternativeText?: string };
const button = (shown: Screen, label: string) => {
  const [bar] = shown.findAll('c-tandem-save-bar');
  const inBar = bar?.shadowRoot?.querySelectorAll<Button>('lightning-button') ?? [];
  return [...shown.findAll<Button>('lightning-button, lightning-button-icon'), ...inBar].find(
    (one) => one.label === label || one.alternativeText === label,
  )!;
};
const below = (shown: Screen) => shown.find('c-tandem-save-bar').shadowRoot?.textContent;
async function press(shown: Screen, label: string) {
  button(shown, label).click();
  await settled(30);
}
const confirm = jest.fn();
async function hasRecordTypes() {
  const typeInfo = (recordTypeId: string, name: string, master = false) => ({
    ...{ recordTypeId, name, master },
    available: true,
    defaultRecordTypeMapping: master,
  });
  const recordTypeInfos = {
    '012M': typeInfo('012M', 'Master', true),
    '012S': typeInfo('012S', 'Supplier'),
    '012P': typeInfo('012P', 'Partner'),
  };
  infos.emit(
    { ...objectInfo('Contact', []), recordTypeInfos },
    ({ objectApiName }) => objectApiName === 'Contact',
  );
  await settled();
}

describe('the editor of a configuration', () => {
  beforeEach(() => {
    LightningConfirm.open = confirm.mockReset().mockResolvedValue(true);
    jest
      .mocked(updateRecord)
      .mockReset()
      .mockResolvedValue({ ...record(), lastModifiedDate: later } as never);
    jest.mocked(notifyRecordUpdateAvailable).mockReset().mockResolvedValue(undefined);
  });
  afterEach(() => {
    document.body.replaceChildren();
    window.sessionStorage.clear();
  });

  it('offers the record types of contacts, and says by its name which one new contacts get', async () => {
    const shown = await screen();
    await hasRecordTypes();
    expect(setting(shown, 'Contact_Record_Type__c').options).toEqual([
      { value: '', label: 'Default of the bridge’s user' },
      { value: '012P', label: 'Partner' },
      { value: '012S', label: 'Supplier' },
    ]);
    await set(shown, 'Contact_Record_Type__c', '012P');
    expect(shown.text()).toContain('New contacts get the record type Partner.');
  });

  it('keeps a record type that was chosen by its API name', async () => {
    const shown = await screen(false, record({ Contact_Record_Type__c: 'Partner_Contact' }));
    await hasRecordTypes();
    expect(setting(shown, 'Contact_Record_Type__c').options.at(-1)).toEqual({
      value: 'Partner_Contact',
      label: 'Partner_Contact (not in this list)',
    });
  });

  it('lets the API name be typed by who may not read contacts', async () => {
    const shown = await screen();
    infos.error({ message: 'gone' }, 404);
    infos.emit(info, ({ objectApiName }) => objectApiName !== 'Contact');
    await settled();
    expect(setting(shown, 'Contact_Record_Type__c').options).toEqual([]);
  });

  it('loads, and says so when the configuration cannot be read', async () => {
    const shown = show('c-tandem-configuration', TandemConfiguration, { configurationId: 'a01Sales' });
    await settled();
    expect(shown.findAll('lightning-spinner')).toHaveLength(1);
    records.error({ message: 'gone' }, 404);
    await settled();
    const panel = shown.find<HTMLElement & { message: string }>('c-tandem-error-panel');
    expect(panel.message).toBe('The configuration could not be read.');
    tell(panel, 'retry');
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: 'a01Sales' }]);
  });

  it('has a section for each group of settings, with what the person may see', async () => {
    const shown = await screen();
    const tabs = shown.findAll<HTMLElement & { label: string }>('lightning-tab').map(({ label }) => label);
    expect(tabs).toEqual([
      'General',
      'People',
      'Contacts',
      'Filters',
      'Field mappings',
      'Events',
      'Event fields',
      'Invitations',
      'Conflicts',
    ]);
    expect(setting(shown, 'Contact_Scope__c').value).toBe('Own');
    expect(setting(shown, 'Invitations__c')).toBeUndefined();
    expect(
      parts(shown)
        .map(({ section }) => section.hint)
        .join(),
    ).toContain('Which events sync');
  });

  it('says what a change will do before it is saved, and when', async () => {
    const shown = await screen();
    await set(shown, 'Contact_Scope__c', 'Visible');
    await set(shown, 'First_Sync_Writes_Per_Hour__c', 500);
    await set(shown, 'Window_Days_Back__c', 60);
    expect(shown.text()).toContain('as soon as the configuration is active:');
    expect(shown.text()).toContain('All contacts that the user can see go to Outlook.');
    expect(shown.text()).toContain('at most 500 contacts an hour');
    expect(shown.text()).toContain('Settings of events and invitations take effect once events sync.');
    await set(shown, 'Contact_Scope__c', 'Own');
    expect(shown.text()).not.toContain('All contacts that the user can see');
  });

  it('saves what was changed, on condition that nobody saved in between', async () => {
    const shown = await screen(true);
    expect(button(shown, 'Save').disabled).toBe(true);
    await set(shown, 'Contact_Scope__c', 'Visible');
    expect(shown.text()).toContain('for everybody in this configuration:');
    await press(shown, 'Save');
    expect(updateRecord).toHaveBeenCalledWith(
      { fields: { Contact_Scope__c: 'Visible', Id: 'a01Sales' } },
      { ifUnmodifiedSince: first },
    );
    expect(button(shown, 'Save').disabled).toBe(true);
    expect(setting(shown, 'Contact_Scope__c').value).toBe('Visible');
    expect(shown.told('saved')).toHaveLength(1);
    await set(shown, 'Contact_Scope__c', 'Own');
    await press(shown, 'Save');
    expect(updateRecord).toHaveBeenLastCalledWith(expect.anything(), { ifUnmodifiedSince: later });
  });

  it('keeps what cannot work from being saved, and says why beside the field', async () => {
    const shown = await screen();
    await set(shown, 'Name', null);
    await set(shown, 'Unknown_Company__c', 'Placeholder');
    await set(shown, 'First_Sync_Writes_Per_Hour__c', 0);
    await set(shown, 'Window_Days_Back__c', 301);
    expect(setting(shown, 'Name').fault).toBe('Enter a name.');
    expect(setting(shown, 'Placeholder_Account__c').fault).toContain('Choose the placeholder account');
    expect(setting(shown, 'First_Sync_Writes_Per_Hour__c').fault).toContain('from 1 to');
    expect(setting(shown, 'Window_Days_Back__c').fault).toBe('Enter a whole number from 0 to 300.');
    await press(shown, 'Save');
    expect(updateRecord).not.toHaveBeenCalled();
    expect(below(shown)).toContain('Nothing was saved. Correct what is marked first.');
  });

  it('says why the org refuses to save, and keeps what was changed', async () => {
    jest.mocked(updateRecord).mockRejectedValue({
      status: 400,
      body: { message: 'summary', output: { errors: [{ message: 'A rule says no.' }] } },
    });
    const shown = await screen();
    await set(shown, 'Include_Followed__c', true);
    await press(shown, 'Save');
    expect(below(shown)).toContain('A rule says no.');
    expect(button(shown, 'Save').disabled).toBe(false);
  });

  it('says who saved in between, and what differs, and lets the admin keep their own changes', async () => {
    jest.mocked(updateRecord).mockRejectedValueOnce({ status: 412, body: {} });
    const shown = await screen();
    await set(shown, 'Contact_Scope__c', 'Visible');
    await set(shown, 'Include_Followed__c', true);
    await press(shown, 'Save');
    expect(notifyRecordUpdateAvailable).toHaveBeenCalled();
    records.emit(
      record({ Contact_Scope__c: null, Contact_Direction__c: 'Off', Include_Followed__c: true }, later),
    );
    await settled();
    expect(shown.text()).toContain('Omar saved this configuration while you were editing it.');
    expect(shown.text()).toContain('Contact_Direction: now “Off”. You did not change it.');
    expect(shown.text()).toContain(
      'Contact_Scope: now “(blank)”, and “All visible contacts” is what you chose.',
    );
    expect(shown.text()).toContain('Include_Followed: now “Yes”. You did not change it.');
    expect(button(shown, 'Save').disabled).toBe(true);
    await press(shown, 'Keep my changes');
    await press(shown, 'Save');
    expect(updateRecord).toHaveBeenLastCalledWith(
      { fields: { Contact_Scope__c: 'Visible', Id: 'a01Sales' } },
      { ifUnmodifiedSince: later },
    );
  });

  it('lets the admin drop their changes when somebody else saved', async () => {
    const shown = await screen();
    await set(shown, 'Contact_Scope__c', 'Visible');
    records.emit(record({ Contact_Direction__c: 'Off' }, later, ''));
    await settled();
    expect(shown.text()).toContain('Somebody saved this configuration');
    await press(shown, 'Drop my changes');
    expect(setting(shown, 'Contact_Scope__c').value).toBe('Own');
    expect(setting(shown, 'Contact_Direction__c').value).toBe('Off');
    expect(shown.text()).not.toContain('Somebody saved');
  });

  it('takes over what somebody else saved while nothing is edited', async () => {
    const shown = await screen();
    records.emit(record({ Contact_Direction__c: 'Off' }, later));
    await settled();
    expect(setting(shown, 'Contact_Direction__c').value).toBe('Off');
    expect(shown.findAll('[role="alert"]')).toHaveLength(0);
  });

  it('asks before changes are lost, those of the parts that save by themselves among them', async () => {
    confirm.mockResolvedValue(false);
    const shown = await screen();
    await press(shown, 'All configurations');
    expect(confirm).not.toHaveBeenCalled();
    expect(shown.told('close')).toHaveLength(1);
    tell(parts(shown)[4]!, 'dirtychange', { part: 'mappings', isDirty: true });
    await press(shown, 'All configurations');
    await press(shown, 'Activate');
    expect(shown.told('close')).toHaveLength(1);
    expect(shown.told('activate')).toHaveLength(0);
    const leaving = new CustomEvent('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    tell(parts(shown)[4]!, 'dirtychange', { part: 'mappings', isDirty: false });
    await set(shown, 'Include_Followed__c', true);
    await press(shown, 'Discard changes');
    expect(setting(shown, 'Include_Followed__c').value).toBe(true);
    confirm.mockResolvedValue(true);
    await press(shown, 'Discard changes');
    expect(setting(shown, 'Include_Followed__c').value).toBe(false);
    await press(shown, 'Activate');
    expect(shown.told('activate')).toHaveLength(1);
  });

  it('asks before it deactivates a configuration with edits that are not saved, and drops them then', async () => {
    const shown = await screen(true);
    await set(shown, 'Include_Followed__c', true);
    confirm.mockResolvedValue(false);
    await press(shown, 'Deactivate');
    expect(shown.told('deactivate')).toHaveLength(0);
    expect(setting(shown, 'Include_Followed__c').value).toBe(true);
    confirm.mockResolvedValue(true);
    await press(shown, 'Deactivate');
    expect(shown.told('deactivate')).toHaveLength(1);
    expect(setting(shown, 'Include_Followed__c').value).toBe(false);
  });

  it('shows again what was typed and left before it was saved, and says who saved in between', async () => {
    await set(await screen(), 'Contact_Scope__c', 'Visible');
    document.body.replaceChildren();
    const again = await screen();
    expect(setting(again, 'Contact_Scope__c').value).toBe('Visible');
    expect(below(again)).toContain('are shown again.');
    expect(again.findAll('[role="alert"]')).toHaveLength(0);
    document.body.replaceChildren();
    const overtaken = await screen(false, record({ Contact_Direction__c: 'Off' }, later));
    expect(overtaken.text()).toContain('Omar saved this configuration while you were editing it.');
    await press(overtaken, 'Drop my changes');
    document.body.replaceChildren();
    expect(setting(await screen(), 'Contact_Scope__c').value).toBe('Own');
  });

  it('forgets what was typed once the admin left it on purpose', async () => {
    const shown = await screen();
    await set(shown, 'Contact_Scope__c', 'Visible');
    await press(shown, 'All configurations');
    document.body.replaceChildren();
    expect(setting(await screen(), 'Contact_Scope__c').value).toBe('Own');
  });

  it('offers to save beside settings, but not beside parts that save by themselves', async () => {
    const shown = await screen(true);
    const tab = (value: string) =>
      shown.findAll<HTMLElement & { value: string }>('lightning-tab').find((one) => one.value === value)!;
    tell(tab('mappings'), 'active');
    await settled();
    expect(button(shown, 'Save')).toBeUndefined();
    tell(tab('contacts'), 'active');
    await settled();
    expect(button(shown, 'Save')).toBeDefined();
    await press(shown, 'Deactivate');
    expect(shown.told('deactivate')).toHaveLength(1);
  });
});
