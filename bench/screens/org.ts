import { join } from 'node:path';
import { createSalesforceClient } from '../../emulators/client/salesforce.ts';
import { startEmulator } from '../../playground/demo/emulator.ts';
import { createLines } from '../../playground/lines.ts';
import { createPlayground } from '../../playground/server.ts';

/** The playground with a big org behind it. */
export interface BigOrg {
  readonly url: string;
  close(): Promise<void>;
}

export const mailboxes = 5000;
const latencyMs = 20;
const root = join(import.meta.dirname, '..', '..');
const admin = {
  key: 'admin',
  username: 'ada@bench.example',
  name: 'Ada Admin',
  role: 'admin',
  timeZone: 'UTC',
};

/** Starts the emulated org with so many mailboxes that are in sync, and the playground's server, which compiles the screens. */
export async function openBigOrg(): Promise<BigOrg> {
  const emulator = await startEmulator(
    'The emulator of salesforce',
    join(root, 'emulators/salesforce/start.ts'),
  );
  try {
    const salesforce = createSalesforceClient(emulator.url);
    await salesforce.seed(seed());
    await salesforce.settings.change({ latencyMs });
    const playground = await createPlayground({
      exchangeUrl: emulator.url,
      salesforceUrl: emulator.url,
      lines: createLines(),
      lightning: { personas: [admin], folder: join(root, 'build', 'playground') },
      port: 0,
    });
    const close = async () => {
      await playground.close();
      await emulator.process.stop();
    };
    return { url: playground.url, close };
  } catch (error) {
    await emulator.process.stop();
    throw error;
  }
}

function seed() {
  const people = Array.from({ length: mailboxes }, (_none, index) => `person${index}`);
  const now = new Date().toISOString();
  return {
    users: [
      {
        ref: 'admin',
        Username: admin.username,
        LastName: admin.name,
        profile: 'System Administrator',
        permissionSets: ['Tandem_Admin'],
      },
      ...people.map((ref, index) => ({
        ref,
        Username: `${ref}@bench.example`,
        FirstName: `Person ${index}`,
        LastName: `of the Bench`,
        permissionSets: ['Tandem_User'],
      })),
    ],
    records: {
      Tandem_Bridge__c: [{ Bridge_Key__c: 'default', Heartbeat__c: now, Version__c: '0.0.0' }],
      Tandem_Mailbox__c: people.map((ref) => ({
        User_Key__c: `@${ref}`,
        User__c: `@${ref}`,
        OwnerId: `@${ref}`,
        Email__c: `${ref}@bench.example`,
        Contacts_State__c: 'InSync',
        Contacts_In_Exchange__c: 120,
        Contacts_In_Salesforce__c: 120,
      })),
    },
  };
}
