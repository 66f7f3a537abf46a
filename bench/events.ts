/** An event of the benches, on both sides with the same values. */
export interface BenchEvent {
  /** As Graph takes it. */
  readonly exchange: Readonly<Record<string, unknown>>;
  /** As Salesforce takes it. */
  readonly salesforce: Readonly<Record<string, unknown>>;
}

const dayMs = 86_400_000;
const places = ['Room Elbe', 'Video', '12 Harbour Street, Bristol', 'Kraków office', 'Café Größenwahn'];
const topics = ['Review', 'Planning', 'Negotiation', 'Training', 'Site visit'];
const spreadDays = 300;
const hours = 9;

/** The single event with a number: always the same on one day, half an hour within the 300 days that follow. */
export function benchEvent(number: number, today: Date): BenchEvent {
  const start = new Date(midnight(today) + (1 + (number % spreadDays)) * dayMs + hourOf(number));
  const end = new Date(start.getTime() + 30 * 60_000);
  const subject = `${at(topics, number)} ${number}`;
  const location = at(places, number);
  const text = `What matters in meeting ${number}, agreed beforehand.`;
  return {
    exchange: {
      subject,
      start: utc(start),
      end: utc(end),
      location: { displayName: location },
      body: { contentType: 'text', content: text },
      showAs: 'busy',
    },
    salesforce: {
      Subject: subject,
      StartDateTime: start.toISOString(),
      EndDateTime: end.toISOString(),
      Location: location,
      Description: text,
      ShowAs: 'Busy',
    },
  };
}

/** A series of the benches, which begins tomorrow. */
export interface SeriesShape {
  readonly pattern: 'daily' | 'weekly';
  /** How many dates it has; null for one without an end. */
  readonly dates: number | null;
}

/** The series with a number, as Graph takes it. */
export function benchSeries(number: number, { pattern, dates }: SeriesShape, today: Date) {
  const { exchange } = benchEvent(spreadDays * hours * 2 + number, today);
  const start = new Date(midnight(today) + dayMs + hourOf(number));
  const end = new Date(start.getTime() + 30 * 60_000);
  const startDate = start.toISOString().slice(0, 10);
  return {
    ...exchange,
    subject: `Weekly ${at(topics, number)} ${number}`,
    start: utc(start),
    end: utc(end),
    recurrence: {
      pattern:
        pattern === 'daily'
          ? { type: 'daily', interval: 1 }
          : { type: 'weekly', interval: 1, daysOfWeek: [weekday(start)], firstDayOfWeek: 'monday' },
      range:
        dates === null
          ? { type: 'noEnd', startDate, recurrenceTimeZone: 'UTC' }
          : { type: 'numbered', startDate, numberOfOccurrences: dates, recurrenceTimeZone: 'UTC' },
    },
  };
}

/** How many dates of a series lie within so many days ahead, today included. */
export function datesAhead({ pattern, dates }: SeriesShape, daysAhead: number): number {
  const inWindow = Math.floor((daysAhead - 1) / (pattern === 'daily' ? 1 : 7)) + 1;
  return dates === null ? inWindow : Math.min(dates, inWindow);
}

/** What a person changes in an event; by turns the subject and the place. */
export function benchEventEdit(number: number): BenchEvent {
  return number % 2 === 0
    ? { exchange: { subject: `Moved on ${number}` }, salesforce: { Subject: `Moved on ${number}` } }
    : { exchange: { location: { displayName: 'Elsewhere' } }, salesforce: { Location: 'Elsewhere' } };
}

function midnight(today: Date): number {
  return Math.floor(today.getTime() / dayMs) * dayMs;
}

/** From eight o'clock on; events of one day do not begin together. */
function hourOf(number: number): number {
  return (8 + (Math.floor(number / spreadDays) % hours)) * 3_600_000;
}

function utc(instant: Date): { readonly dateTime: string; readonly timeZone: 'UTC' } {
  return { dateTime: instant.toISOString().slice(0, 19), timeZone: 'UTC' };
}

function weekday(instant: Date): string {
  return instant.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' }).toLowerCase();
}

function at<Member>(list: readonly Member[], number: number): Member {
  return list[number % list.length] as Member;
}
