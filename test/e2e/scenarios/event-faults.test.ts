import { expect } from 'vitest';
import { calendarsOf, day, hour } from '../world/calendar.ts';
import { scenario } from '../scenario.ts';

const invited = { attendees: [{ emailAddress: { address: 'guest@customer.test' } }] };

scenario(
  'S-E3: a description that is edited in Salesforce leaves the link to join the meeting as it is',
  async ({ world }) => {
    const { ada } = world;
    world.settings.TANDEM_MAY_MAIL = 'yes';
    const calendars = await calendarsOf(world, {
      Description_To_Exchange__c: true,
      Invitations__c: 'Always',
    });
    const body = { contentType: 'html', content: '<p>Agenda: <b>prices</b></p>' };
    const online = { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness', body };
    await calendars.creates(ada, hour('Alone', 2, online));
    await calendars.creates(ada, hour('Offer', 3, { ...online, ...invited }));
    await world.exchange.mail.clear();
    await world.syncs();
    const before = await calendars.events(ada);

    for (const { Id, Description } of await calendars.rows())
      await calendars.changes(ada, Id, {
        Description: `Bring samples.\n${String(Description)}`,
        Location: 'Room 3',
      });
    await world.syncs();

    const after = await calendars.events(ada);
    for (const event of after) {
      const old = before.find(({ id }) => id === event.id);
      const { joinUrl } = event.onlineMeeting as { joinUrl: string };
      const { content } = event.body as { content: string };
      expect(event).toMatchObject({
        isOnlineMeeting: true,
        onlineMeeting: old?.onlineMeeting,
        location: { displayName: 'Room 3' },
      });
      expect(content.replaceAll('&amp;', '&')).toContain(joinUrl);
      expect(content).toContain('Bring samples.');
      expect(content).toContain('<b>prices</b>');
    }
    expect(after).toHaveLength(2);
    await calendars.verify(['guest@customer.test']);
  },
);

scenario(
  'without the opt-in only the place of a meeting goes out, and the notes of a call stay in Salesforce',
  async ({ world }) => {
    const { ada } = world;
    world.settings.TANDEM_MAY_MAIL = 'yes';
    const calendars = await calendarsOf(world);
    await calendars.creates(ada, hour('Offer', 3, { ...invited, isOnlineMeeting: true }));
    await world.exchange.mail.clear();
    await world.syncs();
    const [before] = await calendars.events(ada);
    const [row] = await calendars.rows();
    await calendars.changes(ada, String(row?.Id), { Description: 'Too dear for them', Location: 'Room 3' });
    await world.syncs();
    expect(await calendars.events(ada)).toMatchObject([
      { location: { displayName: 'Room 3' }, body: before?.body, isOnlineMeeting: true },
    ]);
    expect(await calendars.rows()).toMatchObject([{ Description: 'Too dear for them' }]);
    await calendars.verify(['guest@customer.test']);
  },
);

scenario(
  'S-D6: a delete that Exchange answers with 503 three times is repeated after the time that it asks for until it is done, and the record is not made anew meanwhile',
  async ({ world }) => {
    const { ada, exchange, salesforce } = world;
    const calendars = await calendarsOf(world);
    await calendars.creates(ada, hour('Kick-off', 2));
    await world.syncs();
    const [row] = await calendars.rows();
    const fault = await exchange.fault({
      match: { method: 'DELETE', path: '/events/' },
      times: 3,
      effect: { kind: 'status', status: 503, headers: { 'Retry-After': '1' } },
    });
    // A record that is made anew would be sent with its subject.
    const made = await salesforce.watch({ body: 'Kick-off' });
    await exchange.clearLog();
    await calendars.removes(ada, String(row?.Id));

    await world.sync();
    expect(await calendars.rows()).toEqual([]);
    await world.syncs();

    expect(await fault.fired()).toBe(3);
    expect(await calendars.events(ada)).toEqual([]);
    expect(await calendars.rows()).toEqual([]);
    expect(await made.seen()).toBe(0);
    const tries = (await exchange.log())
      .filter(({ method, path }) => method === 'DELETE' && path.includes('/events/'))
      .map(({ at }) => Date.parse(at));
    expect(tries).toHaveLength(4);
    for (const [index, time] of tries.slice(1).entries())
      expect(time - tries[index]!).toBeGreaterThanOrEqual(950);
    await calendars.verify();
  },
);

scenario(
  'S-F6: what happened in four days while the bridge was down is caught up with from the cursor, and nothing is missed',
  async ({ world }) => {
    const { ada, exchange, salesforce } = world;
    const calendars = await calendarsOf(world);
    const made = [];
    for (let index = 0; index < 42; index += 1)
      made.push(await calendars.creates(ada, hour(`Event ${index}`, 2 + index)));
    await world.syncs();
    const rows = new Map((await calendars.rows()).map(({ Subject, Id }) => [Subject, Id]));

    const twoDays = 2 * 24 * 60 * 60;
    await Promise.all([exchange.advance(twoDays), salesforce.advance(twoDays)]);
    for (const [index, { id }] of made.slice(0, 30).entries())
      await calendars.edits(ada, id, { subject: `Edited ${index}` });
    for (let index = 0; index < 5; index += 1) await calendars.creates(ada, hour(`New ${index}`, 60 + index));
    for (const { id } of made.slice(30, 32)) await calendars.deletes(ada, id);
    for (let index = 32; index < 42; index += 1)
      await calendars.changes(ada, String(rows.get(`Event ${index}`)), { Location: `Room ${index}` });
    await Promise.all([exchange.advance(twoDays), salesforce.advance(twoDays)]);
    await Promise.all([exchange.clearCounters(), salesforce.clearCounters()]);
    const anew = await exchange.watch({ method: 'GET', path: '/calendarView/delta\\?.*startDateTime' });
    const goesOn = await exchange.watch({ method: 'GET', path: '/calendarView/delta\\?.*deltatoken' });
    await world.syncs();
    expect(await anew.seen()).toBe(0);
    expect(await goesOn.seen()).toBeGreaterThan(0);

    const subjects = [
      ...Array.from({ length: 30 }, (_, index) => `Edited ${index}`),
      ...Array.from({ length: 10 }, (_, index) => `Event ${32 + index}`),
      ...Array.from({ length: 5 }, (_, index) => `New ${index}`),
    ];
    expect((await calendars.rows()).map(({ Subject }) => Subject)).toEqual(subjects);
    const events = await calendars.events(ada);
    expect(events.map(({ subject }) => subject).toSorted()).toEqual(subjects.toSorted());
    for (let index = 32; index < 42; index += 1)
      expect(events).toContainEqual(
        expect.objectContaining({
          subject: `Event ${index}`,
          location: expect.objectContaining({ displayName: `Room ${index}` }) as unknown,
        }),
      );
    expect((await calendars.rows())[0]).toMatchObject({ Id: rows.get('Event 0') });
    expect(String((await calendars.rows())[0]?.StartDateTime)).toContain(day(2));
    // The records of what was edited are the ones from before; each change is written once.
    for (const { Subject, Id } of (await calendars.rows()).filter(
      ({ Subject }) => !Subject.startsWith('New'),
    ))
      expect(Id).toBe(rows.get(Subject.replace('Edited', 'Event')));
    expect((await exchange.counters()).writes).toEqual({ created: 0, updated: 10, deleted: 0 });
    await calendars.verify();
  },
);

scenario(
  'a change that was not to mail anybody is written by itself once it may, and until then nothing is asked about it',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    await calendars.creates(ada, hour('Offer', 3, invited));
    await world.exchange.mail.clear();
    await world.syncs();
    const [row] = await calendars.rows();
    await calendars.changes(ada, String(row?.Id), { Subject: 'Last offer' });
    await world.syncs();
    expect(await calendars.events(ada)).toMatchObject([{ subject: 'Offer' }]);
    expect(await world.salesforce.rows('Tandem_Issue__c')).toMatchObject([
      { Code__c: 'TDM-E-WOULD-MAIL', Status__c: 'Open' },
    ]);
    // What was read in the second of its edit is read once more.
    await world.salesforce.advance(5);
    await world.syncs();
    const reads = await world.exchange.watch({ method: 'GET', path: '/events/' });
    await world.syncs();
    expect(await reads.seen()).toBe(0);

    world.settings.TANDEM_MAY_MAIL = 'yes';
    await world.syncs();
    expect(await calendars.events(ada)).toMatchObject([{ subject: 'Last offer' }]);
    expect(await world.salesforce.rows('Tandem_Issue__c')).toMatchObject([{ Status__c: 'Closed' }]);
    await calendars.verify(['guest@customer.test']);
  },
);
