import { expect, it } from 'vitest';
import type { EventTime } from '../../domain/event.ts';
import type { Fingerprint, RecordId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { CreateRecordStep } from '../../sync/events/event-step.ts';
import { meetingKey } from '../../sync/events/match-key.ts';
import { itemValues } from '../../sync/events/event-values.ts';
import { event, fingerprint, mapping } from '../../sync/events/testing/samples.ts';
import type { EventPassContext } from './event-context.ts';
import { recordsOfMeetings } from './records-of-meetings.ts';

const master = event({ type: 'seriesMaster', attendees: [{ email: 'bob@contoso.test' }] as never });
const nextDay = { ...master.time, start: '2026-03-18T10:00:00.000Z', end: '2026-03-18T11:00:00.000Z' };

function dateOf(date: string, time: EventTime) {
  const item = {
    id: as<never>(`item-1/${date}`),
    event: master,
    time,
    series: { masterId: master.id, date },
  };
  return {
    kind: 'createRecord',
    item,
    masked: false,
    meeting: meetingKey(item, undefined, fingerprint),
    values: itemValues(item, false, mapping),
    replaces: null,
  } as const;
}

const dates = [dateOf('2026-03-17', master.time), dateOf('2026-03-18', nextDay)];

/** What is found in an org with one record, of this key. */
function found(
  key: string,
  synced: readonly string[] = ['bob@contoso.test'],
  steps: readonly CreateRecordStep[] = dates,
  subject = 'Review',
) {
  const record = {
    id: as<RecordId>('00U1'),
    key,
    subject,
    time: master.time,
    isChild: false,
  };
  const context = {
    userId: 'ann',
    exchangeUserId: 'ann',
    fingerprint,
    store: { mailboxes: { all: () => Promise.resolve(synced.map((email) => ({ userId: email, email }))) } },
    salesforce: {
      events: {
        findByKeys: (keys: readonly string[]) => Promise.resolve(keys.includes(key) ? [record] : []),
      },
    },
  } as unknown as EventPassContext;
  return recordsOfMeetings(context, steps);
}

const keyOf = (date: string, time: EventTime): Fingerprint => dateOf(date, time).meeting;

it('finds the record that another mailbox made of a date', async () => {
  const second = keyOf('2026-03-18', nextDay);
  expect(await found(second)).toEqual(new Map([[second, '00U1']]));
});

it('finds the record that another mailbox made of the single event that became a series, for the date at its time', async () => {
  const single = meetingKey(
    { ...dateOf('2026-03-17', master.time).item, series: null },
    undefined,
    fingerprint,
  );
  expect(await found(single)).toEqual(new Map([[keyOf('2026-03-17', master.time), '00U1']]));
  expect(await found(single, [])).toEqual(new Map());
});

it('finds it whatever its subject says, as that of a private event or one that was renamed meanwhile', async () => {
  const single = meetingKey({ ...dates[0]!.item, series: null }, undefined, fingerprint);
  const masked = dates.map((step) => ({
    ...step,
    masked: true,
    values: itemValues(step.item, true, mapping),
  }));
  const one = new Map([[dates[0]!.meeting, '00U1']]);
  expect(await found(single, ['bob@contoso.test'], masked, 'Busy')).toEqual(one);
  expect(await found(single, ['bob@contoso.test'], dates, 'Review of last year')).toEqual(one);
});

it('finds the record that another mailbox made of a date of the series that became a single event', async () => {
  const date = dateOf('2026-03-17', master.time);
  const item = {
    ...date.item,
    id: master.id,
    event: { ...master, type: 'singleInstance' },
    series: null,
  } as const;
  const single = { ...date, item, meeting: meetingKey(item, undefined, fingerprint) };
  const synced = ['bob@contoso.test'];
  expect(await found(date.meeting, synced, [single])).toEqual(new Map([[single.meeting, '00U1']]));
  expect(await found(keyOf('2026-03-18', nextDay), synced, [single])).toEqual(new Map());
});

it('looks for what came by an invitation to a group as well, whoever is in it', async () => {
  const byGroup = {
    isOrganizer: false,
    organizer: 'boss@customer.test',
    attendees: [{ email: 'sales@contoso.test' }] as never,
  };
  const steps = dates.map((step) => {
    const item = { ...step.item, event: { ...master, ...byGroup } };
    return { ...step, item, meeting: meetingKey(item, undefined, fingerprint) };
  });
  const [{ meeting }] = steps as [(typeof steps)[0]];
  expect(await found(meeting, ['bob@contoso.test'], steps)).toEqual(new Map([[meeting, '00U1']]));
  expect(await found(meeting, [], steps)).toEqual(new Map());
});
