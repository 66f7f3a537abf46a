import LightningConfirm from 'lightning/confirm';
import { graphql as adapter } from 'lightning/graphql';
import {
  getObjectInfo as infoAdapter,
  getPicklistValuesByRecordType as valuesAdapter,
} from 'lightning/uiObjectInfoApi';
import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import TandemFilters from 'c/tandemFilters';
import { fieldInfo, objectInfo } from 'tests/fields';
import type { GraphqlStub } from 'tests/graphql-stub';
import { settled, show, tell, type Shown } from 'tests/show';

const graphql = adapter as unknown as GraphqlStub;
interface Emitter {
  emit(data: unknown, which?: (config: { objectApiName?: string }) => boolean): void;
  error(error: unknown): void;
}
const info = infoAdapter as unknown as Emitter;
const values = valuesAdapter as unknown as Emitter;
const contact = objectInfo('Contact', [
  fieldInfo('Title'),
  fieldInfo('LeadSource', 'Picklist'),
  fieldInfo('Birthdate', 'Date'),
  fieldInfo('CreatedDate', 'DateTime'),
  fieldInfo('HasOptedOutOfEmail', 'Boolean'),
  fieldInfo('Score__c', 'Double'),
  fieldInfo('Tags__c', 'MultiPicklist'),
  fieldInfo('OwnerId', 'Reference', { referenceToInfos: [{ apiName: 'User' }] }),
  fieldInfo('Full__c', 'String', { calculated: true }),
  fieldInfo('Description', 'TextArea', { filterable: false, length: 32000 }),
  fieldInfo('Where__c', 'Location'),
]);
const account = objectInfo('Account', [fieldInfo('Industry', 'Picklist'), fieldInfo('Name')]);
const about =
  (object: string) =>
  ({ objectApiName }: { objectApiName?: string }) =>
    objectApiName === object;
const picklist = (field: string, ...choices: string[]) => ({
  picklistFieldValues: {
    [field]: { defaultValue: null, values: choices.map((value) => ({ value, label: value })) },
  },
});

const value = (one: string | null) => ({ value: one });
const node = (id: string, object: string, field: string, operator: string, wanted: string | null = null) => ({
  Id: id,
  Object__c: value(object),
  Field__c: value(field),
  Operator__c: value(operator),
  Value__c: value(wanted),
  LastModifiedDate: value('2026-03-01T09:00:00.000Z'),
});
const filters = (...nodes: object[]) => ({
  uiapi: { query: { Tandem_Filter__c: { edges: nodes.map((one) => ({ node: one })) } } },
});

let refreshed: jest.Mock;
/** What was counted last. */
let counted: unknown;
const aboutRows = ({ variables = {} }: { variables?: Record<string, unknown> }) =>
  'configurationId' in variables;
const aboutCount = ({ variables = {} }: { variables?: Record<string, unknown> }) => {
  counted = variables['where'];
  return 'where' in variables;
};

type Screen = Shown<{ configurationId: string | undefined }>;
async function screen(...nodes: object[]): Promise<Screen> {
  const shown = show('c-tandem-filters', TandemFilters, { configurationId: 'a01' }, ['dirtychange']);
  await settled();
  info.emit(contact, about('Contact'));
  info.emit(account, about('Account'));
  await settled();
  values.emit(picklist('LeadSource', 'Web', 'Phone'), about('Contact'));
  values.emit(picklist('Industry', 'Banking'), about('Account'));
  graphql.emit(filters(...nodes), aboutRows, refreshed);
  await settled();
  return shown;
}
async function answerCount(matching: number, all: number) {
  jest.advanceTimersByTime(500);
  await settled();
  graphql.emit(
    { uiapi: { query: { matching: { totalCount: matching }, all: { totalCount: all } } } },
    aboutCount,
  );
  await settled();
}
type Box = HTMLElement & {
  label: string;
  value: string;
  type?: string;
  options: { value: string; label: string }[];
};
const edited = (shown: Screen, label: string, at = 0) => {
  const set = shown.findAll('fieldset')[at];
  const found = [
    ...(set?.querySelectorAll<Box>('lightning-combobox, lightning-input, lightning-record-picker') ?? []),
  ].find((one) => one.label === label);
  if (!found) throw new Error(`no ${label} in condition ${at + 1}`);
  return found;
};
async function enter(shown: Screen, label: string, chosen: string, at = 0) {
  tell(edited(shown, label, at), 'change', { value: chosen });
  await settled();
}
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
async function press(shown: Screen, label: string) {
  button(shown, label).click();
  await settled(60);
}
const record = (id: string) => ({
  id,
  apiName: '',
  fields: {},
  lastModifiedDate: '2026-03-02T09:00:00.000Z',
});

