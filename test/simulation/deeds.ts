import { GraphError } from '../../emulators/exchange/errors.ts';
import type { Act } from '../programs/people.ts';
import { actKinds, perform as act } from '../programs/people.ts';
import type { Counting } from './coverage.ts';
import type { EventAct } from './events/acts.ts';
import { eventActKinds, performEvent } from './events/acts.ts';
import type { AttendanceAct } from './events/attendance-acts.ts';
import { attendanceKinds, performAttendance } from './events/attendance-acts.ts';
import type { Deed, OtherDeed } from './plan.ts';
import { short } from './world/notes.ts';
import { GaveUp } from './world/org.ts';
import type { Simulation } from './world/simulation.ts';

/** Lets a person do something; what cannot be done now is let be. */
export function perform(
  simulation: Simulation,
  deed: Deed,
  tell: (line: string) => void,
  counting: Counting,
): void {
  tell(`${(simulation.clock.now() % 86_400_000) - 28_800_000} person ${JSON.stringify(deed)}`);
  counting.count(`deed ${deed.kind}`);
  simulation.acts();
  const known = simulation.ledger.entries.length;
  try {
    if (isAct(deed)) act(simulation, deed);
    else if (isEventAct(deed)) {
      if (simulation.events) performEvent(simulation.events.world, deed);
      simulation.acts();
    } else if (isAttendanceAct(deed)) {
      if (simulation.events) performAttendance(simulation.events.world, deed);
      simulation.acts();
    } else others[deed.kind](simulation, deed.who);
  } catch (error) {
    // What a screen refuses is let be.
    if (!(error instanceof GaveUp || error instanceof GraphError)) throw error;
    tell(`gave up: ${error.message}`);
  }
  for (const { field, id, token } of simulation.ledger.entries.slice(known))
    tell(`typed ${field} ${token} in ${short(id)}`);
}

function isAct(deed: Deed): deed is Act {
  return deed.kind === 'rest' || (actKinds as readonly string[]).includes(deed.kind);
}

function isEventAct(deed: Exclude<Deed, Act>): deed is EventAct {
  return (eventActKinds as readonly string[]).includes(deed.kind);
}

function isAttendanceAct(deed: Exclude<Deed, Act | EventAct>): deed is AttendanceAct {
  return (attendanceKinds as readonly string[]).includes(deed.kind);
}

const others: Record<OtherDeed, (simulation: Simulation, who: number) => void> = {
  syncNow: (simulation, who) => request(simulation, who, 'SyncNow'),
  resetContacts: (simulation, who) => request(simulation, who, 'ResetContacts'),
  resetEvents: (simulation, who) => request(simulation, who, 'ResetEvents'),
  pause: (simulation, who) => request(simulation, who, 'Pause'),
  resume: (simulation, who) => request(simulation, who, 'Resume'),
  approve: (simulation, who) => request(simulation, who, 'Approve'),
  renameFolder(simulation, who) {
    const userId = simulation.users[who % simulation.users.length]!;
    const folder = simulation.mailboxes.get(userId)!.folder();
    // Until Salesforce shows which folder it is, a bridge that loses its database has only the name.
    if (folder && simulation.org.namesFolder(folder.id))
      folder.displayName = folder.displayName === 'Salesforce_Sync' ? 'Customers' : 'Salesforce_Sync';
  },
};

function request(simulation: Simulation, who: number, kind: string): void {
  const userId = simulation.users[who % simulation.users.length]!;
  const { admin } = simulation.services;
  simulation.org.write('Tandem_Request__c', { Kind__c: kind, User__c: userId }, admin);
}

/** An admin lets everything go on that was paused, or stopped by itself. */
export function resumeAll({ users, org, services: { admin, configuration } }: Simulation): void {
  const resume = (fields: object) => org.write('Tandem_Request__c', { Kind__c: 'Resume', ...fields }, admin);
  for (const userId of users) resume({ User__c: userId });
  resume({ Configuration__c: configuration, Parameters__c: JSON.stringify({ scope: 'configuration' }) });
}
