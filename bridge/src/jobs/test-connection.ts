import type { ConfigurationId, ExchangeUserId, UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { Step } from '../domain/step.ts';
import { failed, failedBy, passed, skipped, warned } from '../domain/step.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { MailboxRow, OrgUser, Salesforce, Settings } from '../salesforce/salesforce.ts';
import { calendarSteps, testCalendar } from './test-calendar.ts';
import { contactSteps, failedByExchange, longestMs, testContacts } from './test-contacts.ts';

/** Whose connection is tested: a Salesforce user, or whoever has this e-mail address. */
export type TestedUser = { readonly userId: UserId } | { readonly email: string };

interface Tested {
  readonly email: string | null;
  readonly user: (OrgUser & { readonly configurationId: ConfigurationId | null }) | null;
  readonly row: MailboxRow | null;
}

interface SettingsAndUser extends Settings {
  readonly named: OrgUser | null;
}

/**
 * Tests the connection of one user, step by step: sign-in, the user in Salesforce, the mailbox, reading and changing its
 * contacts, the state of the folder, reading and changing its calendar. Nothing is written on either side. The steps are in this order, however many fail.
 */
export async function testConnection(
  {
    salesforce,
    exchange,
  }: { readonly salesforce: Pick<Salesforce, 'readSettings' | 'readUser'>; readonly exchange: Exchange },
  whom: TestedUser,
  signal: AbortSignal,
): Promise<readonly Step[]> {
  const token = await signIn(exchange);
  const settings = await readTogether(salesforce, whom).catch((error: unknown) => ({ error }));
  const tested = 'error' in settings ? unknownUser(whom) : findUser(settings, whom);
  const user = 'error' in settings ? failedBy(names.user, settings.error) : userStep(settings, tested, whom);
  if (token.result === 'failed') return [token, user, ...notJudged('Microsoft 365 cannot be used.')];
  if (tested.email === null && tested.row?.exchangeUserId == null)
    return [token, user, ...notJudged('No e-mail address is known of the user.')];
  const found = await findMailbox(exchange, 'error' in settings ? null : settings, tested);
  if (found.id === null)
    return [token, user, found.step, ...notJudged('There is no mailbox to open.').slice(1)];
  const either = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
  const mailbox = exchange.mailbox(found.id, either);
  return [
    token,
    user,
    found.step,
    ...(await testContacts(mailbox, tested.row?.folderId ?? null)),
    ...(await testCalendar(mailbox.calendar, 'error' in settings || syncsEvents(settings, tested))),
  ];
}

const inMailbox = { mailbox: 'Mailbox', ...contactSteps, ...calendarSteps };
const names = { token: 'Microsoft 365 sign-in', user: 'Salesforce user', ...inMailbox };

function notJudged(why: string): readonly Step[] {
  return Object.values(inMailbox).map((name) => skipped(name, why));
}

async function signIn(exchange: Exchange): Promise<Step> {
  try {
    await exchange.signIn();
    return passed(names.token, 'Microsoft gave the app an access token.');
  } catch (error) {
    return failedBy(names.token, error);
  }
}

function unknownUser(whom: TestedUser): Tested {
  return { email: 'email' in whom ? whom.email : null, user: null, row: null };
}

/** The settings with the user who is asked for, who may not be assigned yet. */
async function readTogether(
  salesforce: Pick<Salesforce, 'readSettings' | 'readUser'>,
  whom: TestedUser,
): Promise<SettingsAndUser> {
  const [settings, named] = await Promise.all([
    salesforce.readSettings(),
    'userId' in whom ? salesforce.readUser(whom.userId) : null,
  ]);
  return { ...settings, named };
}

function findUser({ users, mailboxes, named }: SettingsAndUser, whom: TestedUser): Tested {
  const user =
    users.find((one) => ('userId' in whom ? one.userId === whom.userId : same(one.email, whom.email))) ??
    (named === null ? null : { ...named, configurationId: null });
  const userId = 'userId' in whom ? whom.userId : user?.userId;
  return {
    email: user?.email ?? ('email' in whom ? whom.email : null),
    user,
    row: mailboxes.find((row) => row.userId === userId) ?? null,
  };
}

function syncsEvents({ configurations }: Settings, { user }: Tested): boolean {
  const configuration = configurations.find(({ id }) => id === user?.configurationId);
  return configuration !== undefined && configuration.events.direction !== 'Off';
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function userStep({ configurations }: Settings, { user }: Tested, whom: TestedUser): Step {
  const active = configurations.some((one) => one.active && one.id === user?.configurationId);
  if (user === null)
    return failed(
      names.user,
      'TDM-R-NO-MAILBOX',
      'email' in whom ? 'No assigned user has this address.' : '',
    );
  if (!user.active) return failed(names.user, 'TDM-M-USER-INACTIVE');
  if (user.email === '') return failed(names.user, 'TDM-M-NOT-FOUND', 'The user has no e-mail address.');
  if (user.configurationId === null)
    return warned(names.user, 'TDM-R-NO-MAILBOX', 'No configuration names the user or the profile.');
  if (!active) return warned(names.user, 'TDM-R-NO-MAILBOX', 'The configuration of the user is not active.');
  return passed(names.user, 'The user is active and assigned to an active configuration.');
}

async function findMailbox(
  exchange: Exchange,
  settings: Settings | null,
  { email, user, row }: Tested,
): Promise<{ readonly id: ExchangeUserId | null; readonly step: Step }> {
  if (row?.exchangeUserId != null) {
    const id = as<ExchangeUserId>(row.exchangeUserId);
    return { id, step: passed(names.mailbox, 'The mailbox is the one that was found at the first sync.') };
  }
  const none = (step: Step) => ({ id: null, step });
  try {
    const found = await exchange.findMailbox(email ?? '');
    if (found.kind === 'denied') return none(failed(names.mailbox, 'TDM-X-DIRECTORY'));
    if (found.kind === 'notFound') return none(failed(names.mailbox, 'TDM-M-NOT-FOUND'));
    if (found.kind === 'several') return none(failed(names.mailbox, 'TDM-M-TWO-MAILBOXES'));
    const sharing = settings?.users.some(
      (other) => other.userId !== user?.userId && other.active && same(other.email, email ?? ''),
    );
    if (user !== null && sharing) return { id: found.id, step: failed(names.mailbox, 'TDM-M-TWO-USERS') };
    return { id: found.id, step: passed(names.mailbox, 'The directory knows the address.') };
  } catch (error) {
    return none(failedByExchange(names.mailbox, error));
  }
}
