import { calendars } from './calendars.ts';
import { acquaintances } from './company.ts';
import { privateContacts, reps } from './people.ts';
import type { Address, DemoContact, Rep } from './words.ts';

/** The app registration by which the bridge signs in to the demo tenant. */
export interface ExchangeApp {
  readonly clientId: string;
  readonly certificatePem: string;
}

/** The folder that Lightning Sync left in each mailbox, and that Tandem goes on with. */
const syncedFolder = 'Salesforce_Sync';

/** What `POST /_control/seed` of the emulated tenant takes: an app and the three mailboxes, with calendars around `now`. */
export function exchangeSeed(tenantId: string, app: ExchangeApp, now = new Date()) {
  const everybody = acquaintances();
  const events = calendars(now);
  return {
    tenant: { id: tenantId },
    apps: [app],
    mailboxes: Object.entries(reps).map(([rep, { firstName, lastName, email, timeZone }]) => ({
      userPrincipalName: email,
      displayName: `${firstName} ${lastName}`,
      timeZone,
      events: events[rep as Rep],
      contacts: privateContacts[rep as Rep].map(graphContact),
      folders: [
        {
          displayName: syncedFolder,
          contacts: everybody.flatMap((one) =>
            one.rep === rep && one.exchange ? [graphContact(one.exchange)] : [],
          ),
        },
      ],
    })),
  };
}

function graphContact(contact: DemoContact): Record<string, unknown> {
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  return withoutUnset({
    givenName: contact.firstName,
    surname: contact.lastName,
    displayName: name || undefined,
    emailAddresses: contact.emails.map((address) => ({ name: name || address, address })),
    companyName: contact.company,
    jobTitle: contact.title,
    department: contact.department,
    assistantName: contact.assistant,
    businessPhones: contact.phone && [contact.phone],
    mobilePhone: contact.mobile,
    homePhones: contact.homePhone && [contact.homePhone],
    businessAddress: contact.work && graphAddress(contact.work),
    otherAddress: contact.home && graphAddress(contact.home),
    birthday: contact.birthday && `${contact.birthday}T00:00:00Z`,
    personalNotes: contact.notes,
  });
}

const graphAddress = ({ street, city, state, postalCode, country }: Address) => ({
  street,
  city,
  state,
  postalCode,
  countryOrRegion: country,
});

const withoutUnset = (record: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
