import { expect } from 'vitest';
import { linkedContacts } from '../world/linked-contact.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const NONE = { created: 0, updated: 0, deleted: 0 };

scenario('S-F1: a create whose answer was lost is found again: one contact in Outlook', async ({ world }) => {
  const { ada, exchange } = world;
  await linkedContacts(world, ada, 2);
  await ada.salesforce.creates({ FirstName: 'Lost', LastName: 'Answer', Email: 'lost@example.test' });
  const fault = await exchange.fault({
    match: { method: 'POST', path: '/contacts$', body: 'lost@example.test' },
    effect: { kind: 'lostAnswer' },
  });

  await world.sync();
  expect(await fault.fired()).toBe(1);
  await world.syncs();

  const made = (await ada.outlook.contacts()).filter(({ properties }) => properties.surname === 'Answer');
  expect(made).toHaveLength(1);
  await world.verify();
});

scenario(
  'S-F1, in Salesforce: a create whose answer was lost is found again: one record',
  async ({ world }) => {
    const { ada, salesforce } = world;
    await linkedContacts(world, ada, 2);
    await ada.outlook.creates({
      givenName: 'Lost',
      surname: 'Answer',
      emailAddresses: [{ address: 'lost@example.test' }],
    });
    const fault = await salesforce.fault({
      match: { body: '"LastName":"Answer"', member: false },
      effect: { kind: 'lostAnswer' },
    });

    await world.sync();
    expect(await fault.fired()).toBe(1);
    await world.syncs();

    const made = (await ada.salesforce.contacts()).filter(({ fields }) => fields.LastName === 'Answer');
    expect(made).toHaveLength(1);
    await world.verify();
  },
);

scenario(
  'S-F2: a dead delta cursor costs one full read of 1,000 linked contacts and no write at all',
  async ({ world }) => {
    const { ada, exchange, salesforce } = world;
    await linkedContacts(world, ada, 1000);
    const linksBefore = await world.links();
    const dead = {
      error: {
        code: 'SyncStateNotFound',
        message: 'The sync state generation is not found; generation=149;[highest=157][157][155][156].',
      },
    };
    const fault = await exchange.fault({
      match: { method: 'GET', path: '/delta\\?.*\\$deltatoken=' },
      effect: { kind: 'status', status: 410, body: dead },
    });
    await Promise.all([exchange.clearCounters(), salesforce.clearCounters(), exchange.clearLog()]);

    await world.syncs();

    expect(await fault.fired()).toBe(1);
    const starts = (await exchange.log()).filter(
      ({ path, status }) => /\/delta\?(?!.*token=)/.test(decodeURIComponent(path)) && status === 200,
    );
    expect(starts).toHaveLength(1);
    expect((await exchange.counters()).writes).toEqual(NONE);
    expect((await salesforce.counters()).writes).toEqual(NONE);
    const shape = (links: typeof linksBefore) =>
      links.map(({ id, key, recordId, state }) => [key, id, recordId, state].join(' ')).toSorted();
    expect(shape(await world.links())).toEqual(shape(linksBefore));
    await world.verify();
  },
  300_000,
);

