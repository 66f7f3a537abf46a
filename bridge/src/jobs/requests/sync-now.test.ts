import { expect, it } from 'vitest';
import { startAsking } from './testing/asking.ts';

it('syncs a configuration as it is now when an admin asks, with those who were just put into it', async () => {
  const { asks, admin, ada, configuration, rows, sync, salesforce } = await startAsking();
  const about = { Configuration__c: configuration };
  expect(await asks(ada, 'SyncNow', about)).toMatchObject({
    Status__c: 'Refused',
    Error_Code__c: 'TDM-R-ADMIN-ONLY',
  });
  await salesforce.people.update({ id: configuration, fields: { Active__c: false } });
  await sync();
  expect(await asks(admin, 'SyncNow', about)).toMatchObject({
    Status__c: 'Done',
    result: { mailboxes: 0 },
  });
  await salesforce.people.update({ id: configuration, fields: { Active__c: true } });
  expect(await asks(admin, 'SyncNow', about)).toMatchObject({
    Status__c: 'Done',
    result: { mailboxes: 2 },
  });
  const states = (await rows('Tandem_Mailbox__c')).map((row) => row.Contacts_State__c);
  expect(states).toEqual(['InSync', 'InSync']);
});
