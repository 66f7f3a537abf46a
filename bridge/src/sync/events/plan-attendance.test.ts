import { describe, expect, it } from 'vitest';
import type { KnownAttendee } from '../../domain/attendance.ts';
import type { EventRelation } from '../../domain/event-relation.ts';
import type { Fingerprint } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { Person } from './people.ts';
import type { AttendanceInput } from './plan-attendance.ts';
import { planAttendance } from './plan-attendance.ts';

const [ana, ben] = ['003ana', '003ben'];
const [lead, other] = ['00Qlead', '00Qother'];
const user = '005user';
const us = as<AttendanceInput['integrationUserId']>('005tandem');
const record: AttendanceInput['record'] = { id: as('00U1'), ownerId: as('005owner'), whoId: null };
const keyOf = (id: string) => as<Fingerprint>(`key of ${id}`);

const person = (id: string, more: Partial<Person> = {}): Person => ({
  key: keyOf(id),
  email: `${id}@x.test`,
  isOrganizer: false,
  status: 'New',
  responded: null,
  ...more,
});
const known = (id: string, more: Partial<KnownAttendee> = {}): KnownAttendee => ({
  key: keyOf(id),
  relatedId: id,
  byTandem: true,
  status: 'New',
  ...more,
});
const relation = (relationId: string, more: Partial<EventRelation> = {}): EventRelation => ({
  id: `row of ${relationId}`,
  eventId: record.id,
  relationId,
  status: 'New',
  isParent: !relationId.startsWith('005'),
  isInvitee: true,
  isWhat: false,
  createdById: us,
  ...more,
});
const found = (...ids: readonly string[]) => new Map(ids.map((id) => [keyOf(id), id]));
const plan = (input: Partial<AttendanceInput>) =>
  planAttendance({
    record,
    people: [],
    before: [],
    found: new Map(),
    relations: [],
    sharedActivities: true,
    madeWith: null,
    integrationUserId: us,
    ...input,
  });
const added = (input: Partial<AttendanceInput>) => plan(input).add.map(({ relationId }) => relationId);

it('where nothing is remembered, whoever Tandem related and does not attend goes, and what people related stays', () => {
  const relations = [relation(ana), relation(ben), relation(user, { createdById: as('005ada') })];
  const { remove, attendees } = plan({ people: [person(ben)], found: found(ben), relations });
  expect(remove).toEqual(['row of 003ana']);
  expect(attendees).toEqual([known(ben)]);
  expect(plan({ people: [], before: [known(ben)], relations }).remove).toEqual(['row of 003ben']);
});

describe('who attends', () => {
  it('is related as a contact or invited as a user, with the answer', () => {
    const people = [person(ana, { status: 'Accepted', responded: '2026-05-01T00:00:00.000Z' }), person(user)];
    expect(plan({ people, found: found(ana, user) })).toMatchObject({
      add: [
        {
          relationId: ana,
          isParent: true,
          isInvitee: true,
          status: 'Accepted',
          responded: '2026-05-01T00:00:00.000Z',
        },
        { relationId: user, isParent: false, isInvitee: true, status: 'New' },
      ],
      attendees: [known(ana, { status: 'Accepted' }), known(user)],
    });
  });

  it('is remembered as nobody’s while nobody is found', () => {
    expect(plan({ people: [person(ana)] }).attendees).toEqual([
      known(ana, { relatedId: null, byTandem: false, status: null }),
    ]);
  });

  it('is one lead where no contact attends, and none beside contacts', () => {
    expect(added({ people: [person(lead), person(other)], found: found(lead, other) })).toEqual([lead]);
    expect(added({ people: [person(lead), person(ana)], found: found(lead, ana) })).toEqual([ana]);
  });

  it('lets the lead that Tandem related give way to a contact who comes, and not one that a person related', () => {
    const people = [person(lead), person(ana)];
    const before = [known(lead)];
    const ours = plan({ people, before, found: found(ana), relations: [relation(lead)] });
    expect(ours).toMatchObject({ remove: [relation(lead).id], add: [{ relationId: ana }] });
    const theirs = plan({
      people: [person(ana)],
      found: found(ana),
      relations: [relation(lead, { createdById: as('005ada') })],
    });
    expect(theirs).toMatchObject({ remove: [], add: [], attendees: [{ relatedId: null }] });
  });

  it('is not the owner, nor the organiser where that is a user', () => {
    const people = [person('005owner'), person(user, { isOrganizer: true })];
    expect(added({ people, found: found('005owner', user) })).toEqual([]);
  });

  it('has one relation, by whichever of two addresses', () => {
    const people = [person(ana), person('second')];
    expect(added({ people, found: new Map([...found(ana), [keyOf('second'), ana]]) })).toEqual([ana]);
  });

  it('is fifty at most, those whom people related among them', () => {
    const ids = Array.from({ length: 60 }, (_, index) => `003${index}`);
    const relations = [relation(ben, { createdById: as('005ada') })];
    expect(added({ people: ids.map((id) => person(id)), found: found(...ids), relations })).toHaveLength(49);
  });
});

