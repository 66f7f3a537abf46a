import { exchangeSeed } from './exchange-seed.ts';
import { salesforceSeed } from './salesforce-seed.ts';
import { integration } from './people.ts';

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

/** Puts the demo company into both emulators; fails with the emulator's own words when one does not take it. */
export async function seedCompany(
  exchangeUrl: string,
  salesforceUrl: string,
  keys: CompanyKeys,
): Promise<void> {
  const { certificatePem } = keys;
  await Promise.all([
    post(exchangeUrl, exchangeSeed(keys.tenantId, { clientId: keys.exchangeClientId, certificatePem })),
    post(salesforceUrl, salesforceSeed({ clientId: keys.salesforceClientId, certificatePem })),
  ]);
}

async function post(url: string, body: unknown): Promise<void> {
  const response = await fetch(`${url}/_control/seed`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`The demo company was not accepted: ${await response.text()}`);
}
