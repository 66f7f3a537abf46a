import LightningConfirm from 'lightning/confirm';
import Toast from 'lightning/toast';
import { createRecord } from 'lightning/uiRecordApi';
import { actionsFor, ask } from 'c/tandemRequests';

const create = createRecord as jest.Mock;
const toast = jest.spyOn(Toast, 'show');
const namesFor = (...states: string[]) => actionsFor(states).map(({ name }) => name);

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

describe('what can be asked for', () => {
  it('is pausing where something runs, and resuming where something is paused', () => {
    expect(namesFor('InSync')).toContain('Pause');
    expect(namesFor('InSync')).not.toContain('Resume');
    expect(namesFor('Paused')).not.toContain('Pause');
    expect(namesFor('Paused', 'InSync')).toEqual(expect.arrayContaining(['Pause', 'Resume']));
  });
});
