import { beforeEach, describe, expect, test } from 'vitest';
import { gateOf } from '../access/gate.ts';
import { recordAccess } from '../access/record-access.ts';
import { fixtureOrg, type FixtureOrg } from '../fixture/fixture-org.ts';
import { fixtureUsers } from '../fixture/fixture-users.ts';
import { remove, undelete } from '../store/delete.ts';
import { actOf } from '../store/org.ts';
import { archiveEvents } from './archive.ts';

let fixture: FixtureOrg;
let users: ReturnType<typeof fixtureUsers>;
beforeEach(() => {
  fixture = fixtureOrg();
  users = fixtureUsers(fixture);
});

const when = { StartDateTime: '2026-05-04T09:00:00Z', DurationInMinutes: 30 };
const event = (fields: object = {}) => fixture.make('Event', { ...when, ...fields });
const one = (id: string, fields: string) => fixture.ask(`SELECT ${fields} FROM Event WHERE Id = '${id}'`)[0];

function access(userId: string, id: string): string {
  const { org } = fixture;
  const { read, edit, delete: remove } = recordAccess(org, userId, org.schema.ofId(id)!, org.row(id)!);
  return [read && 'read', edit && 'edit', remove && 'delete'].filter(Boolean).join(' ');
}

describe('an event', () => {
  test('begins as a plain, busy, public one of whoever makes it', () => {
    expect(
      one(event(), 'OwnerId, ShowAs, IsPrivate, IsChild, IsGroupEvent, GroupEventType, IsArchived'),
    ).toMatchObject({
      OwnerId: fixture.adminId,
      ShowAs: 'Busy',
      IsPrivate: false,
      IsChild: false,
      IsGroupEvent: false,
      GroupEventType: '0',
      IsArchived: false,
    });
  });

  test('has the account of what it is about, else of whom it is with', () => {
    const [acme, globex] = ['Acme', 'Globex'].map((Name) => fixture.make('Account', { Name }));
    const contact = fixture.make('Contact', { LastName: 'Lee', AccountId: acme });
    const id = event({ WhoId: contact });
    expect(one(id, 'AccountId')).toMatchObject({ AccountId: acme });
    fixture.update(id, { WhatId: globex });
    expect(one(id, 'AccountId')).toMatchObject({ AccountId: globex });
    fixture.update(id, { WhatId: null, WhoId: null });
    expect(one(id, 'AccountId')).toMatchObject({ AccountId: null });
  });

  test.each([
    'IsChild',
    'IsArchived',
    'EndDate',
    'AccountId',
    'GroupEventType',
    'IsClientManaged',
    'IsRecurrence2',
  ])('refuses the read-only %s', (name) => {
    expect(fixture.insert('Event', { ...when, [name]: null })).toMatchObject({
      refusal: { code: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: [name] },
    });
  });

  test('forgets when to remind once there is no reminder', () => {
    const id = event({ IsReminderSet: true, ReminderDateTime: '2026-05-04T08:45:00Z' });
    fixture.update(id, { IsReminderSet: false });
    expect(one(id, 'ReminderDateTime')).toMatchObject({ ReminderDateTime: null });
  });

  test('can belong to a public calendar and not to an inactive user', () => {
    const seeding = actOf(fixture.org, fixture.adminId, { seeding: true });
    const table = fixture.org.table(fixture.org.schema.object('Calendar')!);
    seeding.journal.put(table, { Id: table.nextId(), Name: 'Fairs', Type: 'Public', IsActive: true });
    const [calendar] = fixture.ask('SELECT Id FROM Calendar');
    expect(one(event({ OwnerId: calendar!['Id'] }), 'OwnerId, Owner.Type')).toMatchObject({
      OwnerId: expect.stringMatching(/^023/) as string,
      Owner: { Type: 'Calendar' },
    });
    const gone = users.hire('Gone');
    fixture.update(gone, { IsActive: false });
    expect(fixture.insert('Event', { ...when, OwnerId: gone })).toMatchObject({
      refusal: { code: 'INACTIVE_OWNER_OR_USER' },
    });
  });

  test('goes to the recycle bin and comes back with its id', () => {
    const id = event({ Subject: 'Visit' });
    const { org } = fixture;
    remove(org, org.schema.object('Event')!, id, fixture.act());
    expect(fixture.ask('SELECT Id FROM Event')).toHaveLength(0);
    expect(fixture.ask('SELECT Subject, IsDeleted FROM Event', true)).toMatchObject([
      { Subject: 'Visit', IsDeleted: true },
    ]);
    undelete(org, id, fixture.act());
    expect(one(id, 'Subject')).toMatchObject({ Subject: 'Visit' });
  });

  test('is found by its key', () => {
    const id = event({ Tandem_Key__c: 'abc' });
    expect(fixture.ask("SELECT Id FROM Event WHERE Tandem_Key__c = 'abc'")).toMatchObject([{ Id: id }]);
  });
});

