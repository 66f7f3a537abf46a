import { describe, expect, it } from 'vitest';
import { ANN, at, BOB, eventPath, useCalendar, WEEKLY, WINDOW } from '../events/test-calendar.ts';
import type { Event } from '../events/test-calendar.ts';

const calendar = useCalendar();
const GUEST = 'guest@elsewhere.example';
const attendees = [BOB, GUEST].map((address) => ({ emailAddress: { address }, type: 'required' }));

const bobs = async () =>
  (await calendar.graph('GET', '/events', undefined, { user: BOB })).body.value as Event[];

const copy = async () => {
  const [found] = await bobs();
  if (!found) throw new Error('no copy');
  return found;
};

const mails = async () =>
  (await calendar.tenant.client.mail.read()).map(({ kind, to, why, date }) =>
    [kind, to, why.join('+'), ...(date === undefined ? [] : [date])].join(' '),
  );

const meeting = async (event: Record<string, unknown> = {}) => {
  const made = await calendar.create({ attendees, ...event });
  return made;
};

const invited = async (event: Record<string, unknown> = {}) => {
  const made = await meeting(event);
  await calendar.tenant.client.mail.clear();
  return made;
};

describe('a meeting', () => {
  it('is in the mail that people are shown', async () => {
    await meeting();
    const { tenant } = calendar;
    const shown = await fetch(`${tenant.url}/_control/people/mail`);
    expect(await shown.json()).toEqual({ mail: await tenant.client.mail.read() });
    const { n } = (await tenant.client.mail.read())[0] ?? { n: 0 };
    const later = await fetch(`${tenant.url}/_control/people/mail?since=${n}`);
    expect(((await later.json()) as { mail: unknown[] }).mail).toHaveLength(1);
  });

  it('invites each attendee by one mail and stands in the calendars of those who have one here', async () => {
    const made = await meeting({ categories: ['Mine'], reminderMinutesBeforeStart: 5 });
    expect(await mails()).toEqual([`invitation ${BOB} created`, `invitation ${GUEST} created`]);
    expect(await copy()).toMatchObject({
      subject: 'Event',
      iCalUId: made.iCalUId,
      isOrganizer: false,
      organizer: { emailAddress: { address: ANN } },
      responseStatus: { response: 'notResponded' },
      categories: [],
      reminderMinutesBeforeStart: 15,
    });
    const list = (await copy()).attendees as { emailAddress: { address: string }; status: object }[];
    expect(list.map(({ emailAddress }) => emailAddress.address)).toEqual([ANN, BOB, GUEST]);
    expect(list[0]?.status).toMatchObject({ response: 'none' });
    expect((made.attendees as object[]).length).toBe(2);
  });

  it('mails who caused it: the app or a person', async () => {
    await calendar.tenant.client.people.createEvent(ANN, {
      subject: 'By hand',
      attendees,
      start: at('2026-08-03T09:00:00'),
      end: at('2026-08-03T10:00:00'),
    });
    const [mail] = await calendar.tenant.client.mail.read();
    expect(mail).toMatchObject({ by: 'people', from: ANN, subject: 'By hand' });
  });

  it.each([
    [{ subject: 'New' }, ['subject']],
    [{ location: { displayName: 'Room' } }, ['location']],
    [{ importance: 'high' }, ['importance']],
    [{ subject: 'Event' }, ['subject']],
    [{ categories: ['A'] }, []],
    [{ isReminderOn: false }, []],
    [{ showAs: 'free' }, []],
    [{ sensitivity: 'private' }, []],
    [
      {
        singleValueExtendedProperties: [
          { id: 'String {8a3c1b52-0f7e-4a57-9d4f-2b6a8f2f6d10} Name X', value: '1' },
        ],
      },
      [],
    ],
  ])('written with %j mails for %j', async (change, why) => {
    const made = await invited();
    await calendar.graph('PATCH', eventPath(made), change);
    expect(await mails()).toEqual(
      why.length === 0 ? [] : [BOB, GUEST].map((to) => `update ${to} ${why.join('+')}`),
    );
  });

  it('mails nothing for an equal value where that is switched on', async () => {
    await calendar.tenant.client.settings.change({ quirks: { equalPatchMails: false } });
    const made = await invited();
    await calendar.graph('PATCH', eventPath(made), { subject: 'Event' });
    await calendar.graph('PATCH', eventPath(made), { subject: 'Other' });
    expect(await mails()).toHaveLength(2);
  });

  it('mails only the attendees who changed when nothing but the list was written', async () => {
    const made = await invited();
    const [, guest] = attendees;
    const third = { emailAddress: { address: 'third@elsewhere.example' } };
    await calendar.graph('PATCH', eventPath(made), { attendees: [guest, third] });
    expect(await mails()).toEqual([
      'invitation third@elsewhere.example attendees',
      `cancellation ${BOB} attendees`,
    ]);
    expect(await copy()).toMatchObject({ isCancelled: true });
  });

  it('reaches the copies with a change, which keep what is their own', async () => {
    const made = await invited();
    await calendar.graph(
      'PATCH',
      eventPath(await copy()),
      { categories: ['Bob'], showAs: 'oof' },
      { user: BOB },
    );
    await calendar.graph('PATCH', eventPath(made), { subject: 'New' });
    expect(await copy()).toMatchObject({ subject: 'New', categories: ['Bob'], showAs: 'oof' });
  });

  it('asks for a new response when its time moves', async () => {
    const made = await invited();
    await calendar.graph('POST', `${eventPath(await copy())}/accept`, {}, { user: BOB });
    await calendar.graph('PATCH', eventPath(made), { subject: 'Same time' });
    expect(await copy()).toMatchObject({ responseStatus: { response: 'accepted' } });
    await calendar.graph('PATCH', eventPath(made), {
      start: at('2026-08-04T09:00:00'),
      end: at('2026-08-04T10:00:00'),
    });
    expect(await copy()).toMatchObject({ responseStatus: { response: 'notResponded' } });
  });

  it('cannot be changed on an attendee’s copy in what is the organizer’s', async () => {
    await invited();
    const answer = await calendar.graph('PATCH', eventPath(await copy()), { subject: 'Mine' }, { user: BOB });
    expect(answer.status).toBe(400);
    expect((await bobs())[0]?.subject).toBe('Event');
  });

  it('is cancelled by the organizer’s deletion: a mail each, and copies that say so', async () => {
    const made = await invited();
    await calendar.graph('DELETE', eventPath(made));
    expect(await mails()).toEqual([BOB, GUEST].map((to) => `cancellation ${to} deleted`));
    expect(await copy()).toMatchObject({ isCancelled: true });
  });

  it('is cancelled with a word by cancel, which only the organizer can', async () => {
    const made = await invited();
    const refused = await calendar.graph('POST', `${eventPath(await copy())}/cancel`, {}, { user: BOB });
    expect([refused.status, refused.body.error?.message.includes('organizer')]).toEqual([400, true]);
    const done = await calendar.graph('POST', `${eventPath(made)}/cancel`, { Comment: 'Sorry' });
    expect(done.status).toBe(202);
    expect((await calendar.tenant.client.mail.read())[0]).toMatchObject({ comment: 'Sorry' });
  });

  it('stays when an attendee deletes a copy, and nobody hears of it', async () => {
    const made = await invited();
    await calendar.graph('DELETE', eventPath(await copy()), undefined, { user: BOB });
    expect(await mails()).toEqual([]);
    expect((await calendar.graph('GET', eventPath(made))).status).toBe(200);
    expect(await bobs()).toEqual([]);
  });
});

