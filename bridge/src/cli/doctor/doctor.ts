import type { Log } from '../../domain/log.ts';
import type { Step } from '../../domain/step.ts';
import { failed, failedBy, passed, skipped } from '../../domain/step.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { checkOrg } from '../../jobs/check-org.ts';
import type { CheckedOrg } from '../../jobs/check-org.ts';
import type { TestedUser } from '../../jobs/test-connection.ts';
import { testConnection } from '../../jobs/test-connection.ts';
import type { Salesforce, Settings as OrgSettings } from '../../salesforce/salesforce.ts';
import { exchangeOf, exchangeSettings, salesforceOf, salesforceSettings } from '../connections.ts';
import type { JudgedSettings, Settings } from '../settings.ts';
import { checkCertificate, checkSalesforceKey } from './certificate.ts';
import { checkDatabase, checkDisk } from './database.ts';

/** What `tandem doctor` found; `ok` when no step failed. */
export interface Diagnosis {
  readonly ok: boolean;
  readonly steps: readonly Step[];
}

/**
 * Checks settings, database, both connections and one user's connection, step by step; what fails stops only the steps that
 * cannot be judged without it. Changes nothing: neither database nor services are written to.
 */
export async function doctor(
  { values, problems }: JudgedSettings,
  mailbox: string | null,
  { log, signal, now = () => new Date() }: { log: Log; signal: AbortSignal; now?: () => Date },
): Promise<Diagnosis> {
  const exchange = has(values, exchangeSettings) ? exchangeOf(values, log) : null;
  const salesforce = has(values, salesforceSettings) ? salesforceOf(values, log) : null;
  try {
    const local = [
      problems.length === 0
        ? passed('Settings', 'All settings are there and can be read.')
        : failed('Settings', 'TDM-B-SETTINGS', problems.join(' ')),
      checkCertificate(values, now()),
      checkSalesforceKey(values),
      ...(await checkPlace(values, log)),
    ];
    const microsoft = await signIn(exchange);
    const org = await orgSteps(salesforce, values.TANDEM_API_BUDGET_PERCENT ?? 100, now);
    const user = await userSteps({ exchange, salesforce, org: org.settings, mailbox, signal });
    const steps = [...local, microsoft, ...org.steps, ...user];
    return { ok: steps.every(({ result }) => result !== 'failed'), steps };
  } finally {
    await Promise.allSettled([exchange?.close(), salesforce?.close()]);
  }
}

function has<Name extends keyof Settings>(
  values: Partial<Settings>,
  names: readonly Name[],
): values is Partial<Settings> & Pick<Settings, Name> {
  return names.every((name) => values[name] !== undefined);
}

async function checkPlace(values: Partial<Settings>, log: Log): Promise<readonly Step[]> {
  const { TANDEM_DATA_DIR, DATABASE_URL } = values;
  if (TANDEM_DATA_DIR === undefined) return [skipped('Database', 'Its setting is wrong.')];
  const place = { TANDEM_DATA_DIR, DATABASE_URL };
  return [await checkDisk(place), await checkDatabase(place, log)];
}

async function signIn(exchange: Exchange | null): Promise<Step> {
  const name = 'Microsoft 365 sign-in';
  if (exchange === null) return skipped(name, 'Its settings are missing or wrong.');
  try {
    await exchange.signIn();
    return passed(name, 'Microsoft gave the app an access token.');
  } catch (error) {
    return failedBy(name, error);
  }
}

async function orgSteps(
  salesforce: Salesforce | null,
  budgetPercent: number,
  now: () => Date,
): Promise<CheckedOrg> {
  if (salesforce !== null) return checkOrg(salesforce, { now, budgetPercent });
  return { steps: [skipped('Salesforce sign-in', 'Its settings are missing or wrong.')], settings: null };
}

interface Asked {
  readonly exchange: Exchange | null;
  readonly salesforce: Salesforce | null;
  readonly org: OrgSettings | null;
  readonly mailbox: string | null;
  readonly signal: AbortSignal;
}

async function userSteps({ exchange, salesforce, org, mailbox, signal }: Asked): Promise<readonly Step[]> {
  const name = 'Connection of a user';
  if (exchange === null || salesforce === null) return [skipped(name, 'Both connections are needed.')];
  const whom = mailbox === null ? firstUser(org) : { email: mailbox };
  if (whom === null)
    return [skipped(name, 'No user is assigned to a configuration; name one with --mailbox.')];
  const [, ...steps] = await testConnection({ exchange, salesforce }, whom, signal);
  return steps;
}

/** Somebody who syncs, or else somebody who would. */
function firstUser(org: OrgSettings | null): TestedUser | null {
  const active = new Set(org?.configurations.filter((one) => one.active).map(({ id }) => id));
  const users = org?.users ?? [];
  return users.find((user) => user.active && active.has(user.configurationId)) ?? users[0] ?? null;
}
