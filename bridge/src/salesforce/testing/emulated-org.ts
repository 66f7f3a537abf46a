import { generateKeyPairSync } from 'node:crypto';
import { createSalesforce as startEmulatedOrg } from '../../../../emulators/salesforce/salesforce.ts';
import { createSalesforce } from '../create-salesforce.ts';
import type { Salesforce } from '../salesforce.ts';
import { silent } from './http-org.ts';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** An emulated org with an integration user, and the bridge's connection to it. */
export interface EmulatedOrg {
  readonly salesforce: Salesforce;
  /** Posts to the control endpoint of the emulator and answers its JSON. */
  control<Body>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<Body>;
  /** Seeds rows and answers their ids by name. */
  seed(rows: object): Promise<Readonly<Record<string, string>>>;
  /** HTTP requests since the last time this was asked, without sign-ins. */
  requests(): Promise<number>;
  close(): Promise<void>;
}

/** Starts an org whose integration user has the package's permission set. */
export async function startOrg(options: { patienceMs?: number } = {}): Promise<EmulatedOrg> {
  const server = await startEmulatedOrg();

  async function control<Body>(method: string, path: string, body?: object): Promise<Body> {
    const response = await fetch(`${server.url}/_control/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Body;
  }

  async function seed(rows: object): Promise<Readonly<Record<string, string>>> {
    return (await control<{ ids: Record<string, string> }>('POST', 'seed', rows)).ids;
  }

  await seed({
    apps: [
      {
        clientId: 'consumer',
        certificatePem: keys.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
        permissionSets: ['Tandem_Integration'],
      },
    ],
    users: [
      {
        ref: 'bridge',
        Username: 'tandem@example.com',
        LastName: 'Tandem',
        profile: 'System Administrator',
        permissionSets: ['Tandem_Integration'],
      },
    ],
  });
  const salesforce = createSalesforce({
    loginUrl: server.url,
    clientId: 'consumer',
    username: 'tandem@example.com',
    privateKeyPem: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    log: silent,
    patienceMs: options.patienceMs ?? 5_000,
  });
  return {
    salesforce,
    control,
    seed,
    requests: async () => {
      const { requests } = await control<{ requests: number }>('GET', 'counters');
      await control('DELETE', 'counters');
      return requests;
    },
    close: async () => {
      await salesforce.close();
      await server.close();
    },
  };
}
