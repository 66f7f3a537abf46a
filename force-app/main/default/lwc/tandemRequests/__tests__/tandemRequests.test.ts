import LightningConfirm from 'lightning/confirm';
import Toast from 'lightning/toast';
import { createRecord } from 'lightning/uiRecordApi';
import { actionsFor, ask, askAbout } from 'c/tandemRequests';

const create = createRecord as jest.Mock;
const toast = jest.spyOn(Toast, 'show');
const namesFor = (...states: string[]) =>
  actionsFor(states.map((value) => ({ contacts: { value }, events: { isOff: true } }))).map(
    ({ name }) => name,
  );

describe('asking the bridge', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    create.mockImplementation(({ fields }: { fields: { User__c: string } }) =>
      Promise.resolve({ id: `request of ${fields.User__c}` }),
    );
  });

  it('makes a request for each person and says so', async () => {
    expect(await ask(document, 'SyncNow', ['maya', 'jonas'])).toEqual([
      'request of maya',
      'request of jonas',
    ]);
    expect(create).toHaveBeenCalledWith({
      apiName: 'Tandem_Request__c',
      fields: { Kind__c: 'SyncNow', User__c: 'maya' },
    });
    const label = 'Sync now was requested. Mailboxes: 2.';
    expect(toast).toHaveBeenCalledWith({ label, variant: 'success' }, document);
  });

  it('sends no more than five at a time', async () => {
    let running = 0;
    let most = 0;
    create.mockImplementation(async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return { id: 'r' };
    });
    const everybody = Array.from({ length: 23 }, (_none, index) => String(index));
    expect(await ask(document, 'Pause', everybody)).toHaveLength(23);
    expect(most).toBe(5);
  });

  it('says how many were refused and why, and keeps the others', async () => {
    create.mockRejectedValueOnce({ body: { message: 'No access' } });
    expect(await ask(document, 'SyncNow', ['maya', 'jonas'])).toEqual(['request of jonas']);
    expect(toast).toHaveBeenCalledWith(
      expect.objectContaining({
        label: 'Sync now was requested for 1 of 2 mailboxes.',
        message: 'No access',
        variant: 'error',
      }),
      document,
    );
  });

  it('asks before it resets', async () => {
    const open = jest.spyOn(LightningConfirm, 'open').mockResolvedValueOnce(false);
    expect(await ask(document, 'ResetContacts', ['maya'])).toEqual([]);
    expect(create).not.toHaveBeenCalled();
    open.mockResolvedValueOnce(true);
    expect(await ask(document, 'ResetContacts', ['maya'])).toHaveLength(1);
  });
});

describe('asking the bridge about issues and records', () => {
  const about = { userId: 'maya', issueId: 'i1' };
  beforeEach(() => {
    jest.clearAllMocks();
    create.mockResolvedValue({ id: 'r' });
  });

  it('names the issue and what was chosen', async () => {
    await askAbout(document, 'ChooseAccount', [{ ...about, parameters: { accountId: '001a' } }]);
    expect(create).toHaveBeenCalledWith({
      apiName: 'Tandem_Request__c',
      fields: {
        Kind__c: 'ChooseAccount',
        User__c: 'maya',
        Issue__c: 'i1',
        Parameters__c: '{"accountId":"001a"}',
      },
    });
    const label = 'Choose account was requested. Issues: 1.';
    expect(toast).toHaveBeenCalledWith({ label, variant: 'success' }, document);
  });

  it('asks before contacts are ignored or deleted', async () => {
    const open = jest.spyOn(LightningConfirm, 'open').mockResolvedValue(false);
    expect(await askAbout(document, 'Ignore', [about, about])).toEqual([]);
    expect(await askAbout(document, 'Approve', [about])).toEqual([]);
    expect(open).toHaveBeenCalledTimes(2);
    expect(open.mock.calls[0]?.[0].message).toContain('Issues: 2.');
    expect(create).not.toHaveBeenCalled();
    expect(await askAbout(document, 'Retry', [about])).toEqual(['r']);
  });

  it('says of a record only that it could not be asked about', async () => {
    await askAbout(document, 'ExplainRecord', [{ recordId: '003a' }]);
    expect(toast).not.toHaveBeenCalled();
    create.mockRejectedValueOnce({ body: { message: 'No access' } });
    expect(await askAbout(document, 'ExplainRecord', [{ recordId: '003a' }])).toEqual([]);
    expect(toast).toHaveBeenCalledWith(
      expect.objectContaining({ message: 'No access', variant: 'error' }),
      document,
    );
  });
});

describe('what can be asked for', () => {
  it('is pausing where something runs, and resuming where something is paused', () => {
    expect(namesFor('InSync')).toContain('Pause');
    expect(namesFor('InSync')).not.toContain('Resume');
    expect(namesFor('Paused')).not.toContain('Pause');
    expect(namesFor('Paused', 'InSync')).toEqual(expect.arrayContaining(['Pause', 'Resume']));
  });
});
