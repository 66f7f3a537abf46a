import { saveRows, tellSaved, type Change } from 'c/tandemRows';
import Toast from 'lightning/toast';
import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';

const record = { id: 'r1', apiName: '', fields: {}, lastModifiedDate: '2026-03-02T09:00:00.000Z' };
const create: Change = {
  kind: 'create',
  key: 'new',
  object: 'Tandem_Filter__c',
  fields: { Field__c: 'Title' },
};
const update: Change = { kind: 'update', key: 'u', id: 'r1', fields: { Field__c: 'Title' }, modified: null };
const remove: Change = { kind: 'delete', key: 'd', id: 'r2' };

describe('rows of a configuration', () => {
  beforeEach(() => {
    jest.mocked(createRecord).mockReset().mockResolvedValue(record);
    jest.mocked(updateRecord).mockReset().mockResolvedValue(record);
    jest.mocked(deleteRecord).mockReset().mockResolvedValue(undefined);
  });

  it('are saved one after the other', async () => {
    const order: string[] = [];
    jest.mocked(createRecord).mockImplementation(async () => {
      order.push('create begins');
      await Promise.resolve();
      order.push('create ends');
      return record;
    });
    jest.mocked(deleteRecord).mockImplementation(async () => {
      order.push('delete');
    });
    const outcomes = await saveRows([create, remove]);
    expect(order).toEqual(['create begins', 'create ends', 'delete']);
    expect(outcomes).toEqual([
      { change: create, saved: { id: 'r1', modified: '2026-03-02T09:00:00.000Z' } },
      { change: remove, saved: null },
    ]);
  });

  it('are written over what somebody else saved only where it is not known when they were read', async () => {
    await saveRows([update]);
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Field__c: 'Title', Id: 'r1' } }, {});
  });

  it('count as deleted when somebody else has deleted them', async () => {
    jest.mocked(deleteRecord).mockRejectedValue({ status: 404, body: { message: 'gone' } });
    expect(await saveRows([remove])).toEqual([{ change: remove, saved: null }]);
  });

  it('are told with how many of them were not saved', async () => {
    const shown = jest.spyOn(Toast, 'show').mockImplementation(() => {});
    jest.mocked(createRecord).mockRejectedValue({ body: { message: 'No room.' } });
    const outcomes = await saveRows([create, update]);
    expect(outcomes.map(({ errors }) => errors)).toEqual([['No room.'], undefined]);
    tellSaved(document.body, outcomes);
    expect(shown.mock.calls[0]?.[0]).toMatchObject({
      variant: 'error',
      label: expect.stringContaining('1 of 2') as string,
    });
    tellSaved(document.body, outcomes.slice(1));
    expect(shown.mock.calls[1]?.[0]).toMatchObject({ variant: 'success' });
  });
});
