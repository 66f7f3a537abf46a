import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCertificate } from '../../../../emulators/client/certificate.ts';
import type { Step } from '../../domain/step.ts';
import { silent } from '../../salesforce/testing/http-org.ts';
import { judgeSettings } from '../settings.ts';
import type { EmulatedServices } from '../testing/emulated-services.ts';
import { startServices } from '../testing/emulated-services.ts';
import type { Diagnosis } from './doctor.ts';
import { doctor } from './doctor.ts';

interface Examined {
  readonly diagnosis: Diagnosis;
  readonly step: (name: string) => Step | undefined;
}

/** What the doctor finds with these settings; undefined leaves one out. */
async function examine(
  services: EmulatedServices,
  changed: Record<string, string | undefined> = {},
  { mailbox = null, now }: { mailbox?: string | null; now?: string } = {},
): Promise<Examined> {
  const diagnosis = await doctor(judgeSettings({ ...services.settings, ...changed }), mailbox, {
    log: silent,
    signal: new AbortController().signal,
    ...(now === undefined ? {} : { now: () => new Date(now) }),
  });
  return { diagnosis, step: (name) => diagnosis.steps.find((step) => step.step === name) };
}

describe('the doctor', () => {
  it('passes every step of a bridge that is set up, writes nothing and makes no database', async () => {
    const services = await startServices();
    const before = (await services.salesforce.state()).objects;
    const { diagnosis } = await examine(services);
    expect(diagnosis.steps.filter(({ result }) => result !== 'passed')).toEqual([]);
    expect(diagnosis.ok).toBe(true);
    expect(diagnosis.steps.map(({ step }) => step)).toEqual([
      'Settings',
      'Certificate',
      'Salesforce private key',
      'Disk',
      'Database',
      'Microsoft 365 sign-in',
      'Salesforce sign-in',
      'Clock',
      'Package',
      'API requests',
      'Configurations',
      'Salesforce user',
      'Mailbox',
      'Contacts readable',
      'Contacts writable',
      'Contact folder',
      'Calendar readable',
      'Calendar writable',
    ]);
    expect((await services.salesforce.state()).objects).toEqual(before);
  });

  it('names every wrong setting, and judges what the others allow', async () => {
    const services = await startServices();
    const { diagnosis, step } = await examine(services, {
      TANDEM_CLIENT_ID: undefined,
      TANDEM_LOG: 'xml',
      TANDEM_NONSENSE: '1',
    });
    expect(step('Settings')).toMatchObject({
      result: 'failed',
      code: 'TDM-B-SETTINGS',
      detail: expect.stringMatching(
        /(?=.*TANDEM_CLIENT_ID is missing)(?=.*TANDEM_LOG:)(?=.*TANDEM_NONSENSE is no)/,
      ) as string,
    });
    expect(step('Certificate')).toMatchObject({ result: 'passed' });
    expect(step('Microsoft 365 sign-in')).toMatchObject({ result: 'skipped' });
    expect(step('Configurations')).toMatchObject({ result: 'passed' });
    expect(step('Connection of a user')).toMatchObject({ result: 'skipped' });
    expect(diagnosis.ok).toBe(false);
  });

  it('ends with coded steps when there is no setting at all', async () => {
    const diagnosis = await doctor(judgeSettings({ TANDEM_DATA_DIR: '/nowhere/at/all' }), null, {
      log: silent,
      signal: new AbortController().signal,
    });
    expect(diagnosis.ok).toBe(false);
    expect(diagnosis.steps.filter(({ result }) => result === 'failed').map(({ code }) => code)).toEqual([
      'TDM-B-SETTINGS',
    ]);
  });

  it('warns a month before the certificate ends, and says when it has ended', async () => {
    const services = await startServices();
    const soon = await examine(services, {}, { now: '2049-12-15T00:00:00Z' });
    expect(soon.step('Certificate')).toMatchObject({
      result: 'warning',
      code: 'TDM-X-CERTIFICATE-ENDS',
      detail: 'It is valid until 2049-12-31.',
    });
    const over = await examine(services, {}, { now: '2050-01-02T00:00:00Z' });
    expect(over.step('Certificate')).toMatchObject({ result: 'failed', code: 'TDM-X-CERTIFICATE-EXPIRED' });
  });

  it('says that key and certificate are not a pair, in words and with the remedy', async () => {
    const services = await startServices();
    const { step } = await examine(services, {
      TANDEM_CERTIFICATE: createCertificate('another').certificatePem,
    });
    expect(step('Certificate')).toMatchObject({
      result: 'failed',
      code: 'TDM-X-CERTIFICATE-KEY',
      remedy: expect.stringContaining('TANDEM_PRIVATE_KEY') as string,
    });
    expect(step('Microsoft 365 sign-in')).toMatchObject({ result: 'failed', code: 'TDM-X-CERTIFICATE-KEY' });
    expect(step('Salesforce sign-in')).toMatchObject({ result: 'passed' });
  });

  it('says that the key of Salesforce is none', async () => {
    const services = await startServices();
    const { step } = await examine(services, {
      TANDEM_SALESFORCE_PRIVATE_KEY_FILE: undefined,
      TANDEM_SALESFORCE_PRIVATE_KEY: 'nonsense',
    });
    expect(step('Salesforce private key')).toMatchObject({ result: 'failed', code: 'TDM-S-LOGIN' });
    expect(step('Package')).toMatchObject({ result: 'skipped' });
  });

  it('judges the clock even when the sign-in is refused', async () => {
    const services = await startServices();
    const { step } = await examine(
      services,
      { TANDEM_SALESFORCE_USERNAME: 'nobody@example.com' },
      { now: new Date(Date.now() + 600_000).toISOString() },
    );
    expect(step('Salesforce sign-in')).toMatchObject({ result: 'failed', code: 'TDM-S-LOGIN' });
    expect(step('Clock')).toMatchObject({
      result: 'warning',
      code: 'TDM-B-CLOCK',
      detail: expect.stringMatching(/^It is (59\d|60\d) seconds ahead\.$/) as string,
    });
    expect(step('Mailbox')).toBeUndefined();
    expect(step('Connection of a user')).toMatchObject({ result: 'skipped' });
  });

  it('warns when no configuration is active, or nobody is assigned to it', async () => {
    const services = await startServices();
    const { salesforce, configuration, assignment } = services;
    await salesforce.people.delete({ id: assignment });
    const nobody = await examine(services);
    expect(nobody.step('Configurations')).toMatchObject({ result: 'warning', code: 'TDM-S-NO-USERS' });
    expect(nobody.step('Connection of a user')).toMatchObject({ result: 'skipped' });
    await salesforce.people.update({ id: configuration, fields: { Active__c: false } });
    const inactive = await examine(services);
    expect(inactive.step('Configurations')).toMatchObject({ code: 'TDM-S-NO-CONFIGURATION' });
    expect(inactive.diagnosis.ok).toBe(true);
  });

  it('tests the mailbox that was asked for', async () => {
    const services = await startServices();
    const { step } = await examine(services, {}, { mailbox: 'nobody@example.com' });
    expect(step('Salesforce user')).toMatchObject({ result: 'failed', code: 'TDM-R-NO-MAILBOX' });
    expect(step('Mailbox')).toMatchObject({ result: 'failed', code: 'TDM-M-NOT-FOUND' });
  });

  it('says that a Postgres server cannot be reached, and goes on', async () => {
    const services = await startServices();
    const { step } = await examine(services, {
      DATABASE_URL: 'postgres://tandem:topsecret@127.0.0.1:1/tandem',
    });
    expect(step('Database')).toMatchObject({ result: 'failed', code: 'TDM-B-DATABASE' });
    expect(JSON.stringify(step('Database'))).not.toContain('topsecret');
    expect(step('Disk')).toMatchObject({ result: 'skipped' });
    expect(step('Package')).toMatchObject({ result: 'passed' });
  });

  it('says that the folder of the database cannot be used', async () => {
    const services = await startServices();
    const file = services.settings.TANDEM_PRIVATE_KEY_FILE ?? '';
    for (const TANDEM_DATA_DIR of [file, join(file, 'data')]) {
      const { step } = await examine(services, { TANDEM_DATA_DIR });
      expect(step('Database')).toMatchObject({ result: 'failed', code: 'TDM-B-DATABASE' });
    }
  });
});
