import type { EventRecord } from '../../../emulators/exchange/events/calendar.ts';
import type { StoredRow } from '../../programs/world/org.ts';
import { short } from '../world/notes.ts';
import type { EventRow, EventWorld } from './world.ts';

type Actor = 'person' | 'bridge';

/** Sees who attends and who is related, and judges the bridge in the moment it changes that. */
export interface AttendanceWatch {
  lookAtEvent(record: EventRecord, by: Actor): void;
  /** `isUnseen`: a person changed the record after the bridge had looked at it last. */
  lookAtRow(row: EventRow, before: EventRow | undefined, by: Actor, isUnseen: boolean): void;
  lookAtRelations(by: Actor): void;
  /** When a relation was seen first; -1 for never. */
  relatedAt(relationId: string): number;
}

export function createAttendanceWatch(
  world: EventWorld,
  blame: (rule: string, what: string) => void,
  note: (line: string) => void,
): AttendanceWatch {
  const { org, setup } = world;
  /** By event; those of a whole one under an empty date. */
  const attendees = new Map<string, ReadonlyMap<string, string>>();
  const seen = new Map<string, StoredRow>();
  /** Who gave a record the contact or lead that it is with. */
  const whoBy = new Map<string, Actor>();
  const madeAt = new Map<string, number>();
  let version = -1;

  return {
    relatedAt: (relationId) => madeAt.get(relationId) ?? -1,
    /** Answers flow to Salesforce only, and nobody who is related there is ever invited. */
    lookAtEvent({ immutableId: id, isOrganizer, values, exceptions }, by) {
      if (!isOrganizer) return;
      const shape = (some: typeof values.attendees = []) =>
        some.map(({ emailAddress, status }) => `${emailAddress.address} ${status.response}`).join();
      const before = attendees.get(id);
      const is = new Map([['', shape(values.attendees)]]);
      for (const exception of exceptions.values()) is.set(exception.date, shape(exception.values.attendees));
      attendees.set(id, is);
      if (by === 'person') return;
      for (const [date, some] of is) {
        const were = before?.get(date) ?? '';
        if (were !== some) blame('event attendees', `of ${short(id)} ${date} were ${were}, are ${some}`);
      }
    },
    lookAtRow(row, before, by, isUnseen) {
      if (row.WhoId === before?.WhoId) return;
      const isPeoples = whoBy.get(row.Id) === 'person';
      whoBy.set(row.Id, by);
      // With Shared Activities it is the first of the relations.
      if (setup.sharedActivities || by !== 'bridge' || isUnseen || row.IsDeleted === true) return;
      if (before?.WhoId && isPeoples)
        blame('event relations', `${row.Id} was with ${String(before.WhoId)}, whom a person related`);
    },
    lookAtRelations(by) {
      if (version === org.relationsVersion()) return;
      version = org.relationsVersion();
      const events = new Map(org.rows().map((row) => [row.Id, row]));
      for (const row of org.relations()) {
        const before = seen.get(row.Id);
        if (before === row) continue;
        seen.set(row.Id, row);
        if (!before) madeAt.set(row.Id, world.now());
        const { EventId, RelationId, Status, IsDeleted, CreatedById } = row;
        note(
          `${by} ${IsDeleted === true ? 'deletes' : before ? 'changes' : 'makes'} relation of ${String(EventId)} with ${String(RelationId)}: ${String(Status)}`,
        );
        const isOver = events.get(String(EventId))?.IsDeleted === true;
        if (by === 'bridge' && IsDeleted === true && !isOver && CreatedById !== org.bridgeUserId)
          blame('event relations', `${String(EventId)} with ${String(RelationId)} was a person's`);
      }
    },
  };
}
