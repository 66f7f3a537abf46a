import { ask, textOf, type Row } from './soql';

export { ask, textOf, type Row } from './soql';

/** Somebody whom an event is with. */
export interface EventPerson {
  readonly key: string;
  readonly name: string;
  /** The person's page; none for people who are no records that have one here. */
  readonly href: string | undefined;
  readonly role: string;
  readonly response: string;
}

/** What the page of an event shows. */
export interface EventDetails {
  readonly name: string;
  readonly details: readonly { readonly name: string; readonly label: string; readonly text: string }[];
  readonly people: readonly EventPerson[];
}

const FIELDS: readonly (readonly [path: string, label: string])[] = [
  ['Owner.Name', 'Assigned To'],
  ['Location', 'Location'],
  ['Who.Name', 'Name'],
  ['Account.Name', 'Account'],
  ['ShowAs', 'Show Time As'],
  ['Description', 'Description'],
];

/** The records that have a page in the playground, by how their ids begin. */
const PAGES: Readonly<Record<string, string>> = { '003': 'Contact', '00Q': 'Lead' };

/** An event with the people whom it is with, as the person who looks may see it; undefined when they may not. */
export async function readEvent(id: string): Promise<EventDetails | undefined> {
  const paths = FIELDS.map(([path]) => path).join(', ');
  const [event] = await ask(
    `SELECT Id, Subject, StartDateTime, EndDateTime, DurationInMinutes, IsAllDayEvent, IsPrivate, WhoId, Who.Type, ${paths} FROM Event WHERE Id = '${id.replace(/\W/g, '')}'`,
  );
  if (!event) return undefined;
  return {
    name: textOf(event, 'Subject'),
    details: [
      { name: 'When', label: 'When', text: whenOf(event) },
      ...FIELDS.map(([path, label]) => ({ name: path, label, text: textOf(event, path) || '\u00a0' })),
      { name: 'IsPrivate', label: 'Private', text: event['IsPrivate'] === true ? 'Yes' : 'No' },
    ],
    people: await peopleOf(event),
  };
}

/** When an event is, for people: an all-day event is a date in every zone. */
export function whenOf(event: Row): string {
  const start = new Date(textOf(event, 'StartDateTime'));
  const minutes = Number(event['DurationInMinutes'] ?? 0);
  const end = new Date(start.getTime() + minutes * 60_000);
  if (event['IsAllDayEvent'] === true) {
    const date = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
    return date.formatRange(start, new Date(Math.max(start.getTime(), end.getTime() - 60_000)));
  }
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' }).formatRange(
    start,
    end,
  );
}

async function peopleOf(event: Row): Promise<EventPerson[]> {
  const from = `FROM EventRelation WHERE EventId = '${event.Id}'`;
  const fields = 'Id, RelationId, Relation.Name, Relation.Type, Status';
  const shared = await ask(`SELECT ${fields}, IsParent, IsInvitee, IsWhat ${from}`).catch(() => undefined);
  // Without Shared Activities all relations are invitations, and the one contact or lead has none.
  const relations =
    shared?.filter((row) => row['IsWhat'] !== true) ??
    (await ask(`SELECT ${fields} ${from}`)).map((row) => ({ ...row, IsInvitee: true }));
  const who = textOf(event, 'WhoId');
  const primary =
    who === '' || relations.some((row) => textOf(row, 'RelationId') === who)
      ? []
      : [personOf({ Id: who, RelationId: who, Relation: event['Who'] })];
  return [...primary, ...relations.map(personOf)];
}

function personOf(row: Row): EventPerson {
  const id = textOf(row, 'RelationId');
  const page = PAGES[id.slice(0, 3)];
  const isAttendee = row['IsInvitee'] === true;
  const type = textOf(row, 'Relation.Type');
  return {
    key: row.Id,
    name: textOf(row, 'Relation.Name'),
    href: page && `/lightning/r/${page}/${id}/view`,
    role: isAttendee ? `Attendee (${type})` : `Related ${type.toLowerCase()}`,
    response: isAttendee ? textOf(row, 'Status') : '',
  };
}
