import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Fault } from '../domain/fault.ts';

const url = (description: string, standard: string) => z.url().default(standard).describe(description);
const days = (description: string, standard: number) =>
  z.coerce.number().int().min(1).max(3_650).default(standard).describe(description);
const seconds = (description: string, standard: number) =>
  z.coerce.number().int().min(1).max(86_400).default(standard).describe(description);

/** Every setting of the bridge, by the name of its environment variable. docs/settings.md is made from it. */
export const settingsSchema = z.strictObject({
  TANDEM_TENANT_ID: z.string().min(1).describe('Directory (tenant) id of Microsoft Entra.'),
  TANDEM_CLIENT_ID: z.string().min(1).describe('Application (client) id of the app registration.'),
  TANDEM_CERTIFICATE: z.string().min(1).describe('Certificate of the app registration, PEM.'),
  TANDEM_PRIVATE_KEY: z.string().min(1).describe('Private key of that certificate, PEM.'),
  TANDEM_GRAPH_URL: url(
    'Where Microsoft Graph is; other addresses serve national clouds.',
    'https://graph.microsoft.com',
  ),
  TANDEM_AUTHORITY_URL: url('Where Microsoft Entra signs in.', 'https://login.microsoftonline.com'),
  TANDEM_SALESFORCE_LOGIN_URL: url(
    'Where Salesforce signs in; https://test.salesforce.com for a sandbox, or your My Domain.',
    'https://login.salesforce.com',
  ),
  TANDEM_SALESFORCE_AUDIENCE: z
    .url()
    .optional()
    .describe('Audience of the sign-in, where it differs from the login address.'),
  TANDEM_SALESFORCE_CLIENT_ID: z.string().min(1).describe('Consumer key of the external client app.'),
  TANDEM_SALESFORCE_USERNAME: z.string().min(1).describe('User name of the integration user.'),
  TANDEM_SALESFORCE_PRIVATE_KEY: z
    .string()
    .min(1)
    .describe('Private key whose certificate the external client app knows, PEM.'),
  TANDEM_FINGERPRINT_KEY: z
    .string()
    .min(16)
    .describe(
      'Secret of at least 16 characters with which fingerprints are made. Keep it: with another one, all contacts are compared again.',
    ),
  TANDEM_DATA_DIR: z
    .string()
    .min(1)
    .default('.tandem/data')
    .describe('Folder of the embedded database; unused with DATABASE_URL.'),
  DATABASE_URL: z
    .string()
    .min(1)
    .optional()
    .describe('Postgres 14 or newer, in place of the embedded database; needed to run several processes.'),
  TANDEM_EXCHANGE_POLL_SECONDS: seconds('How often each mailbox is asked for changes.', 300),
  TANDEM_SALESFORCE_POLL_SECONDS: seconds('How often the org is asked for changes and requests.', 15),
  TANDEM_API_BUDGET_PERCENT: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(70)
    .describe(
      "Share of the org's daily API requests, used by anybody, above which the bridge asks less often.",
    ),
  TANDEM_CONCURRENCY: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(10)
    .describe('Mailboxes that one process syncs at the same time.'),
  TANDEM_MAY_MAIL: z
    .enum(['no', 'yes'])
    .default('no')
    .describe(
      'Whether changes of meetings may be written to Outlook after which Exchange mails the attendees, as far as each configuration allows it. Say yes once the contract tests have passed against this tenant and org.',
    ),
  TANDEM_KEEP_REQUESTS_DAYS: days('How long served requests stay in Salesforce.', 30),
  TANDEM_KEEP_ISSUES_DAYS: days('How long closed issues stay in Salesforce, other than conflicts.', 90),
  TANDEM_KEEP_CONFLICTS_DAYS: days(
    'How long the values that lost a conflict stay in Salesforce, as closed issues.',
    365,
  ),
  TANDEM_LOG: z.enum(['json', 'plain']).default('json').describe('Log as JSON lines, or in plain words.'),
  TANDEM_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn'])
    .default('info')
    .describe('The least important lines that are logged.'),
});

/** Settings that hold secrets or certificates and may be given as files, by the same name with `_FILE`. */
export const fileSettings = [
  'TANDEM_CERTIFICATE',
  'TANDEM_PRIVATE_KEY',
  'TANDEM_SALESFORCE_PRIVATE_KEY',
  'TANDEM_FINGERPRINT_KEY',
  'DATABASE_URL',
] as const satisfies readonly (keyof z.infer<typeof settingsSchema>)[];

export type Settings = z.output<typeof settingsSchema>;

/** The settings that can be used, and what is wrong with the others; no problem means that all are there. */
export interface JudgedSettings {
  readonly values: Partial<Settings>;
  readonly problems: readonly string[];
}

/**
 * Reads the settings from the environment.
 *
 * @throws Fault `TDM-B-SETTINGS` that names every setting that is missing or wrong
 */
export function readSettings(environment: Environment): Settings {
  const { values, problems } = judgeSettings(environment);
  if (problems.length > 0) throw new Fault('TDM-B-SETTINGS', problems.join(' '));
  return values as Settings;
}

/**
 * Reads each setting by itself, so that one wrong setting does not hide the others. Unknown `TANDEM_…` variables are refused,
 * since a misspelt one would be ignored in silence. Problems name settings, never their values.
 */
export function judgeSettings(environment: Environment): JudgedSettings {
  const given = new Map(
    Object.entries(environment).flatMap(([name, value]) => (isOurs(name) && value ? [[name, value]] : [])),
  );
  const problems: string[] = [];
  const faulty = new Set<string>();
  for (const name of fileSettings) {
    const path = given.get(`${name}_FILE`);
    if (path === undefined) continue;
    given.delete(`${name}_FILE`);
    const secret = given.has(name) ? null : readSecret(path);
    if (given.has(name)) problems.push(`${name} and ${name}_FILE are both given; leave one out.`);
    else if (secret === null) problems.push(`${name}_FILE names a file that cannot be read.`);
    else if (secret === '') problems.push(`${name}_FILE names a file that is empty.`);
    if (secret) given.set(name, secret);
    else faulty.add(name);
  }
  const values = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
    if (faulty.has(name)) return [];
    const parsed = schema.safeParse(given.get(name));
    if (parsed.success) return parsed.data === undefined ? [] : [[name, parsed.data]];
    problems.push(given.has(name) ? `${name}: ${wordsOf(parsed.error)}.` : `${name} is missing.`);
    return [];
  });
  const unknown = [...given.keys()].filter((name) => !(name in settingsSchema.shape));
  problems.push(...unknown.map((name) => `${name} is no setting of Tandem.`));
  return { values: Object.fromEntries(values) as Partial<Settings>, problems };
}

type Environment = Readonly<Record<string, string | undefined>>;

function isOurs(name: string): boolean {
  return (
    (name.startsWith('TANDEM_') && !name.startsWith('TANDEM_TEST_')) ||
    name === 'DATABASE_URL' ||
    name === 'DATABASE_URL_FILE'
  );
}

function readSecret(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

function wordsOf(error: z.ZodError): string {
  return error.issues
    .map((issue) =>
      issue.code === 'invalid_type' && issue.expected === 'number' ? 'it must be a number' : issue.message,
    )
    .join(', ');
}
