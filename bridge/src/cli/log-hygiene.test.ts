import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { SalesforceClient } from '../../../emulators/client/salesforce.ts';
import { startServices } from './testing/emulated-services.ts';
import { startTandem, runTandem } from './testing/run-tandem.ts';

const longMs = 240_000;

const planted = {
  person: 'Quillfeather',
  first: 'Zebedee',
  company: 'Plumbago',
  mail: 'zq@plumbago.example',
  phone: '+49 555 867530',
  notes: 'owes me a yacht',
  broken: 'Brokenbones',
  echoed: 'Echolalia',
  subject: 'Sledgerow',
  place: 'Attic of Umberside',
  body: 'the vault opens at dawn',
  guest: 'guest@tumbril.example',
  guestName: 'Ottoline',
  secret: 'Surgeon',
  secretPlace: 'Clinic of Wexcombe',
  refused: 'Quibblesome',
};

/** Gives the bridge's user what acting on the events of other people takes. */
async function mayWriteEvents({ people }: SalesforceClient): Promise<void> {
  const [bridge] = await people.query("SELECT Id FROM User WHERE LastName = 'Tandem'");
  const rights = ['ActivitiesAccess', 'EditEvent', 'ViewAllData', 'ModifyAllData'];
  const permissions = Object.fromEntries(rights.map((right) => [`Permissions${right}`, true]));
  const set = await people.create({
    object: 'PermissionSet',
    fields: { Name: 'Events_of_others', Label: 'Events of others', ...permissions },
  });
  await people.create({
    object: 'PermissionSetAssignment',
    fields: { AssigneeId: String(bridge?.Id), PermissionSetId: set },
  });
}

/** An hour in three days, as Graph writes it. */
function anHour(subject: string, more: object = {}): object {
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const at = (time: string) => ({ dateTime: `${day}T${time}`, timeZone: 'UTC' });
  return { subject, start: at('10:00:00'), end: at('11:00:00'), ...more };
}

it(
  'no log line holds a secret, an e-mail address or content, however much goes wrong and is logged',
  async () => {
    const { settings, exchange, salesforce, ada, configuration } = await startServices();
    await salesforce.people.update({
      id: configuration,
      fields: { Event_Direction__c: 'Both', Private_Events__c: 'TimeOnly' },
    });
    await mayWriteEvents(salesforce);
    await salesforce.seed({
      validationRules: [
        {
          object: 'Event',
          name: 'Quotes',
          formula: `Subject = '${planted.refused}'`,
          message: `The subject ${planted.refused} is not allowed.`,
        },
      ],
    });
    const enters = (event: object) => exchange.people.createEvent('ada@example.com', { ...event });
    await enters(
      anHour(planted.subject, {
        location: { displayName: planted.place },
        body: { contentType: 'html', content: `<p>${planted.body}</p>` },
        attendees: [{ type: 'required', emailAddress: { address: planted.guest, name: planted.guestName } }],
      }),
    );
    await enters(
      anHour(planted.secret, { sensitivity: 'private', location: { displayName: planted.secretPlace } }),
    );
    await enters(anHour(planted.refused));
    const outlook = (folder: string, contact: object) =>
      exchange.people.createContact('ada@example.com', folder, { ...contact });
    const { id: folder } = await exchange.people.createFolder('ada@example.com', 'Salesforce_Sync');
    await outlook(folder, {
      givenName: planted.first,
      surname: planted.person,
      companyName: planted.company,
      emailAddresses: [{ address: planted.mail, name: planted.person }],
      businessPhones: [planted.phone],
      personalNotes: planted.notes,
    });
    await outlook(folder, {
      surname: planted.broken,
      emailAddresses: [{ address: `x@${planted.broken}.example` }],
    });
    await salesforce.people.create({
      object: 'Contact',
      fields: { LastName: planted.echoed, Email: `y@${planted.echoed}.example`, OwnerId: ada },
      as: ada,
    });
    // Both services quote what they refuse.
    const quote = (name: string) => ({
      code: 'ErrorInvalidArgument',
      message: `The name ${name} is not allowed.`,
    });
    await exchange.faults.add({
      match: { method: 'POST', path: 'contacts$', body: planted.echoed },
      times: 0,
      effect: { kind: 'status', status: 400, body: { error: quote(planted.echoed) } },
    });
    await salesforce.faults.add({
      match: { body: planted.broken },
      times: 0,
      effect: {
        kind: 'status',
        status: 400,
        body: [{ errorCode: 'MALFORMED_QUERY', message: `... WHERE LastName = '${planted.broken}'` }],
      },
    });
    const loud = { ...settings, TANDEM_LOG: 'json', TANDEM_LOG_LEVEL: 'debug' };
    const synced = await runTandem(['sync', '--json'], loud);

    await salesforce.faults.clear();
    await exchange.faults.add({ match: { path: 'delta' }, times: 2, effect: { kind: 'html' } });
    await salesforce.people.create({
      object: 'Tandem_Request__c',
      fields: { Kind__c: 'TestConnection' },
      as: ada,
    });
    const polled = { TANDEM_SALESFORCE_POLL_SECONDS: '1', TANDEM_EXCHANGE_POLL_SECONDS: '1' };
    const running = startTandem(['start'], { ...loud, ...polled });
    await expect.poll(running.out, { timeout: 200_000 }).toContain('"kind":"TestConnection"');
    await expect
      .poll(async () => JSON.stringify((await salesforce.state(['Contact'])).objects), { timeout: 200_000 })
      .toContain(planted.broken);
    await expect
      .poll(async () => JSON.stringify((await salesforce.state(['Tandem_Issue__c'])).objects), {
        timeout: 200_000,
      })
      .toContain(`The subject ${planted.refused} is not allowed.`);
    expect((await salesforce.state(['Event'])).objects.Event).toMatchObject([
      { Subject: planted.subject, Location: planted.place, Description: planted.body },
      { Subject: 'Busy', IsPrivate: true },
    ]);
    running.stop();
    expect(await running.ended).toBe(0);

    const log = running.out().trim().split('\n');
    expect(log.length).toBeGreaterThan(20);
    for (const line of log)
      expect(JSON.parse(line), line).toMatchObject({ msg: expect.any(String) as string });
    const secrets = [
      settings.TANDEM_FINGERPRINT_KEY ?? '',
      readFileSync(settings.TANDEM_PRIVATE_KEY_FILE ?? '', 'utf8').split('\n')[1] ?? '',
      (settings.TANDEM_CERTIFICATE ?? '').split('\n')[1] ?? '',
    ];
    for (const secret of secrets) expect(secret.length).toBeGreaterThan(15);
    expect(synced.err).toContain('"level"');
    const told = [synced.err, running.out(), running.err()].join('\n');
    const forbidden = [...Object.values(planted), ...secrets, 'ada@', '%40', 'Bearer', 'eyJ'];
    expect(forbidden.filter((text) => told.toLowerCase().includes(text.toLowerCase()))).toEqual([]);
    expect(told).not.toMatch(/00D\w{12,15}!|[\w.]@[\w-]+\.(com|example)/);
  },
  longMs,
);
