import { beforeEach, describe, expect, test } from 'vitest';
import { fixtureOrg, type FixtureOrg } from '../fixture/fixture-org.ts';
import { fixtureUsers } from '../fixture/fixture-users.ts';
import { convertLead } from '../store/convert-lead.ts';
import { remove, undelete } from '../store/delete.ts';
import { merge } from '../store/merge.ts';
import { actOf } from '../store/org.ts';
import { setSharedActivities } from './shared-activities.ts';

let fixture: FixtureOrg;
let [ann, bob]: string[] = [];
let contacts: string[];
let lead: string;
beforeEach(() => {
  fixture = fixtureOrg();
  const users = fixtureUsers(fixture);
  [ann, bob] = ['Ann', 'Bob'].map((name) => users.hire(name));
  contacts = ['A', 'B', 'C'].map((LastName) => fixture.make('Contact', { LastName }));
  lead = fixture.make('Lead', { LastName: 'L', Company: 'L' });
});

const when = { StartDateTime: '2026-05-04T09:00:00Z', DurationInMinutes: 30 };
const event = (fields: object = {}) => fixture.make('Event', { ...when, ...fields });
const one = (id: string, fields: string) => fixture.ask(`SELECT ${fields} FROM Event WHERE Id = '${id}'`)[0];
const share = (on = true) =>
  setSharedActivities(fixture.org, on, actOf(fixture.org, fixture.adminId, { seeding: true }));
const drop = (id: string) => remove(fixture.org, fixture.org.schema.ofId(id)!, id, fixture.act());
const relations = (id: string) =>
  fixture.ask(`SELECT Id, RelationId, Status FROM EventRelation WHERE EventId = '${id}'`);
const related = (id: string) => relations(id).map((row) => row['RelationId']);
const relationId = (id: string, relation: string) =>
  relations(id).find((row) => row['RelationId'] === relation)!['Id'] as string;
const invite = (id: string, RelationId: string) => fixture.make('EventRelation', { EventId: id, RelationId });
const children = () =>
  fixture.ask('SELECT Id, OwnerId, Subject, StartDateTime, Tandem_Key__c FROM Event WHERE IsChild = true');
const code = (outcome: ReturnType<FixtureOrg['insert']>) => (outcome.ok ? '' : outcome.refusal.code);

describe('without Shared Activities', () => {
  test('a list of contacts is a field that does not exist', () => {
    expect(fixture.insert('Event', { ...when, EventWhoIds: contacts })).toMatchObject({
      refusal: { code: 'INVALID_FIELD', message: "No such column 'EventWhoIds' on sobject of type Event" },
    });
    expect(() => fixture.ask('SELECT WhoCount FROM Event')).toThrow("No such column 'WhoCount'");
    expect(() => fixture.ask('SELECT IsParent FROM EventRelation')).toThrow("No such column 'IsParent'");
  });

  test('the contact of an event has no relation, an invited one has', () => {
    const id = event({ WhoId: contacts[0] });
    expect(relations(id)).toEqual([]);
    invite(id, contacts[1]!);
    expect(relations(id)).toMatchObject([{ RelationId: contacts[1], Status: 'New' }]);
    expect(one(id, 'WhoId, IsGroupEvent, GroupEventType')).toMatchObject({
      WhoId: contacts[0],
      IsGroupEvent: true,
      GroupEventType: '1',
    });
  });
});

