import { dayOf } from './week.ts';
import type { Rep } from './words.ts';

/** By whose e-mail address an event of Salesforce names the contact that it is with. */
export const metBySalesforce = [
  'patrick@ohara.example',
  'oliver.hartley@nordlicht.example',
  'grace.mckenzie@cobalt.example',
];

/** A meeting that both sides hold before the first sync; its times are UTC. */
export const lunch = {
  subject: 'Lunch with Oliver Hartley',
  place: 'Markthalle',
  day: 10,
  from: '11:30',
  until: '12:30',
};

/** The reps' events in Salesforce around `now`, before the first sync. */
export function salesforceEvents(now: Date): Record<string, unknown>[] {
  const [patrick, oliver, grace] = metBySalesforce;
  return [
    event('maya', `${dayOf(now, 10)}T16:00:00Z`, 30, {
      Subject: 'Call Patrick about the renewal',
      WhoId: `@${patrick}`,
      Description: 'Asks for two years at a fixed price.',
    }),
    event('maya', `${dayOf(now, 8)}T18:00:00Z`, 60, { Subject: 'Prepare the offer', ShowAs: 'Free' }),
    event('maya', `${dayOf(now, 7)}T19:00:00Z`, 30, {
      Subject: 'Renewal calls',
      Recurrence2PatternText: 'RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;COUNT=4',
      Recurrence2PatternTimeZone: 'America/New_York',
    }),
    event('jonas', `${dayOf(now, lunch.day)}T${lunch.from}:00Z`, 60, {
      Subject: lunch.subject,
      Location: lunch.place,
      WhoId: `@${oliver}`,
    }),
    event('jonas', `${dayOf(now, 7)}T10:00:00Z`, 90, { Subject: 'Tender documents', Location: 'Kiel' }),
    event('aiko', `${dayOf(now, 10)}T02:00:00Z`, 60, {
      Subject: 'Instruments: test rig',
      WhoId: `@${grace}`,
    }),
  ];
}

function event(rep: Rep, start: string, minutes: number, fields: Record<string, unknown>) {
  const by = `@${rep}`;
  return {
    OwnerId: by,
    CreatedById: by,
    LastModifiedById: by,
    StartDateTime: start,
    DurationInMinutes: minutes,
    ...fields,
  };
}
