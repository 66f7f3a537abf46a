import { expect } from 'vitest';
import { calendarsOf, hour } from '../world/calendar.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';
import { openIssuesOf } from '../world/open-issues.ts';
import { asks } from '../world/requests.ts';

const invites = (...addresses: readonly string[]) => ({
  attendees: addresses.map((address) => ({ emailAddress: { address } })),
});

const relations = async (world: World) =>
  (await world.salesforce.rows('EventRelation')).map(({ EventId, RelationId, Status, RespondedDate }) => ({
    EventId,
    RelationId,
    Status,
    RespondedDate,
  }));

scenario(
  'a new meeting is with the contacts who attend, and where there is none with one lead',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const contact = await ada.salesforce.creates({ LastName: 'Customer', Email: 'Ana@Customer.test' });
    const [lead] = await world.salesforce.insert(
      'Lead',
      [{ LastName: 'New', Company: 'Start-up', Email: 'lea@startup.test', OwnerId: ada.user }],
      ada.user,
    );
    await calendars.creates(ada, hour('Offer', 2, invites('ana@customer.test', 'nobody@else.test')));
    await calendars.creates(ada, hour('Demo', 3, invites('lea@startup.test')));
    await calendars.creates(
      ada,
      hour('Secret', 4, { ...invites('ana@customer.test'), sensitivity: 'private' }),
    );
    await world.admin.sets({ Private_Events__c: 'Full' });
    await world.exchange.mail.clear();

    await world.syncs();

    expect((await calendars.rows()).map(({ Subject, WhoId }) => [Subject, WhoId])).toEqual([
      ['Offer', contact],
      ['Demo', lead],
      ['Secret', null],
    ]);
    await calendars.verify();
  },
);

scenario(
  'a contact whom the user cannot see is related to nothing, and neither is anybody when that is switched off',
  async ({ world }) => {
    const { ada, bob } = world;
    const calendars = await calendarsOf(world);
    await world.salesforce.keepsContactsPrivate();
    await bob.salesforce.creates({ LastName: 'Hidden', Email: 'hidden@customer.test' });
    const own = await ada.salesforce.creates({ LastName: 'Own', Email: 'own@customer.test' });
    await calendars.creates(ada, hour('Hidden', 2, invites('hidden@customer.test')));
    await calendars.creates(ada, hour('Own', 3, invites('own@customer.test')));
    await world.exchange.mail.clear();
    await world.syncs();
    expect((await calendars.rows()).map(({ WhoId }) => WhoId)).toEqual([null, own]);

    await world.admin.sets({ Relate_Attendees__c: false });
    await calendars.creates(ada, hour('Later', 4, invites('own@customer.test')));
    await world.exchange.mail.clear();
    await world.syncs();
    expect((await calendars.rows()).map(({ WhoId }) => WhoId)).toEqual([null, own, null]);
    await calendars.verify();
  },
);

scenario(
  'S-E6: what an attendee answers arrives in Salesforce, and the event itself is not written',
  async ({ world }) => {
    const { ada } = world;
    world.settings.TANDEM_MAY_MAIL = 'yes';
    const calendars = await calendarsOf(world, { Invitations__c: 'Always' });
    const contact = await ada.salesforce.creates({ LastName: 'Customer', Email: 'ana@customer.test' });
    const { id } = await calendars.creates(ada, hour('Offer', 2, invites('ana@customer.test')));
    await world.syncs();
    expect(await relations(world)).toMatchObject([{ RelationId: contact, Status: 'New' }]);
    const [before] = await calendars.rows();

    for (const [response, Status] of [
      ['accept', 'Accepted'],
      ['tentativelyAccept', 'Undecided'],
      ['decline', 'Declined'],
    ] as const) {
      await calendars.answers(ada, id, 'ana@customer.test', response);
      await world.syncs();
      expect(await relations(world)).toMatchObject([{ RelationId: contact, Status }]);
    }

    const [after] = await calendars.rows();
    expect({ ...after, LastModifiedDate: null }).toEqual({ ...before, LastModifiedDate: null });
    await calendars.verify();
  },
);

/** Switches Shared Activities of the org on or off. */
const sharedActivities = (world: World, on: boolean) =>
  world.salesforce.setsUp({ organization: { sharedActivities: on } });

/** The ids of whom the events are with, by subject. */
const withWhom = async (world: World) => {
  const subjects = new Map((await world.salesforce.rows('Event')).map(({ Id, Subject }) => [Id, Subject]));
  return (await relations(world)).map(({ EventId, RelationId }) => [subjects.get(EventId), RelationId]);
};