describe('with Shared Activities', () => {
  beforeEach(() => share());

  test('the first of a list is the primary contact, and all are counted', () => {
    const id = event({ EventWhoIds: contacts });
    expect(one(id, 'WhoId, WhoCount, WhatCount, EventWhoIds')).toMatchObject({
      WhoId: contacts[0],
      WhoCount: 3,
      WhatCount: 0,
      EventWhoIds: contacts,
    });
    expect(related(id)).toEqual(contacts);
  });

  test('a primary contact outside the list is added to it', () => {
    const id = event({ WhoId: contacts[2], EventWhoIds: contacts.slice(0, 2) });
    expect(one(id, 'WhoId, WhoCount, EventWhoIds')).toMatchObject({
      WhoId: contacts[2],
      WhoCount: 3,
      EventWhoIds: [contacts[2], contacts[0], contacts[1]],
    });
  });

  test('a new list replaces the old one and keeps the primary contact where it can', () => {
    const id = event({ EventWhoIds: contacts });
    fixture.update(id, { EventWhoIds: [contacts[2], contacts[0]] });
    expect(one(id, 'WhoId, WhoCount')).toMatchObject({ WhoId: contacts[0], WhoCount: 2 });
    fixture.update(id, { EventWhoIds: [contacts[2]] });
    expect(one(id, 'WhoId, WhoCount')).toMatchObject({ WhoId: contacts[2], WhoCount: 1 });
    fixture.update(id, { EventWhoIds: null });
    expect(one(id, 'WhoId, WhoCount')).toMatchObject({ WhoId: null, WhoCount: 0 });
    expect(relations(id)).toEqual([]);
  });

  test('without its primary contact another one becomes it', () => {
    const id = event({ EventWhoIds: contacts });
    fixture.update(id, { WhoId: null });
    expect(one(id, 'WhoId, WhoCount')).toMatchObject({ WhoId: contacts[1], WhoCount: 2 });
    drop(relationId(id, contacts[1]!));
    expect(one(id, 'WhoId, WhoCount')).toMatchObject({ WhoId: contacts[2], WhoCount: 1 });
  });

  test('another primary contact takes the place of the one before', () => {
    const id = event({ EventWhoIds: contacts.slice(0, 2) });
    fixture.update(id, { WhoId: contacts[2] });
    expect(one(id, 'WhoId, WhoCount')).toMatchObject({ WhoId: contacts[2], WhoCount: 2 });
    expect(related(id).sort()).toEqual([contacts[1], contacts[2]]);
  });

  test('an event is with contacts or with one lead, and with 50 at most', () => {
    expect(code(fixture.insert('Event', { ...when, EventWhoIds: [lead, contacts[0]] }))).toBe(
      'FIELD_INTEGRITY_EXCEPTION',
    );
    const many = Array.from({ length: 51 }, (_none, i) => fixture.make('Contact', { LastName: `M${i}` }));
    expect(code(fixture.insert('Event', { ...when, EventWhoIds: many }))).toBe('FIELD_INTEGRITY_EXCEPTION');
    const id = event({ EventWhoIds: many.slice(1) });
    expect(one(id, 'WhoCount')).toMatchObject({ WhoCount: 50 });
    const one51 = { EventId: id, RelationId: many[0], IsParent: true };
    expect(code(fixture.insert('EventRelation', one51))).toBe('FIELD_INTEGRITY_EXCEPTION');
    expect(code(fixture.insert('EventRelation', { ...one51, RelationId: lead }))).toBe(
      'FIELD_INTEGRITY_EXCEPTION',
    );
  });

  test('one bad relation takes the whole event back', () => {
    drop(contacts[2]!);
    expect(code(fixture.insert('Event', { ...when, EventWhoIds: contacts }))).toBe(
      'INVALID_CROSS_REFERENCE_KEY',
    );
    expect(fixture.ask('SELECT Id FROM Event')).toEqual([]);
  });

  test('a relation says what it stands for, one row both', () => {
    const WhatId = fixture.make('Account', { Name: 'Acme' });
    const id = event({ WhoId: contacts[0], WhatId });
    const flags = `SELECT RelationId, IsParent, IsInvitee, IsWhat FROM EventRelation WHERE EventId = '${id}' ORDER BY IsWhat`;
    expect(fixture.ask(flags)).toMatchObject([
      { RelationId: contacts[0], IsParent: true, IsInvitee: false, IsWhat: false },
      { RelationId: WhatId, IsParent: true, IsInvitee: false, IsWhat: true },
    ]);
    expect(code(fixture.insert('EventRelation', { EventId: id, RelationId: contacts[0] }))).toBe(
      'DUPLICATE_VALUE',
    );
    fixture.update(relationId(id, contacts[0]!), { IsInvitee: true });
    expect(fixture.ask(flags)[0]).toMatchObject({ IsParent: true, IsInvitee: true });
    expect(one(id, 'WhatCount, IsGroupEvent')).toMatchObject({ WhatCount: 1, IsGroupEvent: true });
    fixture.update(id, { WhatId: null });
    expect(related(id)).toEqual([contacts[0]]);
  });

  test('a related contact is added and made the primary one where there is none', () => {
    const id = event();
    fixture.make('EventRelation', { EventId: id, RelationId: contacts[1], IsParent: true });
    expect(one(id, 'WhoId, WhoCount, IsGroupEvent')).toMatchObject({
      WhoId: contacts[1],
      WhoCount: 1,
      IsGroupEvent: false,
    });
  });

  test('a deleted contact leaves its events, and comes back to them', () => {
    const id = event({ EventWhoIds: contacts.slice(0, 2) });
    drop(contacts[0]!);
    expect(one(id, 'WhoId, WhoCount')).toMatchObject({ WhoId: contacts[1], WhoCount: 1 });
    undelete(fixture.org, contacts[0]!, fixture.act());
    expect(one(id, 'WhoId, WhoCount')).toMatchObject({ WhoId: contacts[1], WhoCount: 2 });
  });

  test('merged contacts are one for an event, which keeps its primary one', () => {
    const id = event({ EventWhoIds: contacts });
    expect(merge(fixture.org, contacts[1]!, [contacts[0]!], {}, fixture.act()).ok).toBe(true);
    expect(one(id, 'WhoId, WhoCount, EventWhoIds')).toMatchObject({
      WhoId: contacts[1],
      WhoCount: 2,
      EventWhoIds: [contacts[1], contacts[2]],
    });
  });

  test('the events of a converted lead become those of its contact', () => {
    const id = event({ WhoId: lead });
    const converted = convertLead(fixture.org, lead, {}, fixture.act());
    const { accountId, contactId } = converted as { accountId: string; contactId: string };
    expect(one(id, 'WhoId, AccountId')).toMatchObject({ WhoId: contactId, AccountId: accountId });
    expect(related(id)).toEqual([contactId]);
  });

  test('switched off later, the lists and flags are gone and invitations stay', () => {
    const id = event({ EventWhoIds: contacts.slice(0, 2) });
    invite(id, ann!);
    share(false);
    expect(related(id)).toEqual([ann]);
    expect(one(id, 'WhoId')).toMatchObject({ WhoId: contacts[0] });
    expect(code(fixture.update(id, { EventWhoIds: contacts }))).toBe('INVALID_FIELD');
  });

  test('switched on later, events have the relation of their contact', () => {
    share(false);
    const id = event({ WhoId: contacts[0] });
    share();
    expect(related(id)).toEqual([contacts[0]]);
    expect(one(id, 'WhoCount')).toMatchObject({ WhoCount: 1 });
  });
});

