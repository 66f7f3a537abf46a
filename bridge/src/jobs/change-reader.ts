import type { UserId } from '../domain/ids.ts';
import type { BridgeDeps } from './bridge-deps.ts';
import { beginEvents, readEventsOfOrg, syncsEvents } from './event-reader.ts';
import type { OrgRead } from './org-reader.ts';
import { beginContacts, readContactsOfOrg } from './org-reader.ts';
import type { OrgSettings } from './settings-reader.ts';

/** What changed in the org: contacts with the waiting requests, and events. */
export interface ChangesRead extends OrgRead {
  /** Mailboxes whose inbox of events got something. */
  readonly calendars: readonly UserId[];
}

/** Reads what changed in the org, for all mailboxes together; where little did, in one call. */
export async function readChangesOfOrg(
  deps: BridgeDeps,
  settings: Pick<OrgSettings, 'configurations'>,
): Promise<ChangesRead> {
  const withEvents = syncsEvents(settings);
  // Both are looked up before either is read: queries travel together when they are asked for at the same moment.
  const [contactsStart, eventsStart] = await Promise.all([
    beginContacts(deps),
    withEvents ? beginEvents(deps) : null,
  ]);
  const [contacts, calendars] = await Promise.all([
    readContactsOfOrg(deps, contactsStart),
    withEvents ? readEventsOfOrg(deps, eventsStart) : [],
  ]);
  return { ...contacts, calendars };
}
