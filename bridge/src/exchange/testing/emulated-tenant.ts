import { onTestFinished } from 'vitest';
import { createCertificate } from '../../../../emulators/client/certificate.ts';
import type { ExchangeClient, SeedInput, SeedResult } from '../../../../emulators/client/exchange.ts';
import { createExchangeClient } from '../../../../emulators/client/exchange.ts';
import { createExchange as createTenant } from '../../../../emulators/exchange/exchange.ts';
import type { ExchangeUserId, FolderId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { ExchangeOptions } from '../create-exchange.ts';
import { createExchange } from '../create-exchange.ts';
import type { Exchange, ExchangeMailbox } from '../exchange.ts';
import type { FakeClock } from './fake-clock.ts';
import { createFakeClock } from './fake-clock.ts';

const tenantId = '8b7a5c3e-0000-4000-8000-00000000beef';
const clientId = '11111111-2222-4333-8444-555555555555';
const certificate = createCertificate('Tandem');

/** An emulated tenant with one mailbox, and an Exchange signed in to it. */
export interface EmulatedTenant {
  readonly control: ExchangeClient;
  readonly exchange: Exchange;
  readonly mailbox: ExchangeMailbox;
  readonly folder: FolderId;
  readonly clock: FakeClock;
  readonly seeded: SeedResult['mailboxes'][number];
  /** Another Exchange of the same tenant with some options changed. */
  readonly connect: (changed: Partial<ExchangeOptions>) => Exchange;
  /** Another mailbox of the tenant. */
  readonly open: (user: string) => ExchangeMailbox;
}

type MailboxSeed = NonNullable<SeedInput['mailboxes']>[number];
type AppSeed = NonNullable<SeedInput['apps']>[number];

/** Starts a tenant with the mailbox of ada@contoso.example and a folder Salesforce_Sync of these contacts; it ends with the test. */
export async function startTenant(
  contacts: readonly Record<string, unknown>[] = [],
  { others = [], app = {} }: { others?: readonly MailboxSeed[]; app?: Partial<AppSeed> } = {},
): Promise<EmulatedTenant> {
  const server = await createTenant();
  const control = createExchangeClient(server.url);
  const { mailboxes } = await control.seed({
    tenant: { id: tenantId },
    apps: [{ clientId, certificatePem: certificate.certificatePem, ...app }],
    mailboxes: [
      {
        userPrincipalName: 'ada@contoso.example',
        folders: [{ displayName: 'Salesforce_Sync', contacts: [...contacts] }],
      },
      ...others,
    ],
  });
  const seeded = mailboxes[0];
  const folder = seeded?.folders[0];
  if (!seeded || !folder) throw new Error('The emulated tenant has no mailbox.');
  const clock = createFakeClock();
  const opened: Exchange[] = [];
  const connect = (changed: Partial<ExchangeOptions>) => {
    const options = {
      tenantId,
      clientId,
      ...certificate,
      graphUrl: server.url,
      authorityUrl: server.url,
      clock,
    };
    const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
    const exchange = createExchange({ ...options, log, ...changed });
    opened.push(exchange);
    return exchange;
  };
  const exchange = connect({});
  const open = (user: string) => exchange.mailbox(as<ExchangeUserId>(user), new AbortController().signal);
  onTestFinished(async () => {
    await Promise.all(opened.map((one) => one.close()));
    await server.close();
  });
  return {
    control,
    exchange,
    mailbox: open(seeded.id),
    folder: as<FolderId>(folder.id),
    clock,
    seeded,
    connect,
    open,
  };
}
