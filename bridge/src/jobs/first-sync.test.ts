import { describe, expect, it } from 'vitest';
import { people, startAsking } from './requests/testing/asking.ts';

describe('a first sync with a limit of writes', () => {
  it('goes on in the next hour with what is not written yet', async () => {
    const { asks, ada, configuration, rows, salesforce, sync, types } = await startAsking();
    await sync();
    await types(...people(5));
    await salesforce.people.update({ id: configuration, fields: { First_Sync_Writes_Per_Hour__c: 3 } });
    const count = async () => (await rows('Contact')).length;

    await asks(ada, 'ResetContacts');
    expect(await count()).toBe(3);
    await sync();
    expect(await count()).toBe(3);

    await salesforce.clock.change({ advance: 3600 });
    await sync();
    expect(await count()).toBe(5);
    expect((await rows('Tandem_Mailbox__c')).find((row) => row.User_Key__c === ada)).toMatchObject({
      Contacts_State__c: 'InSync',
    });
  });
});
