import type { Step } from '../domain/step.ts';
import { failed, failedBy, passed, skipped, warned } from '../domain/step.ts';
import type { PackageGap, Salesforce, Settings } from '../salesforce/salesforce.ts';

const names = {
  signIn: 'Salesforce sign-in',
  clock: 'Clock',
  package: 'Package',
  requests: 'API requests',
  configurations: 'Configurations',
};
const mostClockMs = 2 * 60 * 1000;
const mostGaps = 10;

/** What the check of an org brought: its steps, and what admins decided when it could be read. */
export interface CheckedOrg {
  readonly steps: readonly Step[];
  readonly settings: Settings | null;
}

/** What the check asks of the org. */
type AskedOrg = Pick<
  Salesforce,
  'signIn' | 'serverTime' | 'packageGaps' | 'readPermissions' | 'readSettings' | 'usage'
>;

/** Checks sign-in, clock, package, API requests and configurations of the org, as far as each can be judged. */
export async function checkOrg(
  salesforce: AskedOrg,
  { now, budgetPercent }: { readonly now: () => Date; readonly budgetPercent: number },
): Promise<CheckedOrg> {
  const signIn = await signInStep(salesforce);
  // A refused sign-in tells the time too, and a wrong clock may be why it was refused.
  const clock = clockStep(salesforce.serverTime(), now());
  if (signIn.result === 'failed') {
    const others = [names.package, names.requests, names.configurations];
    return {
      steps: [signIn, clock, ...others.map((name) => skipped(name, 'Salesforce cannot be used.'))],
      settings: null,
    };
  }
  const packaged = await packageStep(salesforce);
  const settings = await salesforce.readSettings().catch((error: unknown) => ({ error }));
  const readable = 'error' in settings ? null : settings;
  const configured =
    'error' in settings ? failedBy(names.configurations, settings.error) : configurationStep(settings);
  const requests = requestStep(salesforce.usage(), budgetPercent);
  return { steps: [signIn, clock, packaged, requests, configured], settings: readable };
}

async function signInStep(salesforce: AskedOrg): Promise<Step> {
  try {
    const { orgId } = await salesforce.signIn();
    return passed(names.signIn, `Salesforce gave access to the org ${orgId}.`);
  } catch (error) {
    return failedBy(names.signIn, error);
  }
}

function clockStep(serverTime: string | null, now: Date): Step {
  if (serverTime === null) return skipped(names.clock, 'Salesforce did not tell the time.');
  const seconds = Math.round((now.getTime() - Date.parse(serverTime)) / 1000);
  if (Math.abs(seconds) * 1000 <= mostClockMs)
    return passed(names.clock, 'This machine and Salesforce agree on the time.');
  const way = seconds > 0 ? 'ahead' : 'behind';
  return warned(names.clock, 'TDM-B-CLOCK', `It is ${Math.abs(seconds)} seconds ${way}.`);
}

async function packageStep(salesforce: AskedOrg): Promise<Step> {
  try {
    const gaps = [...(await salesforce.packageGaps()), ...(await hiddenContacts(salesforce))];
    if (gaps.length === 0)
      return passed(names.package, 'All objects and fields that this version uses are there and permitted.');
    const named = gaps.slice(0, mostGaps).map(({ name, lacks }) => `${name} (${lacks})`);
    const more = gaps.length > mostGaps ? ` and ${gaps.length - mostGaps} more` : '';
    return failed(names.package, 'TDM-S-PACKAGE', `Missing: ${named.join(', ')}${more}.`);
  } catch (error) {
    return failedBy(names.package, error);
  }
}

/** The integration user has to see all contacts, since what it does not see would count as gone. */
async function hiddenContacts(salesforce: AskedOrg): Promise<readonly PackageGap[]> {
  const { userId } = await salesforce.signIn();
  const permissions = await salesforce.readPermissions([userId], { Contact: [], Event: [] });
  return permissions.get(userId)?.viewAllContacts === false
    ? [{ name: 'Contact', lacks: 'viewing all' }]
    : [];
}

function requestStep(usage: ReturnType<Salesforce['usage']>, budgetPercent: number): Step {
  if (usage === null || usage.limit <= 0)
    return skipped(names.requests, 'Salesforce did not tell how many are left.');
  const detail = `${usage.used} of ${usage.limit} of today are used.`;
  if (usage.used >= usage.limit) return failed(names.requests, 'TDM-S-LIMIT', detail);
  if (100 * usage.used >= budgetPercent * usage.limit)
    return warned(names.requests, 'TDM-S-LIMIT-NEAR', detail);
  return passed(names.requests, detail);
}

function configurationStep({ configurations, users }: Settings): Step {
  const active = new Set(configurations.filter((one) => one.active).map(({ id }) => id));
  if (active.size === 0) return warned(names.configurations, 'TDM-S-NO-CONFIGURATION');
  const assigned = users.filter((user) => user.active && active.has(user.configurationId)).length;
  if (assigned === 0) return warned(names.configurations, 'TDM-S-NO-USERS');
  return passed(names.configurations, `Active configurations: ${active.size}; users who sync: ${assigned}.`);
}