describe('who leaves', () => {
  it('loses the relation that Tandem made', () => {
    expect(plan({ before: [known(ana)], relations: [relation(ana)] })).toMatchObject({
      remove: [relation(ana).id],
      attendees: [],
    });
  });

  it('keeps one that a person made', () => {
    const byPerson = { before: [known(ana, { byTandem: false })], relations: [relation(ana)] };
    expect(plan(byPerson).remove).toEqual([]);
  });

  it('keeps it while another address of the contact attends', () => {
    const people = [person('second')];
    const before = [known(ana)];
    const second = new Map([[keyOf('second'), ana]]);
    expect(plan({ people, before, found: second, relations: [relation(ana)] }).remove).toEqual([]);
  });
});

describe('a relation', () => {
  it('that a person took away is not made again', () => {
    expect(plan({ people: [person(ana, { status: 'Accepted' })], before: [known(ana)] })).toMatchObject({
      add: [],
      change: [],
    });
  });

  it('that is there already is taken as it is: Tandem’s where its user made it', () => {
    const input = { people: [person(ana)], found: found(ana) };
    expect(plan({ ...input, relations: [relation(ana)] })).toMatchObject({
      add: [],
      attendees: [known(ana)],
    });
    const theirs = relation(ana, { createdById: as('005ada') });
    expect(plan({ ...input, relations: [theirs] }).attendees).toEqual([known(ana, { byTandem: false })]);
  });

  it('gets an answer where it has another one, and none that no copy tells', () => {
    const input = { before: [known(ana)], relations: [relation(ana)] };
    expect(plan({ ...input, people: [person(ana, { status: 'Declined' })] }).change).toEqual([
      { id: relation(ana).id, status: 'Declined', responded: null },
    ]);
    expect(plan({ ...input, people: [person(ana)] }).change).toEqual([]);
    expect(plan({ ...input, people: [person(ana, { status: null })] }).change).toEqual([]);
  });
});

describe('without Shared Activities', () => {
  const off = { sharedActivities: false };

  it('the first contact alone is related', () => {
    expect(plan({ ...off, people: [person(ana), person(ben)], found: found(ana, ben) })).toMatchObject({
      whoId: ana,
      add: [{ relationId: ana }],
      attendees: [{ relatedId: ana }, { relatedId: null }],
    });
  });

  it('another one follows when that leaves', () => {
    const input = {
      ...off,
      record: { ...record, whoId: ana },
      before: [known(ana)],
      relations: [relation(ana)],
    };
    expect(plan({ ...input, people: [person(ben)], found: found(ben) })).toMatchObject({
      whoId: ben,
      remove: [relation(ana).id],
    });
    expect(plan(input).whoId).toBeNull();
  });

  it('the contact whom a person put there stays', () => {
    const input = { ...off, record: { ...record, whoId: ben }, people: [person(ana)], found: found(ana) };
    expect(plan(input)).toMatchObject({ whoId: undefined, add: [], attendees: [{ relatedId: null }] });
  });

  it('the contact whom the record was made with is Tandem’s, one who was there is not', () => {
    const input = { ...off, record: { ...record, whoId: ana }, people: [person(ana)], found: found(ana) };
    expect(plan({ ...input, madeWith: ana }).attendees).toEqual([known(ana)]);
    expect(plan(input).attendees).toEqual([known(ana, { byTandem: false })]);
  });
});
