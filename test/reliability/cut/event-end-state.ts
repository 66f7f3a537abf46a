import type { World } from '../../e2e/world.ts';
import type { End } from './cut-everywhere.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * What differs between two runs that did the same: ids of rows, stamps, and hashes of what differs. And what a process that died
 * took along: which side a pair was synced from last, and whether an item that is found again was its own.
 */
const passing =
  /^(Last_Synced_From__c|Made_By_Tandem__c|Id|Name|@odata\..*|id|mutableId|uid|iCalUId|changeKey|transactionId|webLink|conversationId|n|at|eventId|createdDateTime|lastModifiedDateTime|time|SystemModstamp|Created\w+|LastModified\w+|LastViewed\w+|LastReferenced\w+|attributes|Tandem_Key__c|Meeting_Identity__c|Web_Link__c|Last_Synced__c|Last_Seen__c|First_Seen__c|Closed_At__c|Issue_Key__c|RespondedDate)$/;

/**
 * How a pass of events ended, compared whole: both calendars, relations and invited users, links, issues and all mail, each by
 * what it is instead of by its id. `links`: so many live ones there have to be.
 */
export function eventsEnd(links: number): (world: World) => Promise<End> {
  return async ({ exchange, salesforce, ada, bob }) => {
    const rows = (object: string) => salesforce.rows(object);
    const calendars = await Promise.all(
      [ada, bob].map(async ({ email }) => ({ email, events: await exchange.calendars.events(email) })),
    );
    const [events, relations, contacts, users, mailboxes, linkRows, issues, mail] = await Promise.all([
      rows('Event'),
      rows('EventRelation'),
      rows('Contact'),
      rows('User'),
      rows('Tandem_Mailbox__c'),
      rows('Tandem_Link__c'),
      rows('Tandem_Issue__c'),
      exchange.mail.read(),
    ]);
    const names = new Map([
      ...[...contacts, ...users].map(({ Id, LastName }): Named => [String(Id), `(${String(LastName)})`]),
      ...events.map((row): Named => [
        String(row.Id),
        `(${row.IsChild === true ? 'child of ' : ''}${String(row.Subject)} ${String(row.StartDateTime)})`,
      ]),
      ...mailboxes.map(({ Id, User__c }): Named => [String(Id), `(mailbox of ${String(User__c)})`]),
      ...calendars.flatMap((calendar) =>
        calendar.events.map((event): Named => [
          event.id,
          `(${String(event.subject)} ${startOf(event)} of ${calendar.email})`,
        ]),
      ),
    ]);
    const shown = (some: readonly object[]) =>
      some.map((one) => named(JSON.stringify(one, lasting), names)).toSorted();
    const state = {
      outlook: calendars.map((calendar) => ({ email: calendar.email, events: shown(calendar.events) })),
      salesforce: shown(events),
      relations: shown(relations),
      links: shown(linkRows),
      issues: shown(issues),
      mail: shown(mail),
    };
    return { state, violations: violations(linkRows, mail, links) };
  };
}

type Named = [id: string, name: string];

function startOf({ start }: Row): string {
  return (start as { dateTime?: string } | undefined)?.dateTime ?? '';
}

/** Properties by name, without those that pass and those that are empty. */
function lasting(key: string, value: unknown): unknown {
  if (passing.test(key) || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)));
}

/** Every id that the text holds, by its name; twice, since the name of a mailbox holds the id of its user. */
function named(text: string, names: ReadonlyMap<string, string>): string {
  const once = (before: string) =>
    [...names].reduce((after, [id, name]) => after.replaceAll(id, name), before);
  return once(once(text));
}

function violations(links: readonly Row[], mail: readonly { by: string }[], expected: number): string[] {
  const live = links.filter(({ State__c }) => State__c === 'Live');
  const pairs = new Set(
    live.map(({ OwnerId, Record_Id__c }) => `${String(OwnerId)} ${String(Record_Id__c)}`),
  );
  return [
    ...(live.length === expected ? [] : [`${live.length} live links instead of ${expected}`]),
    ...(pairs.size === live.length ? [] : ['a record has two live links in a mailbox']),
    ...(mail.some(({ by }) => by === 'api') ? ['people were mailed'] : []),
  ];
}
