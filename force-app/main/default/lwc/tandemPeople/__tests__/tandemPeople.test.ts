import LightningConfirm from 'lightning/confirm';
import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import TandemPeople from 'c/tandemPeople';
import getProfiles from '@salesforce/apex/TandemProfiles.getProfiles';
import { assignment, configuration } from 'tests/settings';
import { settled, show, tell, type Shown } from 'tests/show';

jest.mock(
  '@salesforce/apex/TandemProfiles.getProfiles',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
const profiles = getProfiles as unknown as { emit(data: unknown): void; error(body?: unknown): void };

const sales = configuration('Sales', {
  active: true,
  people: [
    assignment('Maya', 'a01Sales'),
    assignment('Zoe', 'a01Sales', { isInactive: true }),
    assignment('Standard', 'a01Sales', { isProfile: true, assigneeId: '00eStandard', email: '' }),
  ],
});
const service = configuration('Service', { people: [assignment('Jonas', 'a01Service')] });

type Screen = Shown<object>;
async function people(id = 'a01Sales', configurations = [sales, service]): Promise<Screen> {
  const shown = show('c-tandem-people', TandemPeople, { configurationId: id, configurations }, [
    'peoplechange',
  ]);
  await settled();
  return shown;
}
const button = (shown: Screen, label: string) =>
  shown
    .findAll<HTMLElement & { label: string; disabled: boolean }>('lightning-button')
    .find((one) => one.label === label)!;
async function pick(shown: Screen, recordId: string | null) {
  tell(shown.find('lightning-record-picker'), 'change', { recordId });
  await settled();
}
async function press(shown: Screen, label: string) {
  button(shown, label).click();
  await settled(30);
}

describe('the people of a configuration', () => {
  beforeEach(() => {
    LightningConfirm.open = jest.fn().mockResolvedValue(true);
    jest
      .mocked(createRecord)
      .mockReset()
      .mockResolvedValue({} as never);
    jest
      .mocked(updateRecord)
      .mockReset()
      .mockResolvedValue({} as never);
    jest.mocked(deleteRecord).mockReset().mockResolvedValue(undefined);
  });
  afterEach(() => document.body.replaceChildren());

  it('are users and profiles; an inactive user is marked', async () => {
    const shown = await people();
    const rows = shown.findAll('tbody tr').map((row) => (row.textContent ?? '').replace(/\s+/g, ' ').trim());
    expect(rows).toEqual([
      'MayaUsermaya@fernhill.example',
      'ZoeThis user is inactive and does not sync.Userzoe@fernhill.example',
      'StandardProfile',
    ]);
  });

  it('are nobody at first', async () => {
    const shown = await people('a01Empty', [configuration('Empty')]);
    expect(shown.find<HTMLElement & { heading: string }>('c-tandem-empty').heading).toBe(
      'Nobody is in this configuration yet.',
    );
  });

  it('are added by id, with word of what follows', async () => {
    const shown = await people();
    expect(button(shown, 'Add').disabled).toBe(true);
    await pick(shown, '005Aiko');
    expect(shown.text()).toContain('The sync starts soon after: the configuration is active.');
    await press(shown, 'Add');
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'Tandem_Assignment__c',
      fields: { Configuration__c: 'a01Sales', Assignee_Id__c: '005Aiko', User__c: '005Aiko' },
    });
    expect(shown.told('peoplechange')).toHaveLength(1);
    expect(button(shown, 'Add').disabled).toBe(true);
  });

  it('who are in another configuration move, and the admin is told so before', async () => {
    const shown = await people();
    await pick(shown, '005Jonas');
    expect(shown.text()).toContain('Jonas is in the configuration “Service” now, and moves here.');
    await press(shown, 'Move here');
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: 'a02Jonas', Configuration__c: 'a01Sales' } });
    expect(createRecord).not.toHaveBeenCalled();
  });

  it('cannot be added twice', async () => {
    const shown = await people();
    await pick(shown, '005Maya');
    expect(shown.text()).toContain('Already in this configuration.');
    expect(button(shown, 'Add').disabled).toBe(true);
  });

  it('can be a profile, with its name', async () => {
    const shown = await people('a01Service');
    tell(shown.find('lightning-combobox'), 'change', { value: 'profile' });
    profiles.emit([{ Id: '00eSales', Name: 'Sales User' }]);
    await settled();
    const box = shown.findAll<HTMLElement & { options: object[] }>('lightning-combobox')[1]!;
    expect(box.options).toEqual([{ value: '00eSales', label: 'Sales User' }]);
    tell(box, 'change', { value: '00eSales' });
    await settled();
    expect(shown.text()).toContain('Nothing syncs before the configuration is activated.');
    await press(shown, 'Add');
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'Tandem_Assignment__c',
      fields: {
        Configuration__c: 'a01Service',
        Assignee_Id__c: '00eSales',
        Profile_Id__c: '00eSales',
        Profile_Name__c: 'Sales User',
      },
    });
  });

  it('say so when the profiles cannot be read', async () => {
    const shown = await people();
    tell(shown.find('lightning-combobox'), 'change', { value: 'profile' });
    profiles.error();
    await settled();
    expect(shown.text()).toContain('The profiles could not be read.');
  });

  it('are taken out after a question', async () => {
    const shown = await people();
    jest.mocked(LightningConfirm.open).mockResolvedValueOnce(false);
    shown.find('tbody lightning-button-icon').click();
    await settled(30);
    expect(deleteRecord).not.toHaveBeenCalled();
    shown.find('tbody lightning-button-icon').click();
    await settled(30);
    expect(deleteRecord).toHaveBeenCalledWith('a02Maya');
  });

  it('say what the org refuses, and look again', async () => {
    jest.mocked(createRecord).mockRejectedValue({ body: { message: 'duplicate value found' } });
    const shown = await people();
    await pick(shown, '005Aiko');
    await press(shown, 'Add');
    expect(shown.text()).toContain('Somebody else has added this user or profile in the meantime.');
    expect(shown.told('peoplechange')).toHaveLength(1);
  });

  it('are shown fifty at a time', async () => {
    const many = Array.from({ length: 70 }, (_none, index) => assignment(`P${index}`, 'a01Sales'));
    const shown = await people('a01Sales', [configuration('Sales', { people: many })]);
    expect(shown.findAll('tbody tr')).toHaveLength(50);
    await press(shown, 'Show more');
    expect(shown.findAll('tbody tr')).toHaveLength(70);
    expect(button(shown, 'Show more')).toBeUndefined();
  });
});
