import type { EventState, InstanceState } from '../../../emulators/client/exchange-events.ts';
import type {
  CalendarItem,
  EventLink,
  EventPolicy,
  EventRow,
  EventSnapshot,
  MappedEventField,
} from '../oracle/events/event-snapshot.ts';
import { DEFAULT_MAPPING } from '../oracle/events/event-values.ts';
import type { World } from '../world.ts';

type Fields = Record<string, unknown>;

const MARKER = 'String {7d3c1f5e-52b4-4e0b-9c55-0f6f7a1d2b68} Name TandemRecord';
const OBJECTS = [
  'Event',
  'Tandem_Link__c',
  'Tandem_Mailbox__c',
  'Tandem_Configuration__c',
  'Tandem_Field_Mapping__c',
  'User',
];

/** Looks at the events of both sides: two requests to the org, and two for each calendar. */
export async function eventSnapshot({ exchange, salesforce }: World): Promise<EventSnapshot> {
  const [tables, issues] = await Promise.all([salesforce.tables(OBJECTS), salesforce.issues()]);
  const of = (object: string) => tables[object] ?? [];
  const now = Date.now();
  const calendars = of('Tandem_Mailbox__c').map(async (mailbox) => {
    const { User__c, Email__c, Configuration__c } = mailbox;
    const user = String(User__c);
    const email = String(Email__c);
    const configuration = of('Tandem_Configuration__c').find(({ Id }) => Id === Configuration__c) ?? {};
    const rows = of('Tandem_Field_Mapping__c').filter(
      (row) => row.Configuration__c === Configuration__c && row.Object__c === 'Event',
    );
    const broken = issues.filter(({ status, code }) => status === 'Open' && code === 'TDM-E-MAPPING');
    const policy = policyOf(
      configuration,
      mappingOf(
        rows,
        broken.map(({ field }) => field),
      ),
    );
    const from = new Date(now - (policy.daysBack + 40) * DAY).toISOString();
    const until = new Date(now + (policy.daysAhead + 40) * DAY).toISOString();
    const [events, shown] = await Promise.all([
      exchange.calendars.events(email),
      exchange.calendars.view(email, from, until),
    ]);
    const counts = {
      exchange: Number(mailbox.Events_In_Exchange__c ?? 0),
      salesforce: Number(mailbox.Events_In_Salesforce__c ?? 0),
      openIssues: Number(mailbox.Open_Issues__c ?? 0),
    };
    const state = String(mailbox.Events_State__c);
    return { user, email, policy, state, counts, items: itemsOf(events, shown) };
  });
  return {
    calendars: await Promise.all(calendars),
    rows: of('Event')
      .filter(({ IsChild }) => IsChild !== true)
      .map(rowOf),
    links: of('Tandem_Link__c')
      .filter(({ Kind__c }) => Kind__c === 'Event')
      .map(linkOf),
    issues,
    bridgeUser: String(of('User').find(({ LastName }) => LastName === 'Tandem')?.Id),
    now,
  };
}

const DAY = 86_400_000;

/** An org that leaves a field of the configuration out has its default. */
function policyOf(configuration: Fields, mapping: readonly MappedEventField[]): EventPolicy {
  const days = (field: string, otherwise: number) => Number(configuration[field] ?? otherwise);
  return {
    direction: (configuration.Event_Direction__c ?? 'Both') as EventPolicy['direction'],
    privateEvents: (configuration.Private_Events__c ?? 'Skip') as EventPolicy['privateEvents'],
    markedOnly: configuration.Event_Selection__c === 'Marked',
    earlier: (configuration.Earlier_Events__c ?? 'Future') as EventPolicy['earlier'],
    series: configuration.Series__c !== false,
    sendsDescriptions: configuration.Description_To_Exchange__c === true,
    daysBack: days('Window_Days_Back__c', 30),
    daysAhead: days('Window_Days_Ahead__c', 365),
    seriesDaysAhead: days('Series_Days_Ahead__c', 90),
    mapping,
  };
}

/** The admin's rows replace the default ones of the same field; those that cannot work are left out. */
function mappingOf(rows: readonly Fields[], broken: readonly string[]): MappedEventField[] {
  const own = rows
    .filter(({ Salesforce_Field__c }) => !broken.includes(String(Salesforce_Field__c)))
    .map((row) => ({
      field: String(row.Salesforce_Field__c),
      property: String(row.Exchange_Property__c),
      direction: String(row.Direction__c),
    }));
  return [
    ...DEFAULT_MAPPING.filter(({ field }) => !own.some((row) => row.field === field)),
    ...own.filter((row): row is MappedEventField => row.direction !== 'Off'),
  ];
}

function itemsOf(events: readonly EventState[], shown: readonly InstanceState[]): CalendarItem[] {
  const series = new Map(events.map((event) => [event.id, event]));
  const singles = events
    .filter(({ recurrence }) => !recurrence)
    .map((event) => itemOf(event.id, String(event.uid), event, event.extendedProperties));
  const dates = shown.flatMap((instance) => {
    const master = series.get(String(instance.seriesMasterId));
    if (!master || instance.date === undefined) return [];
    const own = master.exceptions.find(({ date }) => date === instance.date)?.extendedProperties;
    const extended = { ...master.extendedProperties, ...own };
    const meeting = `${String(master.uid)} ${instance.date}`;
    return [{ ...itemOf(`${master.id}/${instance.date}`, meeting, instance, extended), isDate: true }];
  });
  return [...singles, ...dates].filter(({ properties }) => properties.isCancelled !== true);
}

function itemOf(
  id: string,
  meeting: string,
  properties: Fields,
  extended: Record<string, string>,
): CalendarItem {
  return { id, meeting, isDate: false, marker: extended[MARKER], properties, extended };
}

function rowOf(fields: Fields): EventRow {
  return {
    id: String(fields.Id),
    owner: String(fields.OwnerId),
    madeBy: String(fields.CreatedById),
    fields,
  };
}

function linkOf(row: Fields): EventLink {
  const key = String(row.Link_Key__c);
  return {
    key,
    user: String(key.split('|')[0]),
    itemId: String(row.Exchange_Id__c),
    recordId: String(row.Record_Id__c),
    state: String(row.State__c),
    reason: typeof row.Reason__c === 'string' ? row.Reason__c : null,
    madeOn: typeof row.Made_By_Tandem__c === 'string' ? row.Made_By_Tandem__c : null,
  };
}
