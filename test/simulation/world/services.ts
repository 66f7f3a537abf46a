import { seed as seedTenant, seedSchema as tenantSeed } from '../../../emulators/exchange/seed.ts';
import type { TenantService } from '../../../emulators/exchange/service.ts';
import { createTenantService } from '../../../emulators/exchange/service.ts';
import { seed as seedOrg } from '../../../emulators/salesforce/control/seed.ts';
import { seedSchema as orgSeed } from '../../../emulators/salesforce/control/seed-schema.ts';
import type { OrgService } from '../../../emulators/salesforce/service.ts';
import { createOrgService } from '../../../emulators/salesforce/service.ts';
import { fields } from '../../programs/world/fields.ts';
import { configurationFields } from '../events/setup.ts';
import { guestRecords } from '../events/guests.ts';
import type { Setup } from '../plan.ts';
import { addresses, bridgeUser, certificatePem, clientId, consumerKey, tenantId } from './credentials.ts';

/** The emulated services of one run, without servers. */
export interface Services {
  readonly tenant: TenantService;
  readonly org: OrgService;
  /** Salesforce ids of the synced users. */
  readonly users: readonly string[];
  /** One who owns contacts and has no mailbox. */
  readonly otherUser: string;
  /** Tandem's admin. */
  readonly admin: string;
  readonly configuration: string;
  readonly placeholder: string;
}

export const emailOf = (index: number) => `user${index}@example.test`;

let kept: { tenant: TenantService; org: OrgService } | null = null;

/** Services with an app, users, mailboxes with the folder that syncs, accounts and one configuration. */
export function setUpServices(setup: Setup): Services {
  kept ??= {
    tenant: createTenantService(),
    org: createOrgService({ url: () => addresses.salesforce }),
  };
  const { tenant, org } = kept;
  for (const [service, chosen, skew] of [
    [tenant, setup.exchange, setup.skew.exchange] as const,
    [{ ...org, kernel: org.emulator.kernel }, setup.salesforce, setup.skew.salesforce] as const,
  ]) {
    service.resetState();
    const { faults, log, clock, settingsStore } = service.kernel;
    faults.clear();
    log.clearEntries();
    log.clearCounters();
    clock.reset();
    settingsStore.reset();
    const problem = settingsStore.change({ quirks: chosen.quirks, limits: chosen.limits });
    if (problem !== undefined) throw new Error(problem);
    clock.change({ advance: skew });
  }
  const emails = Array.from({ length: setup.mailboxes }, (_, index) => emailOf(index));
  fillTenant(tenant, emails);
  return { tenant, org, ...fillOrg(org, emails, setup) };
}

function fillTenant(tenant: TenantService, emails: readonly string[]): void {
  seedTenant(
    tenant.tenant(),
    tenantSeed.parse({
      tenant: { id: tenantId },
      apps: [{ clientId, certificatePem }],
      mailboxes: emails.map((userPrincipalName) => ({
        userPrincipalName,
        folders: [{ displayName: 'Salesforce_Sync' }],
      })),
    }),
    tenant.moment(),
  );
}

function fillOrg({ emulator }: OrgService, emails: readonly string[], setup: Setup) {
  shortenFields(emulator);
  const seeded = seedOrg(
    emulator,
    orgSeed.parse({
      apps: [{ clientId: consumerKey, certificatePem }],
      ...(setup.events && { organization: { sharedActivities: setup.events.sharedActivities } }),
      // What acting on the events of others takes.
      permissionSets: [
        {
          Name: 'Events_of_others',
          userPermissions: ['ActivitiesAccess', 'EditEvent', 'ViewAllData', 'ModifyAllData'],
        },
      ],
      roles: [
        { ref: 'chief', Name: 'Chief' },
        { ref: 'rep', Name: 'Rep', ParentRoleId: '@chief' },
      ],
      users: [
        {
          Username: bridgeUser,
          LastName: 'Tandem',
          profile: 'Minimum Access - API Only Integrations',
          permissionSets: ['Tandem_Integration', ...(setup.events ? ['Events_of_others'] : [])],
        },
        {
          ref: 'admin',
          Username: 'admin@example.test',
          LastName: 'Admin',
          profile: 'System Administrator',
          permissionSets: ['Tandem_Admin'],
        },
        // One who owns contacts and has no mailbox.
        { ref: 'other', Username: 'other@example.test', LastName: 'Other' },
        ...emails.map((Username, index) => ({
          ref: Username,
          Username,
          LastName: Username,
          ...(setup.chief && { UserRoleId: index === 0 ? '@chief' : '@rep' }),
          permissionSets: ['Tandem_User'],
        })),
      ],
      accounts: ['Acme', 'Beta', 'Gamma', 'Placeholder'].map((Name) => ({
        ref: Name,
        Name,
        ...(setup.repsAccounts && { OwnerId: `@${emails.at(-1)!}` }),
      })),
      records: {
        Tandem_Configuration__c: [
          {
            ref: 'configuration',
            Name: 'Sales',
            Active__c: true,
            Contact_Direction__c: setup.policy.direction,
            Unknown_Company__c: setup.policy.unknownCompany,
            ...(setup.policy.unknownCompany === 'Placeholder' && { Placeholder_Account__c: '@Placeholder' }),
            Contact_Match__c: setup.policy.match,
            Contact_Deletes_To_Salesforce__c: setup.policy.deletesToSalesforce,
            Contact_Deletes_To_Exchange__c: setup.policy.deletesToExchange,
            Conflict_Winner__c: setup.policy.conflictWinner,
            ...(setup.events ? configurationFields(setup.events) : { Event_Direction__c: 'Off' }),
          },
        ],
        Tandem_Assignment__c: emails.map((email) => ({
          Configuration__c: '@configuration',
          Assignee_Id__c: `@${email}`,
          User__c: `@${email}`,
        })),
        ...(setup.events?.guests && guestRecords(emails)),
      },
    }),
  );
  if ('error' in seeded) throw new Error(seeded.error);
  const { ids } = seeded;
  return {
    users: emails.map((email) => ids[email]!),
    otherUser: ids['other']!,
    admin: ids['admin']!,
    configuration: ids['configuration']!,
    placeholder: ids['Placeholder']!,
  };
}

/** An org whose contacts have as little room as the programs' have, so that people's long values do not fit. */
function shortenFields(emulator: OrgService['emulator']): void {
  const { schema } = emulator.state().org;
  const contact = schema.object('Contact')!;
  for (const [name, { length }] of Object.entries(fields)) {
    const field = schema.field(contact, name)!;
    if (field.type !== 'reference') Object.assign(field, { length });
  }
}