scenario(
  'attendees who come later are related, those who leave are not any more, and what a person related stays',
  async ({ world }) => {
    const { ada } = world;
    await sharedActivities(world, true);
    const calendars = await calendarsOf(world);
    const [ana, ben, cleo] = await ada.salesforce.createsAll(
      ['ana', 'ben', 'cleo'].map((name) => ({ LastName: name, Email: `${name}@customer.test` })),
    );
    const { id } = await calendars.creates(ada, hour('Offer', 2, invites('ana@customer.test')));
    await world.syncs();
    const [row] = await calendars.rows();
    await world.salesforce.insert(
      'EventRelation',
      [{ EventId: row?.Id, RelationId: cleo, IsParent: true }],
      ada.user,
    );
    await world.syncs();

    await calendars.edits(ada, id, invites('ana@customer.test', 'ben@customer.test', 'cleo@customer.test'));
    await world.exchange.mail.clear();
    await world.syncs();
    expect((await withWhom(world)).map(([, who]) => who).toSorted()).toEqual([ana, ben, cleo].toSorted());

    await calendars.edits(ada, id, invites('ben@customer.test'));
    await world.exchange.mail.clear();
    await world.syncs();
    expect((await withWhom(world)).map(([, who]) => who).toSorted()).toEqual([ben, cleo].toSorted());
    expect((await calendars.events(ada)).map(({ attendees }) => attendees)).toMatchObject([
      [{ emailAddress: { address: 'ben@customer.test' } }],
    ]);
    await calendars.verify();
  },
);

scenario(
  'a relation that a person took away comes back only when the attendee is invited anew',
  async ({ world }) => {
    const { ada } = world;
    await sharedActivities(world, true);
    const calendars = await calendarsOf(world);
    const ana = await ada.salesforce.creates({ LastName: 'Ana', Email: 'ana@customer.test' });
    const { id } = await calendars.creates(ada, hour('Offer', 2, invites('ana@customer.test')));
    await world.syncs();
    const [relation] = await world.salesforce.rows('EventRelation');
    await world.salesforce.remove('EventRelation', String(relation?.Id), ada.user);
    await world.syncs();

    await calendars.edits(ada, id, { subject: 'Offer of May' });
    await calendars.answers(ada, id, 'ana@customer.test', 'accept');
    await world.exchange.mail.clear();
    await world.syncs();
    expect(await withWhom(world)).toEqual([]);

    await calendars.edits(ada, id, invites());
    await world.syncs();
    await calendars.edits(ada, id, invites('ana@customer.test'));
    await world.exchange.mail.clear();
    await world.syncs();
    expect(await withWhom(world)).toEqual([['Offer of May', ana]]);
    await calendars.verify();
  },
);

scenario(
  'a colleague is invited in Salesforce, the owner and rooms are not, and nothing goes to the child event',
  async ({ world }) => {
    const { ada, bob } = world;
    const calendars = await calendarsOf(world);
    const { id } = await calendars.creates(
      ada,
      hour('Team', 2, {
        attendees: [
          { emailAddress: { address: bob.email } },
          { emailAddress: { address: ada.email } },
          { emailAddress: { address: 'room@contoso.test' }, type: 'resource' },
        ],
      }),
    );
    await world.syncs();
    expect(await withWhom(world)).toEqual([['Team', bob.user]]);
    const owners = async () =>
      (await world.salesforce.rows('Event')).map(({ OwnerId, IsChild }) => [OwnerId, IsChild]);
    expect(await owners()).toEqual([
      [ada.user, false],
      [bob.user, true],
    ]);

    await calendars.edits(ada, id, invites());
    await world.exchange.mail.clear();
    await world.syncs();
    expect(await owners()).toEqual([[ada.user, false]]);
    await calendars.verify();
  },
);

scenario(
  'a new place asks nobody anew: the answers that Exchange has stand in Salesforce',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    await ada.salesforce.creates({ LastName: 'Ana', Email: 'ana@customer.test' });
    const { id } = await calendars.creates(ada, hour('Offer', 2, invites('ana@customer.test')));
    await calendars.answers(ada, id, 'ana@customer.test', 'accept');
    await world.syncs();
    await calendars.edits(ada, id, { location: { displayName: 'Upstairs' } });
    await world.exchange.mail.clear();
    await world.syncs();
    expect(await relations(world)).toMatchObject([{ Status: 'Accepted' }]);
    await calendars.verify();
  },
);

scenario('an event that turns private is with nobody any more', async ({ world }) => {
  const { ada } = world;
  await sharedActivities(world, true);
  const calendars = await calendarsOf(world, { Private_Events__c: 'Full' });
  await ada.salesforce.creates({ LastName: 'Ana', Email: 'ana@customer.test' });
  const { id } = await calendars.creates(
    ada,
    hour('Offer', 2, invites('ana@customer.test', 'else@where.test')),
  );
  await world.syncs();
  expect(await withWhom(world)).toHaveLength(1);
  expect(await unmatched(world)).toEqual(['else@where.test']);
  await calendars.edits(ada, id, { sensitivity: 'private' });
  await world.exchange.mail.clear();
  await world.syncs();
  expect(await withWhom(world)).toEqual([]);
  expect(await unmatched(world)).toEqual([null]);
  expect(await calendars.rows()).toMatchObject([{ Subject: 'Offer', IsPrivate: true, WhoId: null }]);
  await calendars.verify();
});