describe('an event of a year ago', () => {
  test('is archived: only queryAll shows it, and it can still be changed and deleted', () => {
    const id = event({ StartDateTime: '2025-04-30T09:00:00Z' });
    const young = event();
    expect(archiveEvents(fixture.org)).toBe(1);
    expect(fixture.ask('SELECT Id FROM Event')).toMatchObject([{ Id: young }]);
    expect(fixture.ask('SELECT Id FROM Event WHERE IsArchived = true', true)).toMatchObject([{ Id: id }]);
    expect(fixture.update(id, { Subject: 'Old' }).ok).toBe(true);
    expect(remove(fixture.org, fixture.org.schema.object('Event')!, id, fixture.act()).ok).toBe(true);
  });
});

describe('who may see and change an event', () => {
  test('its owner, those above in the hierarchy, and nobody else', () => {
    const chief = users.role('Chief');
    const owner = users.hire('Owner', { role: users.role('Rep', chief) });
    const [boss, peer] = [users.hire('Boss', { role: chief }), users.hire('Peer')];
    const id = event({ OwnerId: owner });
    expect([owner, boss, peer].map((user) => access(user, id))).toEqual([
      'read edit delete',
      'read edit delete',
      '',
    ]);
  });

  test('a private one its owner alone, and whoever views all data', () => {
    const chief = users.role('Chief');
    const owner = users.hire('Owner', { role: users.role('Rep', chief) });
    const boss = users.hire('Boss', { role: chief });
    users.permissionSet('Sees', { userPermissions: ['ViewAllData'] });
    const viewer = users.hire('Viewer', { sets: ['Sees'] });
    const id = event({ OwnerId: owner, IsPrivate: true });
    expect([owner, boss, viewer].map((user) => access(user, id))).toEqual(['read edit delete', '', 'read']);
    expect(gateOf(fixture.org, viewer).sees(fixture.org.schema.ofId(id)!, fixture.org.row(id)!)).toBe(true);
  });

  test('whoever sees its account, where activities are controlled by their parent', () => {
    fixture.quirks.activitySharing = 'ControlledByParent';
    const peer = users.hire('Peer');
    const about = event({ WhatId: fixture.make('Account', { Name: 'Acme' }) });
    expect([access(peer, about), access(peer, event())]).toEqual(['read edit', '']);
  });

  test('nobody without Access Activities, and only readers without Edit Events', () => {
    users.profile('Readers', { userPermissions: ['ActivitiesAccess'] });
    const owner = users.hire('Owner', { profile: 'Readers' });
    const nobody = users.hire('Nobody', { profile: 'Minimum Access - API Only Integrations' });
    expect([access(owner, event({ OwnerId: owner })), access(nobody, event({ OwnerId: nobody }))]).toEqual([
      'read',
      '',
    ]);
  });
});

describe('a private event', () => {
  test('cannot be related to records, unless the org allows it', () => {
    const WhoId = fixture.make('Contact', { LastName: 'Lee' });
    const refused = { refusal: { code: 'FIELD_INTEGRITY_EXCEPTION', fields: ['IsPrivate'] } };
    expect(fixture.insert('Event', { ...when, IsPrivate: true, WhoId })).toMatchObject(refused);
    const id = event({ WhoId });
    expect(fixture.update(id, { IsPrivate: true })).toMatchObject(refused);
    expect(fixture.update(id, { IsPrivate: true, WhoId: null }).ok).toBe(true);
    fixture.quirks.privateRelations = 'allow';
    expect(fixture.update(id, { WhoId }).ok).toBe(true);
  });
});

describe('events of a span', () => {
  test.each([
    ['StartDateTime >= 2026-05-10T09:00:00Z AND StartDateTime < 2026-05-12T09:00:00Z', [10, 11]],
    ['StartDateTime > 2026-05-10T09:00:00Z AND StartDateTime <= 2026-05-12T11:00:00+02:00', [11, 12]],
    ['StartDateTime = 2026-05-10T09:00:00Z', [10]],
    ["Subject != 'x' AND StartDateTime > 2026-05-29T09:00:00Z", [30, 31]],
    ['StartDateTime < 2026-05-03T00:00:00Z AND StartDateTime < 2026-06-03T00:00:00Z', [1, 2]],
    ['StartDateTime < 2026-05-02T00:00:00Z OR StartDateTime > 2026-05-31T00:00:00Z', [1, 31]],
    ['StartDateTime > 2026-05-20T00:00:00Z AND StartDateTime < 2026-05-10T00:00:00Z', []],
  ])('%s', (where, expected) => {
    for (let day = 31; day >= 1; day -= 1)
      event({ StartDateTime: `2026-05-${String(day).padStart(2, '0')}T09:00:00Z` });
    const rows = fixture.ask(`SELECT StartDateTime FROM Event WHERE ${where} ORDER BY StartDateTime`);
    expect(rows.map((row) => Number(String(row['StartDateTime']).slice(8, 10)))).toEqual(expected);
  });

  test('are found where they moved to', () => {
    const ids = Array.from({ length: 10 }, () => event());
    const ask = () => fixture.ask('SELECT Id FROM Event WHERE StartDateTime > 2026-06-01T00:00:00Z');
    expect(ask()).toEqual([]);
    fixture.update(ids[3]!, { StartDateTime: '2026-06-02T09:00:00Z' });
    expect(ask()).toMatchObject([{ Id: ids[3] }]);
    fixture.update(ids[3]!, { StartDateTime: '2026-05-02T09:00:00Z' });
    expect(ask()).toEqual([]);
  });
});
