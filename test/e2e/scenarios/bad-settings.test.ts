import { existsSync } from 'node:fs';
import { expect } from 'vitest';
import type { BridgeError, SyncResult } from '../world/bridge.ts';
import { askedKind } from '../world/database.ts';
import { linkedContacts } from '../world/linked-contact.ts';
import { seesAllContacts } from '../world/permissions.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

/** The bridge could not run: one coded error with a remedy, and nothing was written. */
async function expectRefusal(
  world: World,
  { exitCode, error, mailboxes, output }: SyncResult,
): Promise<BridgeError> {
  expect(exitCode, output).toBe(2);
  expect(mailboxes).toEqual([]);
  expect(error?.code).toMatch(/^TDM-[A-Z]+(-[A-Z0-9]+)+$/);
  expect(error?.sentence).toMatch(/\w+ \w+/);
  expect(error?.remedy).toMatch(/\w+ \w+/);
  const none = { created: 0, updated: 0, deleted: 0 };
  expect((await world.exchange.counters()).writes).toEqual(none);
  expect((await world.salesforce.counters()).writes).toEqual(none);
  return error as BridgeError;
}

async function waitingContact({ ada, exchange, salesforce }: World): Promise<void> {
  await ada.outlook.creates({
    givenName: 'Wai',
    surname: 'Ting',
    emailAddresses: [{ address: 'wai@example.test' }],
  });
  await Promise.all([exchange.clearCounters(), salesforce.clearCounters()]);
}

scenario(
  'bad input: a certificate that the app does not know is one coded error; with the right one the sync goes on',
  async ({ world }) => {
    await waitingContact(world);
    const right = { ...world.settings };
    const other = world.otherKeys();
    world.settings.TANDEM_CERTIFICATE_FILE = other.certificateFile;
    world.settings.TANDEM_PRIVATE_KEY_FILE = other.privateKeyFile;

    const error = await expectRefusal(world, await world.sync());

    expect(`${error.code} ${error.sentence} ${error.remedy}`).toMatch(/certificate/i);
    Object.assign(world.settings, right);
    await world.syncs();
    expect(await world.ada.salesforce.contacts()).toHaveLength(1);
    await world.verify();
  },
);

scenario(
  'bad input: an expired certificate is one coded error that says since when, also to the doctor; with a new one the sync goes on',
  async ({ world }) => {
    await waitingContact(world);
    const right = { ...world.settings };
    const expired = world.otherKeys(2024);
    await world.exchange.registerApp(
      right.TANDEM_TENANT_ID ?? '',
      right.TANDEM_CLIENT_ID ?? '',
      expired.certificate,
    );
    world.settings.TANDEM_CERTIFICATE_FILE = expired.certificateFile;
    world.settings.TANDEM_PRIVATE_KEY_FILE = expired.privateKeyFile;

    const error = await expectRefusal(world, await world.sync());
    const doctor = world.start(['doctor']);

    expect(error).toMatchObject({ code: 'TDM-X-CERTIFICATE-EXPIRED' });
    expect(error.detail).toContain('2024-12-31');
    expect(await doctor.ended, doctor.output()).toBe(1);
    expect(doctor.output()).toContain('TDM-X-CERTIFICATE-EXPIRED');
    Object.assign(world.settings, right);
    await world.syncs();
    expect(await world.ada.salesforce.contacts()).toHaveLength(1);
    await world.verify();
  },
);

scenario(
  'bad input: a private key that does not belong to the certificate is one coded error',
  async ({ world }) => {
    await waitingContact(world);
    world.settings.TANDEM_PRIVATE_KEY_FILE = world.otherKeys().privateKeyFile;

    const error = await expectRefusal(world, await world.sync());

    expect(`${error.code} ${error.sentence} ${error.remedy}`).toMatch(/certificate|key/i);
  },
);

scenario("bad input: a key that Salesforce's app does not know is one coded error", async ({ world }) => {
  await waitingContact(world);
  world.settings.TANDEM_SALESFORCE_PRIVATE_KEY_FILE = world.otherKeys().privateKeyFile;

  const error = await expectRefusal(world, await world.sync());

  expect(`${error.sentence} ${error.remedy}`).toMatch(/salesforce/i);
});