scenario(
  'S-F3: one of twenty writes is throttled: nineteen are made at once, the one after the wait, and another mailbox does not wait',
  async ({ world }) => {
    const { ada, bob, exchange } = world;
    const adas = await linkedContacts(world, ada, 20);
    const [bobs] = await linkedContacts(world, bob, 1);
    if (!bobs) throw new Error('nothing was linked');
    for (const { inSalesforce } of adas)
      await ada.salesforce.edits(inSalesforce, { Phone: '+34 91 222 222' });
    await bob.salesforce.edits(bobs.inSalesforce, { Phone: '+34 91 333 333' });
    const waitSeconds = 4;
    const fault = await exchange.fault({
      match: { method: 'PATCH', path: '/contacts/', body: '222 222' },
      skip: 7,
      effect: {
        kind: 'status',
        status: 429,
        headers: { 'Retry-After': String(waitSeconds) },
        body: {
          error: {
            code: 'ApplicationThrottled',
            message: 'Application is over its MailboxConcurrency limit.',
          },
        },
      },
    });
    await exchange.clearLog();

    await world.syncs();

    expect(await fault.fired()).toBe(1);
    const writes = (await exchange.log()).filter(
      ({ method, path }) => method === 'PATCH' && path.includes('/contacts/'),
    );
    const refused = writes.findIndex(({ status }) => status === 429);
    const repeated = writes.findIndex(({ path }, index) => index > refused && path === writes[refused]?.path);
    expect(writes.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(21);
    expect(repeated).toBe(writes.length - 1);
    const waited = Date.parse(writes[repeated]?.at ?? '') - Date.parse(writes[refused]?.at ?? '');
    expect(waited).toBeGreaterThanOrEqual(waitSeconds * 1000 - 50);
    await world.verify();
  },
);

scenario(
  'S-F4: killed between fetching forty changes and applying them, the bridge applies all forty after the restart',
  async ({ world }) => {
    const { ada, salesforce } = world;
    const contacts = await linkedContacts(world, ada, 40);
    for (const { inOutlook } of contacts)
      await ada.outlook.edits(inOutlook, { department: 'After the kill' });
    const writes = await salesforce.fault({
      match: { body: 'After the kill' },
      times: 0,
      effect: { kind: 'cut' },
    });

    await killWhen(world, async () => (await writes.fired()) > 0);

    expect(await departments(world)).not.toContain('After the kill');
    await salesforce.clearFaults();
    await world.syncs();

    expect(await departments(world)).toEqual(Array.from({ length: 40 }, () => 'After the kill'));
    await world.verify();
  },
);

scenario(
  'S-F4, while writing: killed before the answer arrives, the bridge ends with each change and each new record once',
  async ({ world }) => {
    const { ada, salesforce } = world;
    const contacts = await linkedContacts(world, ada, 40);
    for (const { inOutlook } of contacts)
      await ada.outlook.edits(inOutlook, { department: 'After the kill' });
    await ada.outlook.createsAll(
      Array.from({ length: 10 }, (_, index) => ({
        givenName: 'New',
        surname: `Person ${index}`,
        department: 'After the kill',
        emailAddresses: [{ address: `new${index}@example.test` }],
      })),
    );
    const writes = await salesforce.fault({
      match: { body: 'After the kill', member: false },
      times: 0,
      effect: { kind: 'delay', ms: 2000 },
    });

    await killWhen(world, async () => (await writes.fired()) > 0);
    await expect.poll(() => departments(world), { timeout: 10_000 }).toContain('After the kill');
    await salesforce.clearFaults();
    await world.syncs();

    expect(await departments(world)).toEqual(Array.from({ length: 50 }, () => 'After the kill'));
    await world.verify();
  },
);

/** Starts a sync and kills its process, without a chance to clean up, as soon as the moment has come. */
async function killWhen(world: World, moment: () => Promise<boolean>): Promise<void> {
  const bridge = world.start(['sync', '--json']);
  await expect.poll(moment, { timeout: 60_000, interval: 10, message: 'the moment to kill' }).toBe(true);
  bridge.kill('SIGKILL');
  expect(await bridge.ended, bridge.output()).toBe('SIGKILL');
}

async function departments({ ada }: World): Promise<unknown[]> {
  return (await ada.salesforce.contacts()).map(({ fields }) => fields.Department);
}

scenario(
  'S-F5: an access token that expires at page 12 of 30 costs that page once more, and no item',
  async ({ world }) => {
    const { ada, exchange } = world;
    await exchange.deltaPages(10);
    await ada.outlook.createsAll(
      Array.from({ length: 300 }, (_, index) => ({
        givenName: 'Page',
        surname: `Number ${index}`,
        emailAddresses: [{ address: `page${index}@example.test` }],
      })),
    );
    const fault = await exchange.fault({
      match: { method: 'GET', path: `${ada.exchangeId}.*/contacts/delta` },
      skip: 11,
      effect: { kind: 'expiredToken' },
    });
    await exchange.clearLog();

    const { mailboxes } = await world.syncs();

    expect(await fault.fired()).toBe(1);
    const pages = (await exchange.log()).filter(({ path }) => path.includes('/contacts/delta'));
    const asked = pages.filter(({ path }) => path.includes(ada.exchangeId));
    const first = asked.slice(0, 31);
    expect(asked.filter(({ status }) => status === 401)).toHaveLength(1);
    expect(new Set(first.map(({ path }) => path)).size).toBe(30);
    expect(first[11]?.status).toBe(401);
    expect(first[12]?.path).toBe(first[11]?.path);
    expect(mailboxes.find(({ user }) => user === ada.user)?.created.salesforce).toBe(300);
    expect(await ada.salesforce.contacts()).toHaveLength(300);
    await world.verify();
  },
);

scenario(
  'an empty answer where there were contacts, with nothing found one by one either, ends no link and deletes nothing: it is held',
  async ({ world }) => {
    const { ada, admin, exchange } = world;
    await admin.sets({ Contact_Deletes_To_Salesforce__c: 'Delete' });
    await linkedContacts(world, ada, 14);
    const live = async () => (await world.links()).filter(({ state }) => state === 'Live').length;
    await exchange.purgeCursors();
    const mine = `/users/${ada.exchangeId}/`;
    const nothing = {
      value: [],
      '@odata.deltaLink': `${exchange.url}/v1.0${mine}contacts/delta?$deltatoken=x`,
    };
    const empty = await exchange.fault({
      match: { path: `${mine}.*contacts/delta(?!.*token)` },
      times: 0,
      effect: { kind: 'status', status: 200, body: nothing },
    });
    const error = { code: 'ErrorItemNotFound', message: 'The specified object was not found in the store.' };
    const missing = await exchange.fault({
      match: { method: 'GET', path: `${mine}contacts/` },
      times: 0,
      effect: { kind: 'status', status: 404, body: { error } },
    });

    const { mailboxes } = await world.sync();

    expect(await empty.fired()).toBeGreaterThan(0);
    expect(await missing.fired()).toBeGreaterThan(0);
    expect(mailboxes.find(({ user }) => user === ada.user)).toMatchObject({ problem: 'TDM-M-HELD' });
    expect(await live()).toBe(14);
    expect(await ada.salesforce.contacts()).toHaveLength(14);

    await exchange.clearFaults();
    await world.syncs();

    expect(await live()).toBe(14);
    expect((await world.issues()).filter(({ status }) => status === 'Open')).toEqual([]);
    await world.verify();
  },
);