for (const [setting, subject] of [
  ['TimeOnly', 'Offer of a merger'],
  ['Skip', 'Offer'],
] as const)
  scenario(
    `an event that turns private tells no details in a record with which a person related somebody, private ones ${setting}`,
    async ({ world }) => {
      const { ada } = world;
      await sharedActivities(world, true);
      const calendars = await calendarsOf(world, { Private_Events__c: setting });
      const [ana] = await ada.salesforce.createsAll([{ LastName: 'Ana' }]);
      const { id } = await calendars.creates(
        ada,
        hour('Offer', 2, {
          location: { displayName: 'Notary' },
          body: { contentType: 'text', content: 'Cheap' },
        }),
      );
      await world.syncs();
      const [row] = await calendars.rows();
      await calendars.changes(ada, String(row?.Id), { WhoId: ana });
      await world.syncs();
      await calendars.edits(ada, id, { sensitivity: 'private', subject });
      await world.syncs();

      expect(await calendars.rows()).toMatchObject([
        { Subject: 'Busy', Location: null, Description: null, IsPrivate: false, WhoId: ana },
      ]);
      expect((await openIssuesOf(world, ada.user)).map(({ code }) => code)).toEqual(
        setting === 'TimeOnly' ? ['TDM-E-REFUSED-BY-SALESFORCE'] : [],
      );
      await calendars.verify();

      await calendars.edits(ada, id, { sensitivity: 'normal' });
      await world.syncs();
      if (setting === 'TimeOnly')
        expect(await calendars.rows()).toMatchObject([
          { Subject: subject, Location: 'Notary', Description: 'Cheap', IsPrivate: false, WhoId: ana },
        ]);
      await calendars.verify();
    },
  );

/** The attendees whom the links list as nobody's. */
const unmatched = async (world: World) =>
  (await world.salesforce.rows('Tandem_Link__c')).flatMap(({ Kind__c, Unmatched_Attendees__c }) =>
    Kind__c === 'Event' ? [Unmatched_Attendees__c ?? null] : [],
  );

scenario(
  'of 300 attendees fifty are related, the others are listed, and somebody who becomes a contact later is found',
  async ({ world }) => {
    const { ada } = world;
    await sharedActivities(world, true);
    const calendars = await calendarsOf(world);
    const address = (index: number) => `guest${index}@customer.test`;
    const all = Array.from({ length: 300 }, (_, index) => address(index));
    await ada.salesforce.createsAll(
      Array.from({ length: 60 }, (_, index) => ({ LastName: `Guest ${index}`, Email: address(index) })),
    );
    await calendars.creates(ada, hour('Fair', 2, invites(...all)));
    const { id } = await calendars.creates(ada, hour('Visit', 3, invites('new@customer.test')));
    await world.exchange.mail.clear();
    await world.syncs();
    const related = await withWhom(world);
    expect(related.filter(([subject]) => subject === 'Fair')).toHaveLength(50);
    const [fair, visit] = (await unmatched(world)).map(String).toSorted((a, b) => b.length - a.length);
    expect(fair?.split('\n')).toEqual([...all.slice(50, 150), '+ 150']);
    expect(visit).toBe('new@customer.test');
    expect(await world.salesforce.rows('Tandem_Link__c')).toContainEqual(
      expect.objectContaining({ Unmatched_Attendees__c: fair, Unmatched_Count__c: 250 }),
    );

    const late = await ada.salesforce.creates({ LastName: 'New', Email: 'new@customer.test' });
    await calendars.edits(ada, id, { subject: 'Second visit' });
    await world.exchange.mail.clear();
    await world.syncs();
    expect(await withWhom(world)).toContainEqual(['Second visit', late]);
    await calendars.verify();
  },
);

scenario(
  'Shared Activities switched off later: what is related stays, and the first contact of a new meeting is related',
  async ({ world }) => {
    const { ada } = world;
    await sharedActivities(world, true);
    const calendars = await calendarsOf(world);
    const [ana, ben] = await ada.salesforce.createsAll(
      ['ana', 'ben'].map((name) => ({ LastName: name, Email: `${name}@customer.test` })),
    );
    const both = invites('ana@customer.test', 'ben@customer.test');
    const { id } = await calendars.creates(ada, hour('Offer', 2, both));
    await world.syncs();
    await sharedActivities(world, false);
    await calendars.edits(ada, id, invites('ben@customer.test'));
    await calendars.creates(ada, hour('Demo', 3, both));
    await world.exchange.mail.clear();
    await world.syncs();
    expect((await calendars.rows()).map(({ Subject, WhoId }) => [Subject, WhoId])).toEqual([
      ['Offer', ben],
      ['Demo', ana],
    ]);
    await calendars.verify();
  },
);

