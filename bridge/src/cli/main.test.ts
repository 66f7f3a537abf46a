import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Step } from '../domain/step.ts';
import { openEmbeddedDatabase } from '../store/embedded/database.ts';
import { latestMigration } from '../store/migrate.ts';
import { startServices } from './testing/emulated-services.ts';
import { runTandem, startTandem } from './testing/run-tandem.ts';

const longMs = 240_000;

describe('tandem doctor', () => {
  it(
    'ends with 0 and prints the steps when all is well',
    async () => {
      const { settings } = await startServices();
      const { code, out } = await runTandem(['doctor', '--mailbox', 'ada@example.com', '--json'], settings);
      const { ok, steps } = JSON.parse(out) as { ok: boolean; steps: Step[] };
      expect(steps.filter(({ result }) => result !== 'passed')).toEqual([]);
      expect(steps.length).toBeGreaterThan(10);
      expect([code, ok]).toEqual([0, true]);
    },
    longMs,
  );

  it(
    'ends with 1 and tells the remedy when a step fails, even without a single setting',
    async () => {
      const { code, out } = await runTandem(['doctor'], { TANDEM_DATA_DIR: '/nowhere/at/all' });
      expect(code).toBe(1);
      expect(out).toMatch(/FAILED\s+Settings\s+TDM-B-SETTINGS: .*TANDEM_TENANT_ID is missing\./);
      expect(out).toContain('docs/settings.md');
    },
    longMs,
  );
});

it('ends with 2 when it does not know a command, and says so', async () => {
  const { code, err } = await runTandem(['frobnicate'], {});
  expect(code).toBe(2);
  expect(err).toContain("unknown command 'frobnicate'");
});

it(
  'doctor checks while a bridge runs on the embedded database; migrate is refused then',
  async () => {
    const { settings } = await startServices();
    const bridge = startTandem(['start'], { ...settings, TANDEM_LOG_LEVEL: 'debug' });
    await expect.poll(bridge.out, { timeout: 200_000 }).toContain('called Salesforce');
    const { code, out } = await runTandem(['doctor'], settings);
    expect(out).toMatch(/ok\s+Database\s+A bridge runs on it\./);
    expect(code).toBe(0);
    const migrating = await runTandem(['migrate'], settings);
    expect(migrating.code).toBe(2);
    expect(migrating.err).toMatch(/^TDM-B-LOCKED: /);
    bridge.stop();
    expect(await bridge.ended).toBe(0);
  },
  longMs,
);

it(
  'preview counts what a first pass would do, as JSON or as a table, whether a bridge runs or not, and writes nothing',
  async () => {
    const { settings, exchange, salesforce, ada, configuration } = await startServices();
    await salesforce.people.update({ id: configuration, fields: { Active__c: false } });
    await exchange.people.createFolder('ada@example.com', 'Salesforce_Sync');
    for (const surname of ['One', 'Two'])
      await exchange.people.createContact('ada@example.com', 'Salesforce_Sync', { surname });
    await salesforce.people.create({ object: 'Contact', fields: { LastName: 'Three' }, as: ada });
    await Promise.all([exchange.counters.clear(), salesforce.counters.clear()]);
    const none = { created: 0, updated: 0, deleted: 0 };
    const previewed = async () => {
      const { code, out } = await runTandem(['preview', '--json'], settings);
      expect(code).toBe(0);
      return JSON.parse(out) as unknown;
    };
    const expected = [
      {
        ...{ email: 'ada@example.com', problem: null, events: null },
        lines: [
          { what: 'create', side: 'Salesforce', item: expect.any(String) as string },
          { what: 'create', side: 'Salesforce', item: expect.any(String) as string },
          { what: 'create', side: 'Exchange', item: 'Three' },
        ],
      },
    ];
    expect(await previewed()).toEqual(expected);
    const table = await runTandem(['preview', '--mailbox', 'ada@example.com'], settings);
    expect(table.code).toBe(0);
    expect(table.out).toMatch(/^ada@example\.com +contacts +0 +1 \/ 2 +0 \/ 0 +0 \/ 0 +0$/m);
    expect((await exchange.counters.read()).writes).toEqual(none);
    expect((await salesforce.counters.read()).writes).toEqual(none);

    const bridge = startTandem(['start'], { ...settings, TANDEM_SALESFORCE_POLL_SECONDS: '1' });
    await expect
      .poll(async () => (await salesforce.state(['Tandem_Bridge__c'])).objects.Tandem_Bridge__c, {
        timeout: 200_000,
      })
      .toHaveLength(1);
    expect(await previewed()).toEqual(expected);
    bridge.stop();
    expect(await bridge.ended).toBe(0);
    expect(await exchange.people.contacts('ada@example.com', 'Salesforce_Sync')).toHaveLength(2);
    const { objects } = await salesforce.state(['Contact', 'Tandem_Link__c']);
    expect([objects.Contact?.length, objects.Tandem_Link__c?.length ?? 0]).toEqual([1, 0]);
  },
  longMs,
);

