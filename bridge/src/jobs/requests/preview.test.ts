import { expect, it } from 'vitest';
import { people, startAsking } from './testing/asking.ts';
import { startAskingAboutEvents } from './testing/events.ts';

it('previews a configuration that is not active yet by the counts that its first pass then has, and writes nothing', async () => {
  const { asks, admin, ada, configuration, rows, sync, salesforce, exchange } = await startAsking();
  await salesforce.people.update({ id: configuration, fields: { Active__c: false } });
  await exchange.people.createFolder('ada@example.com', 'Salesforce_Sync');
  for (const contact of people(3))
    await exchange.people.createContact('ada@example.com', 'Salesforce_Sync', contact);
  for (const fields of [
    { LastName: 'Number 0', FirstName: 'Person', Email: 'person0@example.org' },
    { LastName: 'Only here' },
  ])
    await salesforce.people.create({ object: 'Contact', fields, as: ada });

  const answer = await asks(admin, 'Preview', { Configuration__c: configuration });
  expect(answer).toMatchObject({
    Status__c: 'Done',
    result: {
      counts: {
        create: { Exchange: 1, Salesforce: 2 },
        delete: { Exchange: 0, Salesforce: 0 },
        paired: 1,
        linkBytes: 4 * 2048,
      },
      more: 0,
    },
  });
  expect(answer.result['storageLeft']).toBeGreaterThan(10_000 * 1024 * 1024);
  expect(await rows('Contact')).toHaveLength(2);
  expect(await rows('Tandem_Link__c')).toHaveLength(0);
  expect(await exchange.people.contacts('ada@example.com', 'Salesforce_Sync')).toHaveLength(3);

  await salesforce.people.update({ id: configuration, fields: { Active__c: true } });
  await sync();
  expect(await rows('Contact')).toHaveLength(4);
  expect(await exchange.people.contacts('ada@example.com', 'Salesforce_Sync')).toHaveLength(4);
  const again = await asks(ada, 'Preview');
  expect(again.result).toMatchObject({ list: [] });
});

it('previews events by what the first pass then does, without the details of private ones, and writes nothing', async () => {
  const { asks, admin, ada, configuration, rows, set, enters, records, sync, exchange } =
    await startAskingAboutEvents({ Event_Direction__c: 'Off', Private_Events__c: 'TimeOnly' });
  await enters(3);
  await enters(4, { subject: 'Dentist', sensitivity: 'private' });
  await records(ada, 5);
  await sync();
  await set({ Active__c: false, Event_Direction__c: 'Both' });

  const { result } = await asks(admin, 'Preview', { Configuration__c: configuration });
  expect(result).toMatchObject({
    eventCounts: { create: { Exchange: 1, Salesforce: 2 }, paired: 0, linkBytes: 3 * 2048 },
  });
  expect(JSON.stringify(result)).toContain('Private event');
  expect(JSON.stringify(result)).not.toContain('Dentist');
  expect(await rows('Event')).toHaveLength(1);
  expect(await exchange.people.events('ada@example.com')).toHaveLength(2);
  expect((await rows('Tandem_Link__c')).filter(({ Kind__c }) => Kind__c === 'Event')).toEqual([]);

  await set({ Active__c: true });
  await sync();
  expect(await rows('Event')).toHaveLength(3);
  expect(await exchange.people.events('ada@example.com')).toHaveLength(3);
});

it('counts no update for a contact that waits for the account of its company, and one once accounts are made', async () => {
  const { asks, ada, configuration, sync, salesforce, types } = await startAsking();
  await sync();
  await types({ givenName: 'Ana', surname: 'Diaz', companyName: 'Nowhere GmbH' });
  await sync();

  const waiting = await asks(ada, 'Preview');
  expect(waiting.result).toMatchObject({ list: [], counts: { update: { Exchange: 0, Salesforce: 0 } } });

  await salesforce.people.update({ id: configuration, fields: { Unknown_Company__c: 'Create' } });
  const made = await asks(ada, 'Preview');
  expect(made.result).toMatchObject({ counts: { update: { Exchange: 0, Salesforce: 1 } } });
});
