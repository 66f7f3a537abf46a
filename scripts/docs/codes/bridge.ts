import type { CodeDetails } from './details.ts';

const doesNotStart = 'The command ends with exit code 2. Nothing is read or written on either side.';

/** The codes of the bridge itself. */
export const bridgeCodes = {
  'TDM-B-SETTINGS': {
    when: 'At the start of any command, when a setting is missing, has a wrong value, names a file that cannot be read, or has a name beginning with `TANDEM_` that does not exist.',
    meanwhile: doesNotStart,
    steps: [
      'Read the detail: it names every wrong setting at once.',
      'Correct them; [settings.md](../settings.md) has meaning and default of each.',
      'Run `tandem doctor`, then start again.',
    ],
  },
  'TDM-B-LOCKED': {
    when: 'At the start, when another process holds the lock of the embedded database.',
    meanwhile: `${doesNotStart} The other bridge goes on.`,
    steps: [
      'The detail names the folder. Find the other process that uses it: a second `tandem start` is the usual reason.',
      'Stop it, or give this one another `TANDEM_DATA_DIR`.',
      'To run several processes for one org, set `DATABASE_URL` to a Postgres for all of them.',
    ],
  },
  'TDM-B-DATABASE': {
    when: 'When the database does not open or does not answer: wrong address, no network, a role without rights, a damaged folder.',
    meanwhile:
      'At the start the command ends with exit code 2. While the bridge runs, passes stop and are repeated; what was written is remembered in Salesforce too, so nothing is doubled.',
    steps: [
      'Check `DATABASE_URL` and that the server can be reached from this machine.',
      'Check that the role may create the schemas `tandem` and `tandem_queue`.',
      'For an embedded database that is damaged, stop the bridge and start it with an empty folder: links are read from Salesforce and paired again, without copies or deletions.',
    ],
  },
  'TDM-B-SCHEMA': {
    when: 'At the start, when a newer version of Tandem has migrated the database.',
    meanwhile: doesNotStart,
    steps: [
      'Install the newer version again.',
      'To stay on the older one, restore a backup made before the upgrade, or start with an empty database.',
    ],
  },
  'TDM-B-SCHEMA-OLD': {
    when: '`tandem doctor` says so after an upgrade of the bridge.',
    meanwhile: 'Nothing; the doctor changes nothing.',
    steps: ['Back the database up if you may want to go back.', 'Run `tandem migrate`, or start the bridge.'],
  },
  'TDM-B-DISK': {
    when: 'When the database cannot write for want of room, and in `tandem doctor` when there is little left.',
    meanwhile:
      'Passes stop and go on when there is room. An embedded database that cannot write its log ends, and the bridge with it; a process manager starts it again.',
    steps: [
      'Free space on the disk of `TANDEM_DATA_DIR`, or of the Postgres server, or enlarge it.',
      'See that the bridge runs again: the _Status_ screen shows its last report.',
    ],
  },
  'TDM-B-CLOCK': {
    when: 'In `tandem doctor`, when the clock of this machine is two minutes or more from that of Salesforce.',
    meanwhile: 'Tandem goes on as long as sign-ins are accepted.',
    steps: ['Switch on time synchronisation (NTP) on the machine.', 'Run `tandem doctor` again.'],
  },
  'TDM-B-STOPPED': {
    when: 'When in the last hour more than 5 % of a configuration’s writes to contacts, and at least 20, were refused for good by one of the sides. What a duplicate rule stops does not count.',
    meanwhile: 'All mailboxes of the configuration are paused; the others go on.',
    steps: [
      'Look at the open issues of the configuration’s contacts: they have the reason of each refusal.',
      'Correct the cause, such as a validation rule, a required field or a missing permission.',
      'Resume the configuration in _Status_. What was refused is tried again, and the count starts anew.',
    ],
  },
  'TDM-B-UNEXPECTED': {
    when: 'When something happens that the code does not foresee.',
    meanwhile: 'The pass is repeated later. Nothing is remembered as done that is not.',
    steps: [
      'See whether it happens again; `tandem doctor` finds what is wrong around the bridge.',
      'Report the detail with the lines of the log around it. Neither holds names, addresses or contents.',
    ],
  },
} satisfies Record<`TDM-B-${string}`, CodeDetails>;
