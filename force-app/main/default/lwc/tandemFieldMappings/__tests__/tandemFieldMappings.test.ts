import getEventFields from '@salesforce/apex/TandemEventFields.getFields';
import LightningConfirm from 'lightning/confirm';
import { graphql as adapter } from 'lightning/graphql';
import { getObjectInfo as infoAdapter } from 'lightning/uiObjectInfoApi';
import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import TandemFieldMappings from 'c/tandemFieldMappings';
import { fieldInfo, objectInfo } from 'tests/fields';
import type { GraphqlStub } from 'tests/graphql-stub';
import { settled, show, tell, type Shown } from 'tests/show';

jest.mock('@salesforce/apex/TandemEventFields.getFields', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
const readEventFields = getEventFields as unknown as jest.Mock;
const graphql = adapter as unknown as GraphqlStub;
const info = infoAdapter as unknown as { emit(data: unknown): void; error(error?: unknown): void };
const contact = objectInfo('Contact', [
  fieldInfo('AccountId', 'Reference'),
  fieldInfo('LastName'),
  fieldInfo('Email', 'Email'),
  fieldInfo('Title'),
  fieldInfo('MobilePhone', 'Phone', { length: 40 }),
  fieldInfo('Nick__c', 'String', { length: 5 }),
  fieldInfo('Tier__c', 'Picklist'),
  fieldInfo('Score__c', 'Double'),
  fieldInfo('Full__c', 'String', { calculated: true, updateable: false }),
]);

const value = (one: string | null) => ({ value: one });
const node = (id: string, field: string, property: string, direction: string | null = 'Both') => ({
  Id: id,
  Salesforce_Field__c: value(field),
  Exchange_Property__c: value(property),
  Direction__c: value(direction),
  LastModifiedDate: value('2026-03-01T09:00:00.000Z'),
});
const data = (...nodes: object[]) => ({
  uiapi: { query: { Tandem_Field_Mapping__c: { edges: nodes.map((one) => ({ node: one })) } } },
});

let refreshed: jest.Mock;
type Screen = Shown<{ configurationId: string | undefined }>;

async function screen(...nodes: object[]): Promise<Screen> {
  const shown = show('c-tandem-field-mappings', TandemFieldMappings, { configurationId: 'a01' }, [
    'dirtychange',
  ]);
  await settled();
  info.emit(contact);
  graphql.emit(data(...nodes), undefined, refreshed);
  await settled();
  return shown;
}

const rowOf = (shown: Screen, name: string) => {
  const row = shown.findAll('tbody tr').find((one) => one.querySelector('th')?.textContent?.includes(name));
  if (!row) throw new Error(`no row ${name}`);
  return row;
};
const check = (row: Element) => (row.querySelectorAll('td')[2]?.textContent ?? '').trim();
const boxes = (row: Element) => [
  ...row.querySelectorAll<HTMLElement & { options: { value: string; label: string }[]; value: string }>(
    'lightning-combobox',
  ),
];
type Button = HTMLElement & { label: string; disabled: boolean };
type Bar = HTMLElement & { wasBlocked: boolean; isSaving: boolean };
const bar = (shown: Screen) => shown.find<Bar>('c-tandem-save-bar');
const button = (shown: Screen, label: string) => {
  const inBar = bar(shown).shadowRoot!.querySelectorAll<HTMLElement>('lightning-button');
  const found = ([...shown.findAll('lightning-button'), ...inBar] as Button[]).find(
    (one) => one.label === label,
  );
  if (!found) throw new Error(`no button ${label}`);
  return found;
};
async function choose(box: Element | undefined, chosen: string) {
  tell(box!, 'change', { value: chosen });
  await settled();
}
async function press(shown: Screen, label: string) {
  button(shown, label).click();
  await settled(60);
}
/** Adds a row for a field and a property. */
async function add(shown: Screen, field: string, property: string) {
  await press(shown, 'Add a field');
  const first = () => shown.find('tbody tr');
  await choose(boxes(first())[0], field);
  await choose(boxes(first())[1], property);
  return first();
}
const record = (id: string) => ({
  id,
  apiName: '',
  fields: {},
  lastModifiedDate: '2026-03-02T09:00:00.000Z',
});

describe('the field mappings of a configuration', () => {
  beforeEach(() => {
    refreshed = jest.fn().mockResolvedValue(undefined);
    jest.mocked(createRecord).mockReset().mockResolvedValue(record('new'));
    jest.mocked(updateRecord).mockReset().mockResolvedValue(record('f1'));
    jest.mocked(deleteRecord).mockReset().mockResolvedValue(undefined);
  });
  afterEach(() => {
    document.body.replaceChildren();
    window.sessionStorage.clear();
  });

  it('say what is needed first where there is no configuration yet', async () => {
    const shown = show('c-tandem-field-mappings', TandemFieldMappings, { configurationId: undefined });
    await settled();
    expect(shown.text()).toBe('Save the configuration first.');
  });

  it('load, and say so when they cannot be read', async () => {
    const shown = show('c-tandem-field-mappings', TandemFieldMappings, { configurationId: 'a01' });
    await settled();
    expect(shown.findAll('lightning-spinner')).toHaveLength(1);
    graphql.emitErrors([{ message: 'down' }], undefined, refreshed);
    await settled();
    const panel = shown.find<HTMLElement & { message: string }>('c-tandem-error-panel');
    expect(panel.message).toBe('The field mappings could not be read.');
    tell(panel, 'retry');
    expect(refreshed).toHaveBeenCalled();
  });

  it('show the defaults with labels and types of both sides, and which are locked', async () => {
    const shown = await screen();
    const title = rowOf(shown, 'Title');
    expect(title.textContent).toContain('Title · Text (80)');
    expect(title.textContent).toContain('Job titlejobTitle · Text');
    expect(boxes(title)[0]?.value).toBe('Both');
    const email = rowOf(shown, 'Email');
    expect(email.querySelectorAll('lightning-button-icon')).toHaveLength(0);
    expect(
      email.querySelector<HTMLElement & { alternativeText: string }>('lightning-icon')?.alternativeText,
    ).toContain('always goes with this property');
    expect(button(shown, 'Save').disabled).toBe(true);
  });

  it('put saved rows in the place of defaults, and further ones after them', async () => {
    const shown = await screen(
      node('f1', 'Title', 'profession', 'ToExchange'),
      node('f2', 'Nick__c', 'nickName', null),
    );
    expect(rowOf(shown, 'Title').textContent).toContain('Profession');
    expect(boxes(rowOf(shown, 'Title'))[0]?.value).toBe('ToExchange');
    expect(shown.findAll('tbody tr').at(-1)?.textContent).toContain('Nick');
    expect(check(rowOf(shown, 'Nick'))).toContain('Can work');
    expect(check(rowOf(shown, 'Nick'))).toContain('Longer text from Outlook is cut at 5 characters.');
  });

  it('say beside a saved row why it cannot work, and keep it from nothing else', async () => {
    const shown = await screen(
      node('f1', 'Gone__c', 'nickName'),
      node('f2', 'Nick__c', 'shoeSize'),
      node('f3', 'Tier__c', 'initials'),
      node('f4', 'Tier__c', 'profession'),
    );
    expect(check(rowOf(shown, 'Gone__c'))).toBe(
      'Contacts have no such field any more, or you may not see it. Remove the mapping, or ask for the field.',
    );
    expect(check(rowOf(shown, 'Nick'))).toContain('no such property');
    expect(check(shown.findAll('tbody tr').at(-1)!)).toContain('mapped twice');
    await choose(boxes(rowOf(shown, 'Mobile Phone'))[0], 'Off');
    await press(shown, 'Save');
    expect(jest.mocked(createRecord).mock.calls).toMatchObject([
      [{ fields: { Salesforce_Field__c: 'MobilePhone', Direction__c: 'Off' } }],
    ]);
  });

  it.each([
    ['Score__c', 'nickName', 'The property is text, and a field of the type Number cannot hold text.'],
    ['Full__c', 'nickName', 'This field is a formula, so it can only flow to Exchange.'],
    ['Nick__c', 'birthday', 'A birthday can only go with a date field.'],
    ['Nick__c', 'mobilePhone', 'Mobile Phone already goes with this property.'],
    ['Nick__c', '', 'Choose a field and a property.'],
  ])('refuse %s with %s before it is saved, with the reason', async (field, property, reason) => {
    const shown = await screen();
    const row = await add(shown, field, property);
    expect(check(row)).toContain(reason);
    await press(shown, 'Save');
    expect(createRecord).not.toHaveBeenCalled();
    expect(bar(shown).wasBlocked).toBe(true);
  });

  it('refuse to give a property to a field when that takes it from another one', async () => {
    const shown = await screen();
    rowOf(shown, 'Mobile Phone').querySelector<HTMLElement>('lightning-button-icon')?.click();
    await settled();
    const box = boxes(rowOf(shown, 'Mobile Phone'))[0];
    expect(box?.options.find(({ value: path }) => path === 'jobTitle')?.label).toBe(
      'Job title (goes with Title)',
    );
    await choose(box, 'jobTitle');
    expect(check(rowOf(shown, 'Mobile Phone'))).toContain('Title already goes with this property.');
    await choose(boxes(rowOf(shown, 'Title'))[0], 'Off');
    expect(check(rowOf(shown, 'Mobile Phone'))).toContain('Can work');
  });

  it('add a custom field, which is created for this configuration', async () => {
    const shown = await screen();
    const row = await add(shown, 'Nick__c', 'nickName');
    expect(shown.told('dirtychange')).toEqual([{ isDirty: true }]);
    await choose(boxes(row)[2], 'ToSalesforce');
    await press(shown, 'Save');
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'Tandem_Field_Mapping__c',
      fields: {
        Configuration__c: 'a01',
        Object__c: 'Contact',
        Salesforce_Field__c: 'Nick__c',
        Exchange_Property__c: 'nickName',
        Direction__c: 'ToSalesforce',
      },
    });
    expect(shown.told('dirtychange')).toEqual([{ isDirty: true }, { isDirty: false }]);
    expect(refreshed).toHaveBeenCalled();
  });

  it('change, delete and create in one go, and keep what was not saved with its reason', async () => {
    const shown = await screen(node('f1', 'Title', 'profession'), node('f2', 'Nick__c', 'nickName'));
    jest
      .mocked(updateRecord)
      .mockRejectedValue({ status: 412, body: { message: 'The record was modified' } });
    jest.mocked(deleteRecord).mockRejectedValueOnce({ body: { message: 'No.' } });
    await choose(boxes(rowOf(shown, 'Title'))[0], 'ToExchange');
    rowOf(shown, 'Nick').querySelectorAll<HTMLElement>('lightning-button-icon')[1]?.click();
    await settled();
    await choose(boxes(rowOf(shown, 'Mobile Phone'))[0], 'Off');
    await press(shown, 'Save');
    expect(updateRecord).toHaveBeenCalledWith(
      { fields: expect.objectContaining({ Id: 'f1', Direction__c: 'ToExchange' }) as object },
      { ifUnmodifiedSince: '2026-03-01T09:00:00.000Z' },
    );
    expect(check(rowOf(shown, 'Title'))).toContain('Somebody else changed this since you opened it.');
    expect(boxes(rowOf(shown, 'Title'))[0]?.value).toBe('ToExchange');
    expect(check(rowOf(shown, 'Nick'))).toContain('No.');
    expect(check(rowOf(shown, 'Mobile Phone'))).not.toContain('Not saved yet');
    graphql.emit(data(), undefined, refreshed);
    await settled();
    expect(boxes(rowOf(shown, 'Title'))[0]?.value).toBe('ToExchange');
  });

  it('go back to the defaults, which deletes rows when it is saved, and can be undone before', async () => {
    const shown = await screen(node('f1', 'Title', 'profession'), node('f2', 'Nick__c', 'nickName'));
    await press(shown, 'Reset to defaults');
    expect(shown.text()).toContain('All fields are as Tandem brings them. Save to keep this.');
    expect(rowOf(shown, 'Title').textContent).toContain('Job title');
    await press(shown, 'Undo');
    expect(rowOf(shown, 'Title').textContent).toContain('Profession');
    expect(button(shown, 'Save').disabled).toBe(true);
    await press(shown, 'Reset to defaults');
    await press(shown, 'Save');
    expect(jest.mocked(deleteRecord).mock.calls).toEqual([['f2'], ['f1']]);
    expect(button(shown, 'Save').disabled).toBe(true);
  });

  it('are not mixed up with those of another configuration', async () => {
    const shown = await screen(node('f1', 'Title', 'profession'));
    await choose(boxes(rowOf(shown, 'Title'))[0], 'Off');
    shown.element.configurationId = 'a02';
    await settled();
    expect(shown.told('dirtychange')).toEqual([{ isDirty: true }, { isDirty: false }]);
    graphql.emit(data(), undefined, refreshed);
    await settled();
    expect(rowOf(shown, 'Title').textContent).toContain('Job title');
    expect(boxes(rowOf(shown, 'Title'))[0]?.value).toBe('Both');
  });

  it('keep what is changed while they are saved', async () => {
    const shown = await screen();
    let answer: (saved: ReturnType<typeof record>) => void = () => {};
    jest.mocked(createRecord).mockReturnValue(new Promise((resolve) => (answer = resolve)));
    await choose(boxes(rowOf(shown, 'Title'))[0], 'Off');
    await press(shown, 'Save');
    expect(bar(shown).isSaving).toBe(true);
    await choose(boxes(rowOf(shown, 'Title'))[0], 'ToExchange');
    answer(record('f9'));
    await settled(60);
    expect(boxes(rowOf(shown, 'Title'))[0]?.value).toBe('ToExchange');
    expect(check(rowOf(shown, 'Title'))).toContain('Not saved yet');
    await press(shown, 'Save');
    expect(jest.mocked(updateRecord).mock.calls[0]?.[0]).toMatchObject({
      fields: { Id: 'f9', Direction__c: 'ToExchange' },
    });
  });

  it('throw changes away only after a question', async () => {
    const shown = await screen();
    const confirm = jest.spyOn(LightningConfirm, 'open');
    await choose(boxes(rowOf(shown, 'Title'))[0], 'Off');
    confirm.mockResolvedValueOnce(false);
    await press(shown, 'Discard changes');
    expect(boxes(rowOf(shown, 'Title'))[0]?.value).toBe('Off');
    confirm.mockResolvedValueOnce(true);
    await press(shown, 'Discard changes');
    expect(boxes(rowOf(shown, 'Title'))[0]?.value).toBe('Both');
    expect(refreshed).toHaveBeenCalled();
  });

  it('are shown again as they were left before they were saved', async () => {
    await choose(boxes(rowOf(await screen(), 'Title'))[0], 'Off');
    document.body.replaceChildren();
    const again = await screen();
    expect(boxes(rowOf(again, 'Title'))[0]?.value).toBe('Off');
    await choose(boxes(rowOf(again, 'Title'))[0], 'Both');
    document.body.replaceChildren();
    expect(button(await screen(), 'Save').disabled).toBe(true);
  });

  it('warn of values that a picklist may refuse, and of formulas that change by themselves', async () => {
    const shown = await screen(
      node('f1', 'Tier__c', 'profession'),
      node('f2', 'Full__c', 'nickName', 'ToExchange'),
    );
    expect(check(rowOf(shown, 'Tier'))).toContain('may be refused');
    expect(check(rowOf(shown, 'Full'))).toContain(
      'A new value is carried when something else in the contact changes.',
    );
  });
});

