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

it('previews many deletions as held, and carries out none', async () => {
  const { asks, ada, rows, sync, types, exchange } = await startAsking();
  await sync();
  const ids = await types(...people(16));
  await sync();
  for (const id of ids.slice(0, 12)) await exchange.people.deleteContact('ada@example.com', id);

  const { result } = await asks(ada, 'Preview');

  expect(result).toMatchObject({
    counts: { held: 12, ended: 0, delete: { Exchange: 0, Salesforce: 0 } },
    list: Array(12).fill({ email: 'ada@example.com', what: 'hold', side: 'Salesforce' }),
  });
  expect(await rows('Contact')).toHaveLength(16);
});

it('names what would be created, deleted or ended, with the side that it would be written on', async () => {
  const { asks, ada, configuration, rows, sync, types, exchange, salesforce } = await startAsking();
  await sync();
  const ids = await types(
    { displayName: 'Dora Dead', givenName: 'Dora', surname: 'Dead' },
    { displayName: 'Eva Ended', givenName: 'Eva', surname: 'Ended' },
    { displayName: 'Sam Same', givenName: 'Sam', surname: 'Same' },
  );
  await sync();
  await salesforce.people.update({
    id: configuration,
    fields: { Contact_Deletes_To_Exchange__c: 'Delete' },
  });
  const dead = (await rows('Contact')).find(({ LastName }) => LastName === 'Dead');
  await salesforce.people.delete({ id: dead?.Id ?? '', as: ada });
  await exchange.people.deleteContact('ada@example.com', ids[1] ?? '');
  await salesforce.people.create({ object: 'Contact', fields: { LastName: 'Newcomer' }, as: ada });

  const { result } = await asks(ada, 'Preview');

  const email = 'ada@example.com';
  const list = result['list'] as { item: string }[];
  expect(list.toSorted((a, b) => a.item.localeCompare(b.item))).toEqual([
    { email, what: 'delete', side: 'Exchange', item: 'Dora Dead' },
    { email, what: 'end', side: null, item: 'Eva Ended' },
    { email, what: 'create', side: 'Exchange', item: 'Newcomer' },
  ]);
  expect(result).toMatchObject({
    counts: { create: { Exchange: 1, Salesforce: 0 }, delete: { Exchange: 1, Salesforce: 0 }, ended: 1 },
  });
});

it('pairs with no record that the user may not see, and tells nothing of it', async () => {
  const { asks, ada, admin, bob, salesforce, sync, types } = await startAsking();
  await sync();
  const account = await salesforce.people.create({ object: 'Account', fields: { Name: 'Acme' }, as: admin });
  // A contact without an account is its owner's alone.
  for (const fields of [
    { FirstName: 'Hidden', LastName: 'Person', Email: 'hidden@example.org' },
    { FirstName: 'Seen', LastName: 'Person', Email: 'seen@example.org', AccountId: account },
  ])
    await salesforce.people.create({ object: 'Contact', fields, as: bob });
  await types(
    { displayName: 'Mine One', surname: 'One', emailAddresses: [{ address: 'hidden@example.org' }] },
    { displayName: 'Mine Two', surname: 'Two', emailAddresses: [{ address: 'seen@example.org' }] },
  );

  const { result } = await asks(ada, 'Preview');

  expect(result).toMatchObject({ counts: { paired: 1, create: { Exchange: 0, Salesforce: 1 } } });
  expect(result['list']).toContainEqual({
    ...{ email: 'ada@example.com', what: 'create', side: 'Salesforce' },
    item: 'Mine One',
  });
  expect(JSON.stringify(result)).not.toMatch(/Hidden|bob/i);
});
