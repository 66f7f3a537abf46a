import { describe, expect, it, onTestFinished } from 'vitest';
import type { EmulatedServices } from '../cli/testing/emulated-services.ts';
import { startServices } from '../cli/testing/emulated-services.ts';
import { exchangeOf, salesforceOf } from '../cli/connections.ts';
import { readSettings } from '../cli/settings.ts';
import type { UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { Step } from '../domain/step.ts';
import { silent } from '../salesforce/testing/http-org.ts';
import type { TestedUser } from './test-connection.ts';
import { testConnection } from './test-connection.ts';

interface Tested extends EmulatedServices {
  readonly test: (whom?: TestedUser) => Promise<readonly Step[]>;
}

/** Services with a connection; `changed` are settings that differ. */
async function start(changed: Record<string, string> = {}): Promise<Tested> {
  const services = await startServices();
  const settings = readSettings({ ...services.settings, ...changed });
  const exchange = exchangeOf(settings, silent);
  const salesforce = salesforceOf(settings, silent);
  onTestFinished(async () => {
    await Promise.all([exchange.close(), salesforce.close()]);
  });
  const ada = { userId: as<UserId>(services.ada) };
  return {
    ...services,
    test: (whom = ada) => testConnection({ exchange, salesforce }, whom, new AbortController().signal),
  };
}

/** Steps as `result code`, in order. */
const outcomes = (steps: readonly Step[]): string[] =>
  steps.map(({ result, code }) => [result, code ?? ''].join(' ').trim());

const allPassed = Array<string>(8).fill('passed');

describe('the connection test of a user', () => {
  it('passes before the first sync, and writes nothing on either side', async () => {
    const { test, exchange, salesforce } = await start();
    const before = [await exchange.state(), (await salesforce.state()).objects];
    expect(outcomes(await test())).toEqual(allPassed);
    const after = [await exchange.state(), (await salesforce.state()).objects];
    expect(after[1]).toEqual(before[1]);
    expect(after[0]).toEqual({ ...before[0], now: (after[0] as { now?: unknown }).now });
  });

  it('finds the user by e-mail address too, whatever its letter case', async () => {
    const { test } = await start();
    expect(outcomes(await test({ email: 'ADA@example.com' }))).toEqual(allPassed);
  });

  it('goes on with the mailbox when the Salesforce user is inactive or not assigned', async () => {
    const { test, salesforce, ada, exchange } = await start();
    await exchange.seed({ mailboxes: [{ userPrincipalName: 'bob@example.com' }] });
    await salesforce.people.update({ id: ada, fields: { IsActive: false } });
    const passed = allPassed.slice(2);
    expect(outcomes(await test())).toEqual(['passed', 'failed TDM-M-USER-INACTIVE', ...passed]);
    const bob = await test({ email: 'bob@example.com' });
    expect(outcomes(bob)).toEqual(['passed', 'failed TDM-R-NO-MAILBOX', ...passed]);
  });

  it('can be made before the user is assigned or the configuration is active, and warns of that', async () => {
    const { test, salesforce, exchange, configuration } = await start();
    await salesforce.people.update({ id: configuration, fields: { Active__c: false } });
    const warned = ['passed', 'warning TDM-R-NO-MAILBOX', ...allPassed.slice(2)];
    expect(outcomes(await test())).toEqual(warned);
    await exchange.seed({ mailboxes: [{ userPrincipalName: 'bob@example.com' }] });
    const bob = { ref: 'bob', Username: 'bob@example.com', Email: 'bob@example.com', LastName: 'Bob' };
    const { ids } = await salesforce.seed({ users: [bob] });
    expect(outcomes(await test({ userId: as<UserId>(ids.bob ?? '') }))).toEqual(warned);
  });

  it('judges the user even when Microsoft refuses the sign-in', async () => {
    const { test } = await start({ TANDEM_CLIENT_ID: '00000000-0000-4000-8000-000000000000' });
    const steps = await test();
    expect(outcomes(steps)).toEqual(['failed TDM-X-APP', 'passed', ...Array<string>(6).fill('skipped')]);
    expect(steps[0]?.remedy).toMatch(/TANDEM_CLIENT_ID/);
  });

  it('judges a mailbox by its address even when Salesforce refuses the sign-in', async () => {
    const { test } = await start({ TANDEM_SALESFORCE_USERNAME: 'nobody@example.com' });
    const steps = await test({ email: 'ada@example.com' });
    expect(outcomes(steps)).toEqual(['passed', 'failed TDM-S-LOGIN', ...allPassed.slice(2)]);
  });

  it('says that there is no mailbox of the address', async () => {
    const { test, salesforce, ada } = await start();
    await salesforce.people.update({ id: ada, fields: { Email: 'else@example.com' } });
    const skipped = Array<string>(5).fill('skipped');
    expect(outcomes(await test())).toEqual(['passed', 'passed', 'failed TDM-M-NOT-FOUND', ...skipped]);
  });

  it('says that the app may not look up users', async () => {
    const { test, exchange } = await start();
    const body = { error: { code: 'Authorization_RequestDenied', message: '' } };
    const effect = { kind: 'status' as const, status: 403, body };
    await exchange.faults.add({ match: { path: String.raw`/users\?` }, times: 0, effect });
    expect((await test())[2]).toMatchObject({ code: 'TDM-X-DIRECTORY' });
  });

  it('says that two users share the address', async () => {
    const { test, salesforce, configuration } = await start();
    const bob = { ref: 'bob', Username: 'bob@example.com', Email: 'Ada@example.com', LastName: 'Bob' };
    const { ids } = await salesforce.seed({ users: [bob] });
    await salesforce.people.create({
      object: 'Tandem_Assignment__c',
      fields: { Configuration__c: configuration, Assignee_Id__c: ids.bob, User__c: ids.bob },
    });
    expect((await test())[2]).toMatchObject({ result: 'failed', code: 'TDM-M-TWO-USERS' });
  });

  it('says that the app may not open the mailbox', async () => {
    const { test, exchange } = await start();
    const body = { error: { code: 'ErrorAccessDenied', message: '' } };
    const effect = { kind: 'status' as const, status: 403, body };
    await exchange.faults.add({ match: { path: 'contactFolders' }, times: 0, effect });
    expect(outcomes(await test()).slice(3, 6)).toEqual(['failed TDM-M-DENIED', 'skipped', 'skipped']);
  });

  it('says that the app may read but not change contacts, and goes on to the folder', async () => {
    const { test, exchange } = await start();
    const body = { error: { code: 'ErrorAccessDenied', message: '' } };
    const effect = { kind: 'status' as const, status: 403, body };
    await exchange.faults.add({ match: { method: 'PATCH', path: '/contacts/' }, times: 0, effect });
    expect(outcomes(await test()).slice(3)).toEqual([
      ...['passed', 'failed TDM-M-READ-ONLY', 'passed'],
      ...['passed', 'passed'],
    ]);
  });

  it('says that the app may not open, or only read, the calendar: a warning until events of the user sync', async () => {
    const { test, exchange, salesforce, configuration } = await start();
    const body = { error: { code: 'ErrorAccessDenied', message: '' } };
    const effect = { kind: 'status' as const, status: 403, body };
    await exchange.faults.add({ match: { method: 'PATCH', path: '/events/' }, times: 0, effect });
    expect(outcomes(await test())).toEqual([...allPassed.slice(1), 'warning TDM-M-READ-ONLY']);
    await salesforce.people.update({ id: configuration, fields: { Event_Direction__c: 'Both' } });
    expect(outcomes(await test())).toEqual([...allPassed.slice(1), 'failed TDM-M-READ-ONLY']);
    await exchange.faults.add({ match: { path: '/calendar' }, times: 0, effect });
    expect(outcomes(await test()).slice(6)).toEqual(['failed TDM-M-DENIED', 'skipped']);
  });

  it('says that Exchange asks to wait', async () => {
    const { test, exchange } = await start();
    const effect = { kind: 'status' as const, status: 429, headers: { 'retry-after': '600' } };
    await exchange.faults.add({ match: { path: 'contactFolders' }, times: 0, effect });
    expect((await test())[3]).toMatchObject({ code: 'TDM-X-BUSY', detail: 'In 600 seconds again.' });
  });

  it('says that there are two folders of the name, and which one is deleted', async () => {
    const { test, exchange, salesforce, ada } = await start();
    const mailbox = 'ada@example.com';
    const folder = await exchange.people.createFolder(mailbox, 'Salesforce_Sync');
    const other = await exchange.people.createFolder(mailbox, 'Other');
    await exchange.people.createFolder(mailbox, 'Salesforce_Sync', other.id);
    expect((await test())[5]).toMatchObject({ result: 'failed', code: 'TDM-M-FOLDER-TWICE' });

    const [known] = (await exchange.people.mailboxes()).map(({ id }) => id);
    await salesforce.people.create({
      object: 'Tandem_Mailbox__c',
      fields: { User_Key__c: ada, Exchange_User_Id__c: known, Contacts_Folder_Id__c: folder.id },
    });
    expect(outcomes(await test())).toEqual(allPassed);
    await exchange.people.deleteFolder(mailbox, folder.id);
    expect((await test())[5]).toMatchObject({ result: 'failed', code: 'TDM-M-FOLDER-GONE' });
  });
});