describe('a response', () => {
  it.each([
    ['accept', 'accepted'],
    ['tentativelyAccept', 'tentativelyAccepted'],
    ['decline', 'declined'],
  ])('%s reaches the organizer’s list by one mail', async (action, response) => {
    const made = await invited();
    const path = `${eventPath(await copy())}/${action}`;
    expect((await calendar.graph('POST', path, { comment: 'ok' }, { user: BOB })).status).toBe(202);
    const { body } = await calendar.graph('GET', eventPath(made));
    expect((body.attendees as { status: object }[])[0]?.status).toMatchObject({ response });
    expect(await mails()).toEqual([`response ${ANN} ${response}`]);
    expect(await bobs()).toHaveLength(action === 'decline' ? 0 : 1);
  });

  it('without sendResponse stays with the attendee', async () => {
    const made = await invited();
    const path = `${eventPath(await copy())}/accept`;
    await calendar.graph('POST', path, { sendResponse: false }, { user: BOB });
    const { body } = await calendar.graph('GET', eventPath(made));
    expect((body.attendees as { status: object }[])[0]?.status).toMatchObject({ response: 'none' });
    expect(await mails()).toEqual([]);
  });

  it('cannot come from the organizer', async () => {
    const made = await invited();
    expect((await calendar.graph('POST', `${eventPath(made)}/accept`, {})).status).toBe(400);
  });

  it('comes from outside by people’s way, and an invitation too, with a wrapped iCalUId', async () => {
    const { people } = calendar.tenant.client;
    const made = await invited();
    await people.receiveResponse(ANN, made.id, GUEST, 'accept');
    const { body } = await calendar.graph('GET', eventPath(made));
    expect((body.attendees as { status: object }[])[1]?.status).toMatchObject({ response: 'accepted' });
    const foreign = await people.receiveInvitation(ANN, {
      subject: 'Abroad',
      organizer: { address: GUEST },
      uid: 'abc@elsewhere.example',
      start: at('2026-08-03T09:00:00'),
      end: at('2026-08-03T10:00:00'),
    });
    expect(foreign).toMatchObject({ isOrganizer: false, uid: 'abc@elsewhere.example' });
    expect(foreign.iCalUId).toContain(
      `7643616C2D55696401000000${Buffer.from('abc@').toString('hex').toUpperCase()}`,
    );
    expect(await mails()).toEqual([]);
  });
});

