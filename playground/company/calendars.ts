import type { EventSeed } from '../../emulators/client/exchange-events.ts';
import { reps } from './people.ts';
import { lunch } from './salesforce-events.ts';
import { dayOf, lastFriday } from './week.ts';
import type { Rep } from './words.ts';

/** Somebody who might buy, known to Salesforce as a lead. */
export const lead = {
  FirstName: 'Rosalind',
  LastName: 'Okonkwo',
  Company: 'Tideline Ferries',
  Email: 'rosalind.okonkwo@tideline.example',
  Title: 'Head of Fleet',
};

const colleague = (rep: Rep, response = 'accepted') => attendee(reps[rep].email, response);
const guest = (address: string, response = 'none') => attendee(address, response);
const attendee = (address: string, response: string) => ({
  emailAddress: { address },
  type: 'required',
  status: { response },
});

/** The calendars of the reps around `now`, as Exchange has them before the first sync. */
export function calendars(now: Date): Readonly<Record<Rep, readonly EventSeed[]>> {
  return { maya: mayas(now), jonas: jonas(now), aiko: aikos(now) };
}

function mayas(now: Date): EventSeed[] {
  const { day, from, allDay, weekly } = calendarOf('maya', now);
  return [
    {
      subject: 'Pipeline review',
      ...from(-21, '08:00', '08:45'),
      recurrence: weekly(-21, ['monday']),
      attendees: [colleague('jonas'), colleague('aiko', 'tentativelyAccepted')],
      exceptions: [{ date: day(7), subject: 'Pipeline review: the quarter', ...from(8, '08:00', '09:00') }],
      cancelled: [day(21)],
      ...inTeams,
      body: text('Bring your three largest deals.'),
    },
    {
      subject: 'Timber racks: the offer',
      ...from(9, '11:00', '12:00'),
      location: { displayName: 'Room Alder' },
      attendees: [guest('ingrid@lindqvist.example', 'accepted'), guest('freya.stjohn@hekla.example')],
      categories: ['Salesforce'],
      body: text('Delivery in two parts, price per rack.'),
    },
    {
      subject: 'First look with Tideline Ferries',
      ...from(10, '14:00', '14:45'),
      attendees: [guest(lead.Email, 'accepted')],
      ...inTeams,
    },
    { subject: 'Dentist', ...from(8, '15:00', '16:00'), sensitivity: 'private', showAs: 'oof' },
    { subject: 'Boat show, Newport', ...allDay(10, 12), showAs: 'oof', location: { displayName: 'Newport' } },
    { subject: 'Quarter closes', ...allDay(4, 5), showAs: 'free' },
    {
      subject: 'Running',
      ...from(1, '07:00', '07:45'),
      recurrence: weekly(1, ['tuesday', 'thursday']),
      sensitivity: 'personal',
    },
    {
      subject: 'Visit to the observatory',
      ...from(11, '13:00', '14:30'),
      organizer: { name: 'Theo Ashworth', address: 'theo.ashworth@zephyr.example' },
      uid: 'observatory-visit@zephyr.example',
      attendees: [guest(reps.maya.email)],
      location: { displayName: 'Quartz Hill' },
    },
  ];
}

function jonas(now: Date): EventSeed[] {
  const { day, from, allDay, weekly } = calendarOf('jonas', now);
  return [
    {
      subject: 'Morgenrunde',
      ...from(0, '09:15', '09:30'),
      recurrence: weekly(0, ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], 30),
      exceptions: [{ date: day(9), ...from(9, '10:15', '10:30') }],
      cancelled: [day(11)],
    },
    {
      subject: 'Puentes: cables for the new bridge',
      ...from(8, '15:30', '16:30'),
      attendees: [guest('tomas.ruiz@puentes.example', 'accepted'), colleague('aiko')],
      ...inTeams,
    },
    {
      subject: 'Forecast',
      ...timesIn(reps.jonas.timeZone, lastFriday(now), '13:00', '14:00'),
      recurrence: {
        pattern: { type: 'relativeMonthly', interval: 1, index: 'last', daysOfWeek: ['friday'] },
        range: { type: 'noEnd', startDate: lastFriday(now) },
      },
      attendees: [colleague('maya', 'none')],
    },
    { subject: 'Urlaub', ...allDay(14, 19), showAs: 'oof' },
    { subject: 'Elternabend', ...from(9, '18:00', '19:30'), sensitivity: 'private' },
    // Salesforce has it as well: the two pair.
    {
      subject: lunch.subject,
      location: { displayName: lunch.place },
      ...timesIn('UTC', day(lunch.day), lunch.from, lunch.until),
    },
  ];
}

function aikos(now: Date): EventSeed[] {
  const { day, from, allDay, weekly } = calendarOf('aiko', now);
  return [
    {
      subject: 'Sakura Rail, weekly',
      ...from(1, '10:00', '11:00'),
      recurrence: weekly(1, ['tuesday']),
      attendees: [guest('h.mori@sakurarail.example', 'accepted')],
      exceptions: [{ date: day(8), location: { displayName: '大阪' } }],
      ...inTeams,
    },
    {
      subject: 'Catalogue with Yamaneko Design',
      ...from(9, '14:00', '15:30'),
      attendees: [guest('misaki.suzuki@yamaneko.example', 'tentativelyAccepted'), colleague('jonas')],
      location: { displayName: 'Yamaneko, 3F' },
    },
    { subject: '母の誕生日', ...allDay(11, 12), sensitivity: 'private', showAs: 'free' },
    { subject: 'Writing time', ...from(7, '09:00', '12:00'), showAs: 'tentative' },
    { subject: 'Trade fair Makuhari', ...allDay(14, 17), showAs: 'workingElsewhere' },
  ];
}

const inTeams = { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' };

const text = (content: string) => ({ contentType: 'text', content });

/** How times are written in one rep's calendar; days are counted from this week's Monday. */
function calendarOf(rep: Rep, now: Date) {
  const { timeZone } = reps[rep];
  const day = (number: number) => dayOf(now, number);
  return {
    day,
    from: (number: number, start: string, end: string) => timesIn(timeZone, day(number), start, end),
    allDay: (first: number, after: number) => ({
      isAllDay: true,
      start: { dateTime: `${day(first)}T00:00:00`, timeZone },
      end: { dateTime: `${day(after)}T00:00:00`, timeZone },
    }),
    weekly: (first: number, daysOfWeek: readonly string[], times?: number) => ({
      pattern: { type: 'weekly', interval: 1, daysOfWeek, firstDayOfWeek: 'monday' },
      range: {
        startDate: day(first),
        ...(times ? { type: 'numbered', numberOfOccurrences: times } : { type: 'noEnd' }),
      },
    }),
  };
}

const timesIn = (timeZone: string, date: string, start: string, end: string) => ({
  start: { dateTime: `${date}T${start}:00`, timeZone },
  end: { dateTime: `${date}T${end}:00`, timeZone },
});