for (const [words, lost] of [
  ['', false],
  [', also with a lost database', true],
] as const)
  scenario(
    `bad input: an integration user that no longer sees all contacts is one coded error, also to the doctor; nothing counts as gone${words}`,
    async ({ world }) => {
      const { ada, admin, salesforce, exchange } = world;
      await admin.sets({
        Contact_Deletes_To_Salesforce__c: 'Delete',
        Contact_Deletes_To_Exchange__c: 'Delete',
      });
      const [contact] = await linkedContacts(world, ada, 8);
      await salesforce.opens({ Account: 'Private', Contact: 'Private' });
      await seesAllContacts(world, false);
      if (lost) await world.database.lose();
      await exchange.purgeCursors();
      await ada.outlook.edits(contact?.inOutlook ?? '', { jobTitle: 'Waits' });
      await Promise.all([exchange.clearCounters(), salesforce.clearCounters()]);

      const error = await expectRefusal(world, await world.sync(['--nightly']));
      const doctor = world.start(['doctor']);

      expect(error).toMatchObject({ code: 'TDM-S-PACKAGE' });
      expect(error.detail).toContain('all contacts');
      expect(await doctor.ended, doctor.output()).toBe(1);
      expect(doctor.output()).toContain('Contact (viewing all)');
      await seesAllContacts(world, true);
      await world.syncs();
      expect((await world.links()).map(({ state }) => state)).toEqual(
        Array.from({ length: 8 }, () => 'Live'),
      );
      expect(await ada.salesforce.sees(contact?.inSalesforce ?? '')).toMatchObject({ Title: 'Waits' });
      expect(await world.issues()).toEqual([]);
      await world.verify();
    },
  );

scenario(
  'bad input: an unknown tenant is one coded error; with the right one the sync goes on',
  async ({ world }) => {
    await waitingContact(world);
    const right = { ...world.settings };
    world.settings.TANDEM_TENANT_ID = '00000000-1111-2222-3333-444444444444';

    const error = await expectRefusal(world, await world.sync());

    expect(`${error.code} ${error.sentence} ${error.remedy}`).toMatch(/tenant/i);
    Object.assign(world.settings, right);
    await world.syncs();
    expect(await world.ada.salesforce.contacts()).toHaveLength(1);
    await world.verify();
  },
);

scenario(
  'bad input: an address that nobody has is one coded error to sync and preview, whether a bridge runs or not',
  async ({ world }) => {
    const wrong = ['sync', 'preview'].map((command) => [command, '--mailbox', 'nobody@example.test']);
    const refusals = async () => {
      for (const args of wrong) {
        const command = world.start(args);
        expect(await command.ended, command.output()).toBe(2);
        expect(command.output()).toContain('TDM-R-NO-MAILBOX');
      }
    };
    await refusals();
    const bridge = world.start(['start']);
    await world.ada.outlook.creates({ givenName: 'Good', surname: 'Contact' });
    await expect.poll(() => world.salesforce.contacts(), { timeout: 60_000 }).toHaveLength(1);
    await refusals();
    bridge.kill('SIGTERM');
    expect(await bridge.ended, bridge.output()).toBe(0);
    await world.syncs();
    await world.verify();
  },
);

scenario('bad input: a setting that is missing is one coded error that names it', async ({ world }) => {
  delete world.settings.TANDEM_CLIENT_ID;

  const error = await expectRefusal(world, await world.sync());

  expect(`${error.sentence} ${error.detail} ${error.remedy}`).toContain('TANDEM_CLIENT_ID');
});

scenario.runIf(askedKind() === 'pglite')(
  'bad input: a second process on the same embedded folder is refused with a coded error, and the first goes on',
  async ({ world }) => {
    const { ada } = world;
    const [contact] = await linkedContacts(world, ada, 1);
    if (!contact) throw new Error('nothing was linked');
    const first = world.start(['start']);
    await ada.outlook.edits(contact.inOutlook, { jobTitle: 'Before the second' });
    await expect
      .poll(async () => (await ada.salesforce.sees(contact.inSalesforce)).Title, {
        timeout: 60_000,
        interval: 200,
      })
      .toBe('Before the second');

    const second = world.start(['start']);
    expect(await second.ended, second.output()).toBe(2);
    expect(second.output()).toMatch(/TDM-[A-Z]+(-[A-Z0-9]+)+/);

    await ada.outlook.edits(contact.inOutlook, { jobTitle: 'After the second' });
    await expect
      .poll(async () => (await ada.salesforce.sees(contact.inSalesforce)).Title, {
        timeout: 60_000,
        interval: 200,
      })
      .toBe('After the second');
    first.kill('SIGTERM');
    expect(await first.ended, first.output()).toBe(0);
    expect(existsSync(world.settings.TANDEM_DATA_DIR as string)).toBe(true);
    await world.syncs();
    await world.verify();
  },
);
