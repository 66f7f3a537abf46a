import { expect, it } from 'vitest';
import { people, startAsking } from './testing/asking.ts';

it('carries out held deletions once an admin approves, except what was restored, and nothing deleted later', async () => {
  const { asks, admin, ada, rows, sync, types, exchange } = await startAsking();
  await sync();
  const ids = await types(...people(16));
  await sync();
  expect(await rows('Contact')).toHaveLength(16);
  for (const id of ids.slice(0, 12)) await exchange.people.deleteContact('ada@example.com', id);
  await sync();
  expect(await rows('Contact')).toHaveLength(16);
  expect((await rows('Tandem_Mailbox__c')).map((row) => row.Contacts_State__c)).toContain('Held');

  const [issue] = await rows('Tandem_Issue__c');
  const { deletions } = JSON.parse(String(issue?.Details__c)) as {
    deletions: { side: string; recordId: string }[];
  };
  expect(deletions.map(({ side }) => side)).toEqual(Array(12).fill('Salesforce'));
  const alive = (await rows('Contact')).map(({ Id }) => Id);
  expect(alive).toEqual(expect.arrayContaining(deletions.map(({ recordId }) => recordId)));

  const Issue__c = issue?.Id ?? '';
  const few = { User__c: ada, Issue__c, Parameters__c: JSON.stringify({ shown: '11' }) };
  expect(await asks(admin, 'Approve', few)).toMatchObject({ Error_Code__c: 'TDM-R-HELD-MORE' });
  expect(await rows('Contact')).toHaveLength(16);

  await exchange.people.restoreContact('ada@example.com', ids[0] ?? '', 'Salesforce_Sync');
  const answer = await asks(admin, 'Approve', { ...few, Parameters__c: JSON.stringify({ shown: '12' }) });
  expect(answer).toMatchObject({ Status__c: 'Done', result: { approved: 12 } });
  expect(await rows('Contact')).toHaveLength(5);
  const held = (await rows('Tandem_Issue__c')).filter(({ Code__c }) => Code__c === 'TDM-M-HELD');
  expect(held.map(({ Status__c }) => Status__c)).toEqual(['Closed']);

  const nothing = await asks(admin, 'Approve', { User__c: ada });
  expect(nothing).toMatchObject({ Status__c: 'Done', result: { approved: 0 } });
  await exchange.people.deleteContact('ada@example.com', ids[15] ?? '');
  await sync();
  expect(await rows('Contact')).toHaveLength(5);
});