scenario(
  'whom a person chooses for an attendee is related, in every event that they attend',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const guest = { attendees: [{ emailAddress: { address: 'Private@Mail.test' } }] };
    await calendars.creates(ada, hour('Offer', 2, guest));
    await calendars.creates(ada, hour('Demo', 3, guest));
    await world.exchange.mail.clear();
    await world.syncs();
    const contact = await ada.salesforce.creates({ LastName: 'Guest', Email: 'guest@customer.test' });
    await world.syncs();
    const [offer] = await calendars.rows();
    const chooses = (attendee: string, recordId: string) =>
      asks(world, ada.user, 'ChooseContact', {
        Record_Id__c: offer?.Id,
        Parameters__c: JSON.stringify({ attendee, recordId }),
      });

    expect(await chooses('else@mail.test', contact)).toMatchObject({ code: 'TDM-R-NO-ATTENDEE' });
    expect(await chooses('private@mail.test', String(offer?.Id))).toMatchObject({ code: 'TDM-R-NO-RECORD' });
    expect(await chooses('no address', contact)).toMatchObject({ code: 'TDM-R-MALFORMED' });
    expect(await chooses('private@mail.test', contact)).toMatchObject({ status: 'Done' });
    await world.syncs();

    expect((await calendars.rows()).map(({ WhoId }) => WhoId)).toEqual([contact, contact]);
    expect(await unmatched(world)).toEqual([null, null]);
    await calendars.verify();
  },
);

scenario(
  'the relations of all meetings are read and written together, and nothing is asked when nobody came, left or answered',
  async ({ world }) => {
    const { ada, salesforce } = world;
    await sharedActivities(world, true);
    const calendars = await calendarsOf(world);
    const people = Array.from({ length: 3 }, (_, index) => `guest${index}@customer.test`);
    await ada.salesforce.createsAll(people.map((Email) => ({ LastName: Email, Email })));
    const made = [];
    for (let index = 0; index < 30; index += 1)
      made.push(await calendars.creates(ada, hour(`Offer ${index}`, 2 + index, invites(...people))));
    await world.exchange.mail.clear();
    const asks = await salesforce.watch({ method: 'POST', path: '/composite$', body: 'EventRelation' });
    await world.syncs();
    expect(await relations(world)).toHaveLength(90);
    expect(await asks.seen()).toBeGreaterThan(0);
    expect(await asks.seen()).toBeLessThan(4);
    const asked = await asks.seen();

    for (const { id } of made) await calendars.edits(ada, id, { subject: 'Renamed' });
    await world.exchange.mail.clear();
    await salesforce.clearLog();
    await world.syncs();
    expect((await calendars.rows()).every(({ Subject }) => Subject === 'Renamed')).toBe(true);
    expect(await asks.seen()).toBe(asked);
    expect(JSON.stringify(await salesforce.log())).not.toContain('EventRelation');
    await calendars.verify();
  },
);

scenario(
  'somebody is invited in Outlook and the place is edited in Salesforce, and Outlook takes the place at the second try only: it counts as a person’s edit still',
  async ({ world }) => {
    const { ada, bob } = world;
    world.settings.TANDEM_MAY_MAIL = 'yes';
    const calendars = await calendarsOf(world);
    const guest = { emailAddress: { address: 'guest@customer.test' } };
    const { id } = await calendars.creates(ada, hour('Offer', 3, { attendees: [guest] }));
    await world.syncs();
    await calendars.edits(ada, id, { attendees: [guest, { emailAddress: { address: bob.email } }] });
    await world.exchange.mail.clear();
    const [row] = await calendars.rows();
    await calendars.changes(ada, String(row?.Id), { Location: 'Room 9' });
    await world.exchange.fault({
      match: { method: 'PATCH', path: '/events/', body: 'Room 9' },
      effect: {
        kind: 'status',
        status: 412,
        body: { error: { code: 'ErrorIrresolvableConflict', message: 'Changed.' } },
      },
    });
    await world.syncs();
    expect(await calendars.events(ada)).toMatchObject([{ location: { displayName: 'Room 9' } }]);
    expect(await withWhom(world)).toEqual([['Offer', bob.user]]);
    expect(await world.issues()).toEqual([]);
    await calendars.verify([['guest@customer.test', bob.email]].flat());
  },
);