describe('the filter of a configuration', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    refreshed = jest.fn().mockResolvedValue(undefined);
    counted = undefined;
    jest.mocked(createRecord).mockReset().mockResolvedValue(record('new'));
    jest.mocked(updateRecord).mockReset().mockResolvedValue(record('f1'));
    jest.mocked(deleteRecord).mockReset().mockResolvedValue(undefined);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
    window.sessionStorage.clear();
  });

  it('says what is needed first where there is no configuration yet', async () => {
    const shown = show('c-tandem-filters', TandemFilters, { configurationId: undefined });
    await settled();
    expect(shown.text()).toBe('Save the configuration first.');
  });

  it('loads, and says so when it cannot be read', async () => {
    const shown = show('c-tandem-filters', TandemFilters, { configurationId: 'a01' });
    await settled();
    expect(shown.findAll('lightning-spinner')).toHaveLength(1);
    graphql.emitErrors([{ message: 'down' }], aboutRows, refreshed);
    await settled();
    const panel = shown.find<HTMLElement & { message: string }>('c-tandem-error-panel');
    expect(panel.message).toBe('The filter could not be read.');
    tell(panel, 'retry');
    expect(refreshed).toHaveBeenCalled();
  });

  it('says that without conditions everybody goes out', async () => {
    const shown = await screen();
    expect(shown.text()).toContain(
      'No conditions: every contact that the configuration covers is sent to Outlook.',
    );
    expect(button(shown, 'Save').disabled).toBe(true);
  });

  it('says in words what saved conditions ask, and how many contacts match', async () => {
    const shown = await screen(
      node('f1', 'Account', 'industry', 'Equals', 'Banking'),
      node('f2', 'Contact', 'CreatedDate', 'Equals', 'LAST_N_DAYS:30'),
      node('f3', 'Contact', 'HasOptedOutOfEmail', 'NotEquals', 'true'),
      node('f4', 'Contact', 'Title', 'IsNotBlank'),
      node('f5', 'Contact', 'Birthdate', 'GreaterThan', '2000-01-01'),
      node('f6', 'Contact', 'Birthdate', 'NotEquals', 'THIS_MONTH'),
    );
    expect(shown.findAll('li').map((one) => one.textContent)).toEqual([
      'Account: Industry equals “Banking”',
      'Contact: Created Date is on or within the last 30 days',
      'Contact: Has Opted Out Of Email does not equal “Checked”',
      'Contact: Title is not blank',
      'Contact: Birthdate is after 2000-01-01',
      'Contact: Birthdate is not on or within this month',
    ]);
    jest.advanceTimersByTime(500);
    await settled();
    expect(shown.text()).toContain('Counting the contacts that match');
    await answerCount(12, 340);
    expect(shown.text()).toContain('12 of the 340 contacts that you can see match now.');
    expect(counted).toEqual({
      and: [
        { Account: { Industry: { eq: 'Banking' } } },
        { CreatedDate: { eq: { range: { last_n_days: 30 } } } },
        { HasOptedOutOfEmail: { ne: true } },
        { Title: { ne: null } },
        { Birthdate: { gt: { value: '2000-01-01' } } },
        { Birthdate: { ne: { literal: 'THIS_MONTH' } } },
      ],
    });
  });

  it.each([
    ['Title', 'Contains', '50%', { Title: { like: '%50\\%%' } }],
    ['Title', 'StartsWith', 'Head', { Title: { like: 'Head%' } }],
    ['Title', 'NotEquals', 'Head', { Title: { ne: 'Head' } }],
    ['Title', 'IsBlank', null, { Title: { eq: null } }],
    ['Tags__c', 'Contains', 'a', { Tags__c: { includes: ['a'] } }],
    ['Tags__c', 'Equals', 'a', { Tags__c: { eq: 'a' } }],
    ['Score__c', 'LessThan', '2.5', { Score__c: { lt: 2.5 } }],
    ['OwnerId', 'Equals', '005000000000001AAA', { OwnerId: { eq: '005000000000001AAA' } }],
    [
      'CreatedDate',
      'GreaterThan',
      '2026-02-28',
      { CreatedDate: { gte: { value: '2026-03-01T00:00:00.000Z' } } },
    ],
    ['CreatedDate', 'LessThan', '2026-02-28', { CreatedDate: { lt: { value: '2026-02-28T00:00:00.000Z' } } }],
    [
      'CreatedDate',
      'Equals',
      '2026-02-28',
      {
        and: [
          { CreatedDate: { gte: { value: '2026-02-28T00:00:00.000Z' } } },
          { CreatedDate: { lt: { value: '2026-03-01T00:00:00.000Z' } } },
        ],
      },
    ],
    [
      'CreatedDate',
      'NotEquals',
      '2026-02-28',
      {
        or: [
          { CreatedDate: { eq: null } },
          { CreatedDate: { lt: { value: '2026-02-28T00:00:00.000Z' } } },
          { CreatedDate: { gte: { value: '2026-03-01T00:00:00.000Z' } } },
        ],
      },
    ],
  ])('counts contacts whose %s %s %s', async (field, operator, wanted, where) => {
    await screen(node('f1', 'Contact', field, operator, wanted));
    await answerCount(1, 2);
    expect(counted).toEqual({ and: [where] });
  });

  it('warns when nothing matches, and when the filter leaves nobody out', async () => {
    const shown = await screen(node('f1', 'Contact', 'Title', 'Equals', 'x'));
    await answerCount(0, 340);
    expect(shown.text()).toContain('No contact that you can see matches now');
    expect(shown.find<HTMLElement & { iconName: string }>('p[role=status] lightning-icon').iconName).toBe(
      'utility:warning',
    );
    await answerCount(340, 340);
    expect(shown.text()).toContain('All 340 contacts that you can see match');
    graphql.emitErrors([{ message: 'too slow' }], aboutCount);
    await settled();
    expect(shown.text()).toContain('How many contacts match cannot be counted here. The preview tells.');
  });

  it('builds a condition by the type of its field, and creates it', async () => {
    const shown = await screen();
    await press(shown, 'Add a condition');
    expect(button(shown, 'Save').disabled).toBe(true);
    await enter(shown, 'Field', 'LeadSource');
    expect(edited(shown, 'Comparison').options.map((one) => one.label)).toContain('starts with');
    expect(edited(shown, 'Value').options.map((one) => one.value)).toEqual(['Web', 'Phone']);
    await enter(shown, 'Value', 'Web');
    expect(shown.told('dirtychange')).toEqual([{ isDirty: true }]);
    await press(shown, 'Save');
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'Tandem_Filter__c',
      fields: {
        Configuration__c: 'a01',
        Object__c: 'Contact',
        Field__c: 'LeadSource',
        Operator__c: 'Equals',
        Value__c: 'Web',
      },
    });
    expect(shown.told('dirtychange')).toEqual([{ isDirty: true }, { isDirty: false }]);
    expect(refreshed).toHaveBeenCalled();
  });

  it('offers a number for numbers, a person for an owner, and the fields of the account', async () => {
    const shown = await screen();
    await press(shown, 'Add a condition');
    await enter(shown, 'Field', 'Score__c');
    expect(edited(shown, 'Value').type).toBe('number');
    await enter(shown, 'Comparison', 'GreaterThan');
    await enter(shown, 'Value', '10');
    await enter(shown, 'Field', 'OwnerId');
    expect(edited(shown, 'Comparison').value).toBe('Equals');
    const picker = shown.find<HTMLElement & { objectApiName: string }>('lightning-record-picker');
    expect(picker.objectApiName).toBe('User');
    tell(picker, 'change', { recordId: '005000000000001AAA' });
    await settled();
    expect(shown.text()).toContain('Contact: Owner Id equals “005000000000001AAA”');
    tell(picker, 'change', { recordId: null });
    await settled();
    expect(shown.text()).toContain('The value is missing.');
    await enter(shown, 'Where', 'Account');
    expect(edited(shown, 'Field').options.map((one) => one.value)).toEqual(['Industry', 'Name']);
  });

  it('edits days as spans that move, as counted ones and as a certain day', async () => {
    const shown = await screen();
    await press(shown, 'Add a condition');
    await enter(shown, 'Field', 'Birthdate');
    await enter(shown, 'When', 'THIS_QUARTER');
    expect(shown.text()).toContain('Contact: Birthdate is on or within this quarter');
    await enter(shown, 'When', 'LAST_N_DAYS');
    await enter(shown, 'How many', '7');
    expect(shown.text()).toContain('the last 7 days');
    await enter(shown, 'How many', '');
    expect(shown.text()).toContain('Choose a day, or a span with its number.');
    await enter(shown, 'When', 'DAY');
    await enter(shown, 'Day', '2026-05-01');
    await enter(shown, 'Comparison', 'LessThan');
    expect(shown.text()).toContain('Contact: Birthdate is before 2026-05-01');
  });

  it('keeps a span that it does not offer itself', async () => {
    const shown = await screen(node('f1', 'Contact', 'Birthdate', 'Equals', 'LAST_FISCAL_YEAR'));
    expect(edited(shown, 'When').value).toBe('LAST_FISCAL_YEAR');
    expect(shown.text()).toContain('is on or within LAST_FISCAL_YEAR');
  });

  it.each([
    ['Full__c', 'Equals', 'x', 'This field is a formula, and changes of formulas leave no trace'],
    ['Description', 'Equals', 'x', 'Salesforce does not filter by this field.'],
    ['Where__c', 'Equals', 'x', 'Fields of this type cannot be compared.'],
    ['Gone__c', 'Equals', 'x', 'There is no field Gone__c any more, or you may not see it.'],
    ['Title', 'GreaterThan', 'x', 'This field cannot be compared so.'],
    ['Title', '', 'x', 'Choose how to compare.'],
    ['Score__c', 'Equals', 'ten', 'Write a number'],
    ['HasOptedOutOfEmail', 'Equals', 'yes', 'A checkbox is checked or not checked.'],
    ['OwnerId', 'Equals', 'Ada', 'Choose a record.'],
  ])(
    'says beside a saved condition on %s (%s %s) why it cannot work',
    async (field, operator, wanted, reason) => {
      const shown = await screen(node('f1', 'Contact', field, operator, wanted));
      expect(shown.find('fieldset').textContent).toContain(reason);
      jest.advanceTimersByTime(500);
      await settled();
      expect(shown.find('p[role=status]').textContent?.trim()).toBe('');
    },
  );

  it('shows a field and a value that are not there any more, and which object is missing', async () => {
    const shown = await screen(
      node('f1', 'Contact', 'Gone__c', 'Equals', 'x'),
      node('f2', 'Contact', 'LeadSource', 'Equals', 'Fax'),
      node('f3', '', 'Title', 'Equals', 'x'),
    );
    expect(edited(shown, 'Field').options.at(-1)).toEqual({
      value: 'Gone__c',
      label: 'Gone__c (not there any more)',
    });
    expect(edited(shown, 'Value', 1).options.at(-1)).toEqual({
      value: 'Fax',
      label: 'Fax (not there any more)',
    });
    expect(shown.findAll('fieldset')[2]?.textContent).toContain(
      'Choose whether the field is on the contact or on its account.',
    );
  });

  it('saves nothing while a changed condition cannot work', async () => {
    const shown = await screen();
    await press(shown, 'Add a condition');
    await enter(shown, 'Value', 'something');
    expect(shown.find('fieldset').textContent).toContain('Choose a field.');
    await enter(shown, 'Field', 'Full__c');
    await press(shown, 'Save');
    expect(createRecord).not.toHaveBeenCalled();
    expect(bar(shown).wasBlocked).toBe(true);
  });

  it('changes and deletes, and keeps what was not saved with its reason', async () => {
    const shown = await screen(
      node('f1', 'Contact', 'Title', 'Equals', 'x'),
      node('f2', 'Contact', 'Title', 'NotEquals', 'y'),
      node('f3', 'Account', 'Name', 'IsBlank'),
    );
    jest.mocked(updateRecord).mockRejectedValue({ body: { message: 'Locked.' } });
    await enter(shown, 'Value', 'z');
    shown.findAll('lightning-button-icon')[1]?.click();
    await settled();
    await enter(shown, 'Comparison', 'IsNotBlank', 1);
    jest.mocked(deleteRecord).mockRejectedValue({ status: 404 });
    await press(shown, 'Save');
    expect(deleteRecord).toHaveBeenCalledWith('f2');
    expect(updateRecord).toHaveBeenCalledWith(
      {
        fields: {
          Id: 'f3',
          Object__c: 'Account',
          Field__c: 'Name',
          Operator__c: 'IsNotBlank',
          Value__c: null,
        },
      },
      { ifUnmodifiedSince: '2026-03-01T09:00:00.000Z' },
    );
    expect(shown.findAll('fieldset')).toHaveLength(2);
    expect(shown.find('fieldset').textContent).toContain('Locked.');
    expect(edited(shown, 'Value').value).toBe('z');
    graphql.emit(filters(), aboutRows, refreshed);
    await settled();
    expect(edited(shown, 'Value').value).toBe('z');
  });

  it('brings back a condition that could not be deleted', async () => {
    const shown = await screen(node('f1', 'Contact', 'Title', 'Equals', 'x'));
    jest.mocked(deleteRecord).mockRejectedValue({ body: { message: 'Not allowed.' } });
    shown.find('lightning-button-icon').click();
    await settled();
    await press(shown, 'Save');
    expect(shown.find('fieldset').textContent).toContain('Not allowed.');
  });

  it('is not mixed up with that of another configuration', async () => {
    const shown = await screen(node('f1', 'Contact', 'Title', 'Equals', 'x'));
    await enter(shown, 'Value', 'z');
    shown.element.configurationId = 'a02';
    await settled();
    expect(shown.told('dirtychange')).toEqual([{ isDirty: true }, { isDirty: false }]);
    graphql.emit(filters(node('f2', 'Account', 'Name', 'IsBlank')), aboutRows, refreshed);
    await settled();
    expect(shown.findAll('li').map((one) => one.textContent)).toEqual(['Account: Name is blank']);
  });

  it('keeps what is changed while it is saved', async () => {
    const shown = await screen(node('f1', 'Contact', 'Title', 'Equals', 'x'));
    let answer: (saved: ReturnType<typeof record>) => void = () => {};
    jest.mocked(updateRecord).mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    await enter(shown, 'Value', 'y');
    await press(shown, 'Save');
    expect(bar(shown).isSaving).toBe(true);
    await enter(shown, 'Value', 'z');
    answer(record('f1'));
    await settled(60);
    expect(edited(shown, 'Value').value).toBe('z');
    expect(shown.find('fieldset').textContent).toContain('Not saved yet');
  });

  it('throws changes away only after a question', async () => {
    const shown = await screen(node('f1', 'Contact', 'Title', 'Equals', 'x'));
    const confirm = jest.spyOn(LightningConfirm, 'open');
    await enter(shown, 'Value', 'z');
    confirm.mockResolvedValueOnce(false);
    await press(shown, 'Discard changes');
    expect(edited(shown, 'Value').value).toBe('z');
    confirm.mockResolvedValueOnce(true);
    await press(shown, 'Discard changes');
    expect(edited(shown, 'Value').value).toBe('x');
    expect(refreshed).toHaveBeenCalled();
  });

  it('shows again what was typed and left before it was saved', async () => {
    const shown = await screen(node('f1', 'Contact', 'Title', 'Equals', 'x'));
    await enter(shown, 'Value', 'z');
    document.body.replaceChildren();
    const again = await screen(node('f1', 'Contact', 'Title', 'Equals', 'x'));
    expect(edited(again, 'Value').value).toBe('z');
    expect(again.told('dirtychange')).toEqual([{ isDirty: true }]);
    expect((bar(again) as HTMLElement & { draftFrom?: string }).draftFrom).toBeDefined();
    await enter(again, 'Value', 'x');
    document.body.replaceChildren();
    expect(edited(await screen(node('f1', 'Contact', 'Title', 'Equals', 'y')), 'Value').value).toBe('y');
  });

  it('has no fields of accounts for who may not see them', async () => {
    const shown = show('c-tandem-filters', TandemFilters, { configurationId: 'a01' });
    await settled();
    info.error({ message: 'no access' });
    info.emit(contact, about('Contact'));
    graphql.emit(filters(node('f1', 'Account', 'Name', 'Equals', 'x')), aboutRows, refreshed);
    await settled();
    expect(shown.find('fieldset').textContent).toContain(
      'There is no field Name any more, or you may not see it.',
    );
  });
});
