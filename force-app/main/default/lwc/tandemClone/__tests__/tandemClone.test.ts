import { graphql as adapter } from 'lightning/graphql';
import Toast from 'lightning/toast';
import { getObjectInfo as infoAdapter } from 'lightning/uiObjectInfoApi';
import { createRecord, getRecord as recordAdapter } from 'lightning/uiRecordApi';
import TandemClone from 'c/tandemClone';
import { fieldInfo, objectInfo } from 'tests/fields';
import type { GraphqlStub } from 'tests/graphql-stub';
import { settled, show } from 'tests/show';

interface Adapter {
  emit(data: unknown): void;
  error(body?: unknown, status?: number): void;
  getLastConfig(): { optionalFields?: string[] };
}
const graphql = adapter as unknown as GraphqlStub;
const infos = infoAdapter as unknown as Adapter;
const records = recordAdapter as unknown as Adapter;

const values = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
const info = objectInfo('Tandem_Configuration__c', [
  fieldInfo('Name'),
  fieldInfo('Active__c', 'Boolean'),
  fieldInfo('Contact_Scope__c', 'Picklist'),
  fieldInfo('Window_Days_Back__c', 'Double'),
  fieldInfo('Written_By_Others__c', 'String', { createable: false }),
]);
const filter = { Object__c: 'Contact', Field__c: 'Title', Operator__c: 'Equals', Value__c: 'Buyer' };
const mapping = {
  Object__c: 'Contact',
  Salesforce_Field__c: 'Nickname__c',
  Exchange_Property__c: 'nickName',
  Direction__c: 'Both',
};
const edges = (fields: Record<string, unknown>) => ({ edges: [{ node: values(fields) }] });
const rows = {
  uiapi: { query: { Tandem_Filter__c: edges(filter), Tandem_Field_Mapping__c: edges(mapping) } },
};

let refreshed: jest.Mock;
async function copy() {
  const properties = { configurationId: 'a01Sales', name: 'Sales (copy)' };
  const shown = show('c-tandem-clone', TandemClone, properties, ['clone']);
  await settled();
  expect(shown.find<HTMLElement & { alternativeText: string }>('lightning-spinner').alternativeText).toBe(
    'Making “Sales (copy)”',
  );
  infos.emit(info);
  await settled();
  records.emit({
    id: 'a01Sales',
    fields: values({ Name: 'Sales', Contact_Scope__c: 'Visible', Window_Days_Back__c: 30 }),
  });
  graphql.emit(rows, undefined, refreshed);
  await settled(60);
  return shown;
}

describe('a copy of a configuration', () => {
  const toast = jest.spyOn(Toast, 'show');
  const made = jest.mocked(createRecord);
  beforeEach(() => {
    toast.mockClear();
    refreshed = jest.fn().mockResolvedValue(undefined);
    made.mockReset().mockResolvedValue({ id: 'a01Copy', lastModifiedDate: null } as never);
  });
  afterEach(() => document.body.replaceChildren());

  it('has the settings, conditions and field mappings as they are now, and is not active', async () => {
    const shown = await copy();
    expect(records.getLastConfig().optionalFields).toEqual([
      'Tandem_Configuration__c.Contact_Scope__c',
      'Tandem_Configuration__c.Window_Days_Back__c',
    ]);
    expect(refreshed).toHaveBeenCalledTimes(1);
    expect(made.mock.calls.map(([input]) => input)).toEqual([
      {
        apiName: 'Tandem_Configuration__c',
        fields: { Name: 'Sales (copy)', Contact_Scope__c: 'Visible', Window_Days_Back__c: 30 },
      },
      { apiName: 'Tandem_Filter__c', fields: { Configuration__c: 'a01Copy', ...filter } },
      { apiName: 'Tandem_Field_Mapping__c', fields: { Configuration__c: 'a01Copy', ...mapping } },
    ]);
    expect(shown.told('clone')).toEqual([{ id: 'a01Copy' }]);
    const label = '“Sales (copy)” was made. It is not active and has no people yet.';
    expect(toast).toHaveBeenCalledWith({ label, variant: 'success' }, expect.anything());
  });

  it('is made once, whatever is read again', async () => {
    await copy();
    graphql.emit(rows, undefined, refreshed);
    await settled(60);
    expect(made).toHaveBeenCalledTimes(3);
  });

  it('tells what is missing in it when the org refused a row', async () => {
    made
      .mockResolvedValueOnce({ id: 'a01Copy', lastModifiedDate: null } as never)
      .mockRejectedValueOnce({ body: { message: 'No.' } });
    const shown = await copy();
    expect(shown.told('clone')).toEqual([{ id: 'a01Copy' }]);
    const label = '1 of 2 conditions and field mappings were copied. Add the others, or delete the copy.';
    expect(toast).toHaveBeenCalledWith(
      expect.objectContaining({ label, message: 'No.', variant: 'error' }),
      expect.anything(),
    );
  });

  it('is told as failed when the org refuses it, or does not give what is copied', async () => {
    made.mockRejectedValue({ body: { message: 'No.' } });
    expect((await copy()).told('clone')).toEqual([{ id: undefined }]);
    const other = show('c-tandem-clone', TandemClone, { configurationId: 'a01', name: 'x' }, ['clone']);
    await settled();
    records.error({ message: 'gone' }, 404);
    await settled(60);
    expect(other.told('clone')).toEqual([{ id: undefined }]);
    expect(toast).toHaveBeenCalledTimes(2);
    const label = 'The configuration could not be copied.';
    expect(toast).toHaveBeenLastCalledWith(expect.objectContaining({ label }), expect.anything());
  });
});
