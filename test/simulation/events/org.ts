import { createPeople } from '../../../emulators/salesforce/control/people.ts';
import type { Emulator } from '../../../emulators/salesforce/state.ts';
import type { StoredRow } from '../../programs/world/org.ts';
import { bridgeUser } from '../world/credentials.ts';
import { GaveUp } from '../world/org.ts';
import type { EventRow } from './world.ts';

/** The org's events as people see and write them. */
export interface EventOrg {
  /** All that have become visible, deleted ones too. */
  rows(): readonly EventRow[];
  /** The link rows of events that were taken out by a reset. */
  formerLinks(): readonly StoredRow[];
  /** The org's own time. */
  now(): number;
  create(who: string, fields: Readonly<Record<string, unknown>>): string;
  update(who: string, id: string, fields: Readonly<Record<string, unknown>>): void;
  remove(who: string, id: string): void;
  undelete(who: string, id: string): void;
  /** Whom events are with and who is invited, what an event is about left out. */
  relations(): readonly StoredRow[];
  /** Counts on with every change of a relation. */
  relationsVersion(): number;
  /** Relates a contact or lead as a person does. */
  relate(who: string, eventId: string, relatedId: string): void;
  unrelate(who: string, relationId: string): void;
  /** The contacts and leads that have this address. */
  withAddress(address: string): readonly StoredRow[];
  /** The user that the bridge signs in as. */
  readonly bridgeUserId: string;
}

/** Late commits make a person's write visible `lateBy()` seconds after it was stamped. */
export function eventOrg(emulator: Emulator, lateBy: () => number): EventOrg {
  const people = createPeople(emulator);
  const { org } = emulator.state();
  const table = org.table(org.schema.object('Event')!);
  const links = org.table(org.schema.object('Tandem_Link__c')!);

  const relations = org.table(org.schema.object('EventRelation')!);
  const relatable = ['Contact', 'Lead'].map((name) => org.table(org.schema.object(name)!));
  const [bridgeUserId] = [...org.table(org.schema.object('User')!).all()].flatMap(({ Id, Username }) =>
    Username === bridgeUser ? [Id] : [],
  );

  function act(action: 'create' | 'update' | 'delete' | 'undelete', body: object, who: string): string {
    const late = lateBy();
    const reply = people[action]({ as: who, ...(late > 0 && { lateBy: late }), ...body } as never);
    if ('refusal' in reply) throw new GaveUp(`${reply.refusal.code} ${reply.refusal.message}`);
    return (reply.body as { id: string }).id;
  }

  return {
    rows: () => [...table.all()],
    formerLinks: () =>
      [...links.all()]
        .filter(({ IsDeleted, Kind__c }) => IsDeleted === true && Kind__c === 'Event')
        .map((row) => ({ Reason__c: null, Record_Id__c: null, Exchange_Id__c: null, ...row })),
    now: () => org.now().getTime(),
    create: (who, fields) => act('create', { object: 'Event', fields }, who),
    update: (who, id, fields) => void act('update', { id, fields }, who),
    remove: (who, id) => void act('delete', { id }, who),
    undelete: (who, id) => void act('undelete', { id }, who),
    relations: () => [...relations.all()].filter(({ IsWhat }) => IsWhat !== true),
    relationsVersion: () => relations.version,
    relate: (who, EventId, RelationId) =>
      void act('create', { object: 'EventRelation', fields: { EventId, RelationId, IsParent: true } }, who),
    unrelate: (who, id) => void act('delete', { id }, who),
    withAddress: (address) =>
      relatable.flatMap((some) =>
        [...some.all()].filter(
          ({ Email, IsDeleted }) => IsDeleted !== true && String(Email ?? '').toLowerCase() === address,
        ),
      ),
    bridgeUserId: bridgeUserId!,
  };
}