describe('tandem migrate', () => {
  it(
    'tells from where to where, and the second time that there is nothing to do; a newer database is refused',
    async () => {
      const services = await startServices();
      const settings = { ...services.settings, TANDEM_DATA_DIR: join(services.folder, 'new') };
      const first = await runTandem(['migrate', '--json'], settings);
      expect([first.code, JSON.parse(first.out)]).toEqual([0, { from: null, to: latestMigration }]);
      const again = await runTandem(['migrate'], settings);
      expect([again.code, again.out]).toEqual([0, `The database is current (${latestMigration}).\n`]);

      const database = await openEmbeddedDatabase(settings.TANDEM_DATA_DIR);
      await database.script(
        `insert into tandem.kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')`,
      );
      await database.close();
      const newer = await runTandem(['migrate', '--json'], settings);
      expect(newer.code).toBe(2);
      expect(JSON.parse(newer.out)).toMatchObject({
        error: {
          code: 'TDM-B-SCHEMA',
          detail: '9999-from-the-future',
          remedy: expect.stringMatching(/\w/) as string,
        },
      });
    },
    longMs,
  );
});

describe('an error of a command', () => {
  it.each([['sync'], ['status'], ['migrate']])(
    'is one coded object of %s with --json, and its exit code 2',
    async (command) => {
      const { code, out, err } = await runTandem([command, '--json'], { TANDEM_LOGG: 'json' });
      expect(code).toBe(2);
      const { error } = JSON.parse(out) as { error: Record<string, string> };
      expect(error).toMatchObject({ code: 'TDM-B-SETTINGS' });
      expect(error.detail).toContain('TANDEM_LOGG is no setting of Tandem.');
      expect(error.remedy).toMatch(/\w+ \w+/);
      expect(err).not.toContain('at ');
    },
    longMs,
  );

  it(
    'is code, sentence, detail and remedy on standard error otherwise, when the server of the database is away',
    async () => {
      const { settings } = await startServices();
      const DATABASE_URL = 'postgres://tandem:topsecret@127.0.0.1:1/tandem';
      const { code, out, err } = await runTandem(['sync'], { ...settings, DATABASE_URL });
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^TDM-B-DATABASE: .+ECONNREFUSED.*\n.*DATABASE_URL/);
      expect(err).not.toContain('topsecret');
    },
    longMs,
  );

  it(
    'names both when a secret is given by value and by file',
    async () => {
      const { settings, folder } = await startServices();
      writeFileSync(join(folder, 'fingerprint'), 'another secret of some length');
      const both = { ...settings, TANDEM_FINGERPRINT_KEY_FILE: join(folder, 'fingerprint') };
      const { code, err } = await runTandem(['sync'], both);
      expect(code).toBe(2);
      expect(err).toContain('TANDEM_FINGERPRINT_KEY and TANDEM_FINGERPRINT_KEY_FILE are both given');
      expect(err).not.toContain('another secret');
    },
    longMs,
  );
});

it(
  'a connection test that is asked for in Salesforce is answered with its steps; for another user only to an admin',
  async () => {
    const { settings, salesforce, ada } = await startServices();
    const { ids } = await salesforce.seed({
      users: [
        {
          ref: 'bob',
          Username: 'bob@example.com',
          Email: 'bob@example.com',
          LastName: 'Bob',
          permissionSets: ['Tandem_User'],
        },
      ],
    });
    const ask = (as: string, fields: object) =>
      salesforce.people.create({
        object: 'Tandem_Request__c',
        fields: { Kind__c: 'TestConnection', ...fields },
        as,
      });
    const own = await ask(ada, {});
    const foreign = await ask(ids.bob ?? '', { User__c: ada });
    const unassigned = await ask(ids.bob ?? '', {});
    const { code } = await runTandem(['sync', '--json'], settings);
    expect(code).toBe(0);

    const { objects } = await salesforce.state(['Tandem_Request__c']);
    const answer = (id: string) => {
      const row = objects.Tandem_Request__c?.find(({ Id }) => Id === id);
      const result = JSON.parse(String(row?.Result__c)) as { message: string; steps?: Step[] };
      return { status: row?.Status__c, code: row?.Error_Code__c, ...result };
    };
    expect(answer(own)).toMatchObject({ status: 'Done', message: 'The connection works.' });
    expect(answer(own).steps?.map(({ result }) => result)).toEqual(Array(8).fill('passed'));
    expect(answer(foreign)).toMatchObject({ status: 'Refused', code: 'TDM-R-NOT-YOURS' });
    expect(answer(foreign).steps).toBeUndefined();
    expect(answer(unassigned)).toMatchObject({ status: 'Done', message: '1 of 8 steps failed.' });
    expect(answer(unassigned).steps?.[1]).toMatchObject({ code: 'TDM-R-NO-MAILBOX' });
  },
  longMs,
);
