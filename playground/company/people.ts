import type { DemoContact, Rep } from './words.ts';

/** Somebody who works at the demo company. */
export interface DemoUser {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly title: string;
  readonly timeZone: string;
}

/** The three sales reps whose mailboxes are synced. */
export const reps: Readonly<Record<Rep, DemoUser>> = {
  maya: rep('Maya', 'Castellanos', 'America/New_York'),
  jonas: rep('Jonas', 'Ekström', 'Europe/Berlin'),
  aiko: rep('Aiko', 'Tanaka', 'Asia/Tokyo'),
};

function rep(firstName: string, lastName: string, timeZone: string): DemoUser {
  return {
    firstName,
    lastName,
    email: `${firstName.toLowerCase()}@fernhill.example`,
    title: 'Sales Representative',
    timeZone,
  };
}

/** Sets up Tandem in Salesforce, and has no mailbox that is synced. */
export const admin: DemoUser = {
  firstName: 'Priya',
  lastName: 'Raman',
  email: 'priya@fernhill.example',
  title: 'Salesforce Admin',
  timeZone: 'Europe/London',
};

/** Works at the company and has nothing to do with Tandem: no permission set, no mailbox that is synced. */
export const newcomer: DemoUser = {
  firstName: 'Noor',
  lastName: 'Haddad',
  email: 'noor@fernhill.example',
  title: 'Office Manager',
  timeZone: 'Europe/Paris',
};

/** The user as whom the bridge signs in. */
export const integration: DemoUser = {
  firstName: 'Tandem',
  lastName: 'Integration',
  email: 'tandem-integration@fernhill.example',
  title: 'Integration User',
  timeZone: 'Etc/UTC',
};

/** What the reps keep in their ordinary contacts folder, which is none of Salesforce's business. */
export const privateContacts: Readonly<Record<Rep, readonly DemoContact[]>> = {
  maya: [
    { firstName: 'Dad', emails: [], mobile: '+1 212 555 0171' },
    { firstName: 'Dr. Elena', lastName: 'Ruiz', emails: [], company: 'Dentist', phone: '+1 212 555 0172' },
    {
      firstName: 'Sam',
      lastName: 'Whitaker',
      emails: ['sam.whitaker@bluewater.example'],
      company: 'Bluewater Logistics',
    },
    { firstName: 'Choir', lastName: 'Thursday', emails: ['choir@neighbours.example'] },
  ],
  jonas: [
    { firstName: 'Oma', lastName: 'Ekström', emails: [], homePhone: '+49 30 5550 173' },
    { firstName: 'Kita', lastName: 'Sonnenschein', emails: ['buero@kita.example'], phone: '+49 30 5550 174' },
    {
      firstName: 'Petra',
      lastName: 'Hauser',
      emails: ['petra.hauser@eiger.example'],
      company: 'Eiger Outdoor AG',
    },
  ],
  aiko: [
    { firstName: '母', emails: [], mobile: '+81 90 5555 0175' },
    { firstName: 'Ken', lastName: 'Ito', emails: ['ken.ito@yamaneko.example'], company: 'Yamaneko Design' },
    { firstName: 'Yoga', lastName: 'Studio', emails: ['hello@yoga.example'], phone: '+81 3 5550 0176' },
  ],
};

/** Contacts of the admin, who is in no configuration: they stay in Salesforce. */
export const adminsContacts: readonly DemoContact[] = [
  {
    firstName: 'Tobias',
    lastName: 'Renner',
    emails: ['tobias.renner@kestrel-robotics.example'],
    company: 'Kestrel Robotics GmbH',
  },
  { firstName: 'Joana', lastName: 'Silva', emails: ['joana@silvairmaos.example'], company: 'Silva & Irmãos' },
  { firstName: 'Huw', lastName: 'Pryce', emails: ['huw.pryce@vectis.example'], company: 'Vectis Ferries' },
];
