import { exchangeSeed } from './exchange-seed.ts';
import { salesforceSeed } from './salesforce-seed.ts';
import type { DemoUser } from './people.ts';
import { admin, integration, newcomer, reps } from './people.ts';

/** By what the bridge signs in on both sides. */
export interface CompanyKeys {
  readonly tenantId: string;
  readonly exchangeClientId: string;
  readonly salesforceClientId: string;
  /** The certificate that both sides know, PEM. */
  readonly certificatePem: string;
}

/** The user name as which the bridge signs in to the demo org. */
export const integrationUsername = integration.email;

/** As whom the screens of Salesforce can be tried, the admin first. */
export const personas = [
  persona('admin', admin, 'admin'),
  persona('user', reps.maya, 'user'),
  persona('newcomer', newcomer, 'no permission'),
];

function persona(key: string, { firstName, lastName, email, timeZone }: DemoUser, role: string) {
  return { key, role, username: email, name: `${firstName} ${lastName}`, timeZone };
}

/**
 * Puts the demo company into both emulators, set up for the sync unless `configured` is false, and gives the names of its reps by their Salesforce user ids. Fails with the emulator's own
 * words when one does not take it.
 */
export async function seedCompany(
  exchangeUrl: string,
  salesforceUrl: string,
  keys: CompanyKeys,
  configured = true,
): Promise<ReadonlyMap<string, string>> {
  const { certificatePem } = keys;
  const [, seeded] = await Promise.all([
    post(exchangeUrl, exchangeSeed(keys.tenantId, { clientId: keys.exchangeClientId, certificatePem })),
    post(salesforceUrl, salesforceSeed({ clientId: keys.salesforceClientId, certificatePem }, configured)),
  ]);
  const { ids } = seeded as { ids: Record<string, string> };
  return new Map(
    Object.entries(reps).map(([key, rep]) => [ids[key] ?? key, `${rep.firstName} ${rep.lastName}`]),
  );
}

async function post(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${url}/_control/seed`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`The demo company was not accepted: ${await response.text()}`);
  return response.json();
}
