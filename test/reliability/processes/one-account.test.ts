import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createDatabase } from '../../e2e/world/database.ts';
import { startExchange } from '../../e2e/world/exchange.ts';
import { createKeys } from '../../e2e/world/keys.ts';
import { startSalesforce } from '../../e2e/world/salesforce.ts';
import { createWorld } from '../../e2e/world.ts';
import { gate } from '../gate.ts';

it('two processes on one Postgres make one account of a company that is new to both, though one stands still before it makes it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-account-'));
  const [exchange, salesforce] = await Promise.all([startExchange(), startSalesforce()]);
  const database = await createDatabase('postgres', folder);
  const opened = await createWorld({ exchange, salesforce, keys: createKeys(folder), folder }, { database });
  const { world } = opened;
  const { promise: until, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: makesAccount, resolve: seen } = Promise.withResolvers<void>();
  let first = true;
  gate(salesforce.server, ({ method, url }) => {
    // Nothing but accounts is made by a call of its own.
    if (!first || method !== 'POST' || !url?.endsWith('/composite/sobjects')) return { kind: 'pass' };
    first = false;
    seen();
    return { kind: 'wait', until };
  });
  try {
    const { ada, bob, admin } = world;
    await admin.sets({ Unknown_Company__c: 'Create' });
    await ada.outlook.creates({ givenName: 'Ana', surname: 'Diaz', companyName: 'Acme' });
    await bob.outlook.creates({ givenName: 'Ben', surname: 'Egli', companyName: 'ACME' });

    const slow = world.start(['sync', '--mailbox', ada.email]);
    await Promise.race([makesAccount, slow.ended]);
    const quick = world.start(['sync', '--mailbox', bob.email]);
    await quick.ended;
    goOn();
    expect(await slow.ended, slow.output()).toBe(0);
    await world.syncs();

    expect((await salesforce.accounts()).map(({ name }) => name)).toEqual(['Acme']);
    expect(await salesforce.contacts()).toHaveLength(2);
    await world.verify();
  } finally {
    await opened.close();
    await Promise.all([exchange.close(), salesforce.close()]);
    await database.remove();
    rmSync(folder, { recursive: true });
  }
});