it('every place of an Exchange contact has a label of its own', async () => {
  const shown = await screen();
  await press(shown, 'Add a field');
  const options = boxes(shown.find('tbody tr'))[1]?.options ?? [];
  expect(options.length).toBe(47);
  for (const { value: path, label } of options) expect(label).not.toBe(path);
  expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
  document.body.replaceChildren();
});

describe('the field mappings of events', () => {
  const eventField = (apiName: string, dataType = 'string', more: object = {}) => ({
    ...{ apiName, label: apiName.replace(/__c$/, ''), dataType, length: 80 },
    ...{ updateable: true, calculated: false, filterable: true, ...more },
  });
  const fields = [
    eventField('Subject', 'combobox'),
    eventField('StartDateTime', 'datetime'),
    eventField('Location'),
    eventField('ShowAs', 'picklist'),
    eventField('Topic__c'),
    eventField('Score__c', 'double'),
  ];
  async function eventScreen(...nodes: object[]): Promise<Screen> {
    const shown = show(
      'c-tandem-field-mappings',
      TandemFieldMappings,
      { configurationId: 'a01', objectName: 'Event' },
      ['dirtychange'],
    );
    await settled();
    graphql.emit(data(...nodes), ({ variables }) => variables?.['object'] === 'Event', refreshed);
    await settled();
    return shown;
  }

  beforeEach(() => {
    refreshed = jest.fn().mockResolvedValue(undefined);
    readEventFields.mockReset().mockResolvedValue(fields);
    jest.mocked(createRecord).mockReset().mockResolvedValue(record('new'));
    jest.mocked(deleteRecord).mockReset().mockResolvedValue(undefined);
  });
  afterEach(() => {
    document.body.replaceChildren();
    window.sessionStorage.clear();
  });

  it('show the defaults, with subject and time locked both ways', async () => {
    const shown = await eventScreen();
    expect(shown.findAll('tbody th').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Subject'),
      expect.stringContaining('StartDateTime'),
      expect.stringContaining('Location'),
      expect.stringContaining('ShowAs'),
    ]);
    const [start, location] = [rowOf(shown, 'StartDateTime'), rowOf(shown, 'Location')];
    expect(start.textContent).toContain('Start, end and all-day');
    const disabled = (row: Element) => (boxes(row)[0] as unknown as { disabled: boolean }).disabled;
    expect([disabled(start), disabled(location)]).toEqual([true, false]);
    expect(check(location)).toContain('Can work');
  });

  it('say so when the fields cannot be read, and ask again', async () => {
    readEventFields.mockRejectedValueOnce({ body: { message: 'down' } });
    const shown = await eventScreen();
    const panel = shown.find<HTMLElement & { message: string }>('c-tandem-error-panel');
    expect(panel.message).toBe('The field mappings could not be read.');
    tell(panel, 'retry');
    await settled();
    expect(rowOf(shown, 'Location').textContent).toContain('Location');
  });

  it('take a custom field to a field made in Outlook by its name', async () => {
    const shown = await eventScreen();
    const row = await add(shown, 'Topic__c', 'named:');
    expect(check(row)).toContain('Write the name of the field in Outlook');
    tell(row.querySelector('lightning-input')!, 'change', { value: 'Budget Code' });
    await settled();
    expect(check(row)).toContain('Can work');
    await press(shown, 'Save');
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'Tandem_Field_Mapping__c',
      fields: {
        Configuration__c: 'a01',
        Object__c: 'Event',
        Salesforce_Field__c: 'Topic__c',
        Exchange_Property__c: 'named:Budget Code',
        Direction__c: 'Both',
      },
    });
  });

  it('offer a field the places that can hold it, and refuse what cannot work', async () => {
    const shown = await eventScreen(
      node('f1', 'Topic__c', 'start'),
      node('f2', 'Subject', 'subject', 'ToExchange'),
    );
    expect(check(rowOf(shown, 'Topic'))).toContain('Only StartDateTime can go with this property.');
    expect(check(rowOf(shown, 'Subject'))).toContain('always flows both ways, since events are paired by it');
    const row = await add(shown, 'Score__c', 'categories');
    expect(boxes(row)[1]?.options.map(({ value: path }) => path)).toEqual([
      'categories',
      'body',
      'location',
      'named:',
    ]);
    expect(check(row)).toContain('cannot hold text');
  });

  it('show a saved field of Outlook by its name, and go back to the defaults', async () => {
    const shown = await eventScreen(node('f1', 'Topic__c', 'named:Budget Code'));
    expect(rowOf(shown, 'Topic').textContent).toContain('Field made in Outlooknamed:Budget Code · Text');
    await press(shown, 'Reset to defaults');
    await press(shown, 'Save');
    expect(jest.mocked(deleteRecord).mock.calls).toEqual([['f1']]);
  });
});