describe('a series with attendees', () => {
  const occurrences = async (user: string) => {
    const { body } = await calendar.graph('GET', `/calendarView?$top=50&${WINDOW}`, undefined, { user });
    return body.value as Event[];
  };
  const second = async (user = ANN) => (await occurrences(user))[1] ?? { id: '' };

  it('has its exceptions and cancelled dates in the copies, with mails for that date', async () => {
    await invited(WEEKLY);
    await calendar.graph('PATCH', eventPath(await second()), { subject: 'Special' });
    const third = (await occurrences(ANN))[2] ?? { id: '' };
    await calendar.graph('DELETE', eventPath(third));
    expect(await mails()).toEqual([
      ...[BOB, GUEST].map((to) => `update ${to} subject 2026-08-10`),
      ...[BOB, GUEST].map((to) => `cancellation ${to} deleted 2026-08-17`),
    ]);
    expect((await occurrences(BOB)).map(({ subject }) => subject)).toEqual([
      'Weekly',
      'Special',
      'Weekly',
      'Weekly',
    ]);
    const [own] = [await second(ANN)];
    expect((await second(BOB)).iCalUId).toBe(own.iCalUId);
  });

  it('mails for each exception too when it is changed as a whole', async () => {
    const series = await invited(WEEKLY);
    await calendar.graph('PATCH', eventPath(await second()), { subject: 'Special' });
    await calendar.tenant.client.mail.clear();
    await calendar.graph('PATCH', eventPath(series), { location: { displayName: 'Room' } });
    expect(await mails()).toHaveLength(4);
  });

  it('can be declined for one date', async () => {
    await invited(WEEKLY);
    await calendar.graph('POST', `${eventPath(await second(BOB))}/decline`, {}, { user: BOB });
    expect(await occurrences(BOB)).toHaveLength(4);
    const own = await second(ANN);
    expect((own.attendees as { status: object }[])[0]?.status).toMatchObject({ response: 'declined' });
    expect(await mails()).toEqual([`response ${ANN} declined 2026-08-10`]);
  });
});
