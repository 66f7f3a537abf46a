import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExchange } from '../../emulators/exchange/exchange.ts';
import type { ExchangeState } from '../../emulators/exchange/state.ts';
import type { EmulatorServer } from '../../emulators/kernel/server.ts';
import { createSalesforce } from '../../emulators/salesforce/salesforce.ts';
import { makeCredentials } from '../demo/credentials.ts';
import { contactsPerSide } from './company.ts';
import { integrationUsername, seedCompany } from './seed.ts';

let exchange: EmulatorServer;
let salesforce: EmulatorServer;

beforeAll(async () => {
  [exchange, salesforce] = await Promise.all([createExchange(), createSalesforce()]);
  const { certificatePem } = await makeCredentials(mkdtempSync(join(tmpdir(), 'tandem-seed-')));
  await seedCompany(exchange.url, salesforce.url, {
    tenantId: '6b2f1c1e-1111-4222-8333-444455556666',
    exchangeClientId: 'exchange-app',
    salesforceClientId: 'salesforce-app',
    certificatePem,
  });
});
afterAll(() => Promise.all([exchange.close(), salesforce.close()]));

async function rows(soql: string): Promise<Record<string, unknown>[]> {
  const response = await fetch(`${salesforce.url}/_control/people/query`, {
    method: 'POST',
    body: JSON.stringify({ soql }),
  });
  return ((await response.json()) as { records: Record<string, unknown>[] }).records;
}

describe('seeding the demo company', () => {
  it('puts three mailboxes with the synced folder and private contacts beside it into the tenant', async () => {
    const state = (await (await fetch(`${exchange.url}/_control/state`)).json()) as ExchangeState;
    const folders = state.mailboxes.flatMap((mailbox) => mailbox.folders);
    const synced = folders.filter(({ displayName }) => displayName === 'Salesforce_Sync');
    expect(synced).toHaveLength(3);
    expect(synced.flatMap(({ contacts }) => contacts)).toHaveLength(contactsPerSide);
    expect(folders.filter(({ isDefault }) => isDefault).every(({ contacts }) => contacts.length > 0)).toBe(
      true,
    );
  });

  it('gives the reps their contacts in the org', async () => {
    const owned = await rows(
      `SELECT Owner.Name, count(Id) amount FROM Contact WHERE Owner.Profile.Name = 'Standard User' GROUP BY Owner.Name`,
    );
    expect(owned).toHaveLength(3);
    expect(owned.reduce((total, { amount }) => total + Number(amount), 0)).toBe(contactsPerSide);
  });

  it('gives the reps calendars on both sides, and mails nobody', async () => {
    const state = (await (await fetch(`${exchange.url}/_control/state`)).json()) as ExchangeState;
    const events = state.mailboxes.flatMap((mailbox) => mailbox.events);
    const has = (what: (event: (typeof events)[number]) => boolean) => events.some(what);
    expect(has(({ isAllDay }) => isAllDay === true)).toBe(true);
    expect(has(({ sensitivity }) => sensitivity === 'private')).toBe(true);
    expect(has(({ isOnlineMeeting }) => isOnlineMeeting === true)).toBe(true);
    expect(has(({ exceptions, cancelled }) => exceptions.length > 0 && cancelled.length > 0)).toBe(true);
    expect(await (await fetch(`${exchange.url}/_control/mail`)).json()).toEqual({ mail: [] });
    const met = await rows('SELECT Subject, Who.Type FROM Event WHERE WhoId != null');
    expect(met).toHaveLength(3);
    expect(await rows('SELECT Id FROM Lead')).toHaveLength(1);
  });

  it('assigns an active configuration to the three reps', async () => {
    const assigned = await rows(
      'SELECT User__r.Email FROM Tandem_Assignment__c WHERE Configuration__r.Active__c = true',
    );
    expect(assigned).toHaveLength(3);
  });

  it('has daily counts of the weeks before, for both ways', async () => {
    const counts = await rows(
      'SELECT Direction__c, count(Id) days, sum(Updated__c) changes FROM Tandem_Activity__c GROUP BY Direction__c',
    );
    expect(counts).toHaveLength(2);
    for (const { days, changes } of counts) {
      expect(Number(days)).toBeGreaterThan(18);
      expect(Number(changes)).toBeGreaterThan(20);
    }
  });

  it('lets the integration user in with the integration permission set', async () => {
    const sets = await rows(
      `SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE Assignee.Username = '${integrationUsername}' AND PermissionSet.Name = 'Tandem_Integration'`,
    );
    expect(sets).toHaveLength(1);
  });
});