describe.each([false, true])('an invited user (Shared Activities: %s)', (shared) => {
  beforeEach(() => {
    if (shared) share();
  });

  test('has a child event, a contact has none: three rows and two relations for two users', () => {
    const id = event({ Subject: 'Visit', Tandem_Key__c: 'k' });
    for (const user of [ann!, bob!]) invite(id, user);
    expect(fixture.ask('SELECT Id FROM Event')).toHaveLength(3);
    expect(relations(id)).toHaveLength(2);
    expect(children()).toMatchObject([
      { OwnerId: ann, Subject: 'Visit', Tandem_Key__c: 'k' },
      { OwnerId: bob, Subject: 'Visit', Tandem_Key__c: 'k' },
    ]);
    invite(id, contacts[0]!);
    expect(children()).toHaveLength(2);
  });

  test('is invited with the event itself, and answers', () => {
    const id = event({ UndecidedEventInviteeIds: [ann, contacts[0]], AcceptedEventInviteeIds: [bob] });
    expect(children()).toHaveLength(2);
    fixture.update(relationId(id, ann!), {
      Status: 'Declined',
      Response: 'Away',
      RespondedDate: '2026-05-01T10:00:00Z',
    });
    expect(
      one(id, 'AcceptedEventInviteeIds, DeclinedEventInviteeIds, UndecidedEventInviteeIds'),
    ).toMatchObject({
      AcceptedEventInviteeIds: [bob],
      DeclinedEventInviteeIds: [ann],
      UndecidedEventInviteeIds: [contacts[0]],
    });
    fixture.update(id, { DeclinedEventInviteeIds: null });
    expect(children()).toMatchObject([{ OwnerId: bob }]);
  });

  test('follows the event, and is asked anew when its time or place changes', () => {
    const id = event({ UndecidedEventInviteeIds: [ann] });
    fixture.update(relationId(id, ann!), { Status: 'Accepted' });
    fixture.update(id, { Subject: 'Other' });
    expect(relations(id)).toMatchObject([{ Status: 'Accepted' }]);
    fixture.update(id, { StartDateTime: '2026-05-04T09:00:00Z' });
    expect(relations(id)).toMatchObject([{ Status: 'Accepted' }]);
    fixture.update(id, { StartDateTime: '2026-05-04T10:00:00Z' });
    expect(relations(id)).toMatchObject([{ Status: 'New' }]);
    expect(children()).toMatchObject([{ Subject: 'Other', StartDateTime: '2026-05-04T10:00:00.000+0000' }]);
  });

  test('can change the reminder of the child event alone, and delete it', () => {
    const id = event({ UndecidedEventInviteeIds: [ann] });
    const child = children()[0]!['Id'] as string;
    expect(code(fixture.update(child, { Subject: 'Mine' }))).toBe('INVALID_FIELD_FOR_INSERT_UPDATE');
    expect(code(fixture.update(child, { IsReminderSet: true, ReminderDateTime: when.StartDateTime }))).toBe(
      '',
    );
    expect(code(fixture.insert('EventRelation', { EventId: child, RelationId: bob }))).toBe(
      'FIELD_INTEGRITY_EXCEPTION',
    );
    fixture.update(id, { Subject: 'Other' });
    expect(one(child, 'Subject, IsReminderSet')).toMatchObject({ Subject: 'Other', IsReminderSet: true });
    expect(drop(child).ok).toBe(true);
    expect(one(id, 'Id')).toMatchObject({ Id: id });
  });

  test('has no event any more when no longer invited, or when the event is deleted', () => {
    const id = event({ UndecidedEventInviteeIds: [ann, bob] });
    drop(relationId(id, ann!));
    expect(children()).toMatchObject([{ OwnerId: bob }]);
    drop(id);
    expect(fixture.ask('SELECT Id FROM Event')).toEqual([]);
    expect(relations(id)).toEqual([]);
    undelete(fixture.org, id, fixture.act());
    expect(fixture.ask('SELECT Id FROM Event')).toHaveLength(2);
    expect(related(id)).toEqual([bob]);
    drop(relationId(id, bob!));
    expect(one(id, 'IsGroupEvent, GroupEventType')).toMatchObject({
      IsGroupEvent: false,
      GroupEventType: '0',
    });
  });

  test('without custom fields, where the org does not copy them', () => {
    fixture.quirks.childEventsCopyCustomFields = false;
    event({ Tandem_Key__c: 'k', UndecidedEventInviteeIds: [ann] });
    expect(children()).toMatchObject([{ Tandem_Key__c: null }]);
  });

  test.each([
    ['an event', 1_000, {}],
    ['a series', 100, { Recurrence2PatternText: 'FREQ=DAILY;COUNT=1' }],
  ])('%s has %i of them at the most', (_name, most, fields) => {
    const many = Array.from({ length: most + 1 }, (_none, i) =>
      fixture.make('Contact', { LastName: `M${i}` }),
    );
    const refused = {
      refusal: {
        code: 'FIELD_INTEGRITY_EXCEPTION',
        message: `an event can have at most ${most} invitees`,
        fields: ['RelationId'],
      },
    };
    expect(fixture.insert('Event', { ...when, ...fields, UndecidedEventInviteeIds: many })).toMatchObject(
      refused,
    );
    expect(fixture.ask('SELECT Id FROM Event')).toEqual([]);
    expect(fixture.ask('SELECT Id FROM EventRelation')).toEqual([]);
    const id = event({ ...fields, UndecidedEventInviteeIds: many.slice(1) });
    expect(related(id)).toHaveLength(most);
    expect(fixture.insert('EventRelation', { EventId: id, RelationId: many[0] })).toMatchObject(refused);
    expect(related(id)).toHaveLength(most);
  });

  test('must be active', () => {
    fixture.update(ann!, { IsActive: false });
    expect(code(fixture.insert('EventRelation', { EventId: event(), RelationId: ann }))).toBe(
      'INACTIVE_OWNER_OR_USER',
    );
    expect(code(fixture.insert('Event', { ...when, UndecidedEventInviteeIds: [ann] }))).toBe(
      'INACTIVE_OWNER_OR_USER',
    );
    expect(fixture.ask('SELECT Id FROM EventRelation')).toEqual([]);
  });
});

test('a unique key of activities stands in the way of invitations', () => {
  const { schema } = fixture.org;
  const type = schema.object('Event')!;
  schema.addField(type, { ...schema.field(type, 'Tandem_Key__c')!, unique: true });
  expect(
    code(fixture.insert('Event', { ...when, Tandem_Key__c: 'k', UndecidedEventInviteeIds: [ann] })),
  ).toBe('DUPLICATE_VALUE');
});
