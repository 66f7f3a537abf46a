import { relationGone } from '../events/event-relation.ts';
import { alignGroup } from '../events/relate.ts';
import { childrenOf } from '../events/relations.ts';
import { insufficientAccess, refuse, type Refusal } from '../refusal.ts';
import { isPattern, rowsOfSeries } from '../series/rows.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { uniqueClash } from './input.ts';
import type { Act, Org } from './org.ts';
import { entityIsDeleted, failed, invalidCrossReference, type Outcome } from './outcome.ts';
import { dropDeletion, sendToBin } from './recycle-bin.ts';
import type { Row } from './table.ts';

/** Moves one record to the recycle bin, together with the children that go with it. */
export function remove(org: Org, type: ObjectType, id: string, act: Act): Outcome {
  if (!type.deletable) {
    return failed(refuse('INVALID_TYPE_FOR_OPERATION', `entity type ${type.name} does not support delete`));
  }
  const row = org.table(type).get(id);
  if (!row) return failed(invalidCrossReference);
  if (row['IsDeleted'] === true) return failed(entityIsDeleted);
  if (row['IsPersonAccount'] === true && type.name === 'Contact') return failed(insufficientAccess);
  if (!act.gate.allows(type, 'Delete') || !act.gate.record(type, row).delete)
    return failed(insufficientAccess);
  const refusal = removeTree(org, type, row, id, act);
  return refusal ? failed(refusal) : { ok: true, id, created: false };
}

function removeTree(org: Org, type: ObjectType, row: Row, root: string, act: Act): Refusal | undefined {
  const mark = act.journal.mark();
  const refusal = org.locks.check([row.Id]) ?? releaseChildren(org, type, row, root, act);
  if (refusal) {
    act.journal.rollback(mark);
    return refusal;
  }
  sendToBin(org, type, row, root, act);
  if (type.name === 'EventRelation') relationGone(org, row, root, act);
  return undefined;
}

function releaseChildren(org: Org, type: ObjectType, row: Row, root: string, act: Act): Refusal | undefined {
  for (const dependent of type.name === 'Event' ? dependentEvents(org, row) : []) {
    if (org.row(dependent.Id)?.['IsDeleted'] === true) continue;
    const refusal = removeTree(org, type, dependent, root, act);
    if (refusal) return refusal;
  }
  for (const { child, field } of org.schema.children(type)) {
    const table = org.table(child);
    const constraint =
      child.name === 'Contact' && field.name === 'AccountId' && org.quirks().deleteAccount === 'refuse'
        ? 'Restrict'
        : field.deleteConstraint;
    for (const id of [...table.lookup(field, row.Id)]) {
      const dependent = table.get(id)!;
      if (dependent['IsDeleted'] === true) continue;
      if (constraint === 'Restrict') return restricted(type, row, child, dependent);
      if (constraint === 'Cascade') {
        const refusal = removeTree(org, child, dependent, root, act);
        if (refusal) return refusal;
      } else {
        act.journal.put(table, { ...dependent, [field.name]: undefined, SystemModstamp: act.stamp });
      }
    }
  }
  return undefined;
}

/** The child events of an event; of a pattern record also the occurrences of its series. */
function dependentEvents(org: Org, row: Row): Row[] {
  const occurrences = isPattern(row) ? rowsOfSeries(org, row).filter((one) => one.Id !== row.Id) : [];
  return [...childrenOf(org, row.Id), ...occurrences];
}

function restricted(type: ObjectType, row: Row, child: ObjectType, dependent: Row): Refusal {
  const message =
    `Your attempt to delete ${String(row['Name'] ?? row.Id)} could not be completed because it is associated with ` +
    `the following ${child.labelPlural.toLowerCase()}.: ${String(dependent['Name'] ?? dependent.Id)}\n`;
  return refuse('DELETE_FAILED', message, [], type.deletable ? 400 : 405);
}

/** Takes a record, and the children that went with it, out of the recycle bin; the ids stay the same. */
export function undelete(org: Org, id: string, act: Act): Outcome {
  const row = org.row(id);
  if (!row) return failed(invalidCrossReference);
  if (!act.gate.record(org.schema.ofId(id)!, row).delete) return failed(insufficientAccess);
  if (row['IsDeleted'] !== true) {
    return failed(refuse('UNDELETE_FAILED', 'Entity is not in the recycle bin', []));
  }
  const mark = act.journal.mark();
  const own = org.deletions.filter((deletion) => deletion.root === id);
  const returning = own.length > 0 ? own : [{ id, object: org.schema.ofId(id)!.name }];
  const held = org.locks.check(returning.map((deletion) => deletion.id));
  if (held) return failed(held);
  for (const deletion of returning) {
    const type = org.schema.object(deletion.object)!;
    const table = org.table(type);
    const deleted = table.get(deletion.id);
    if (!deleted) continue;
    for (const field of type.fields.values()) {
      const clash = field.unique ? uniqueClash(org, type, field, deleted) : undefined;
      if (!clash) continue;
      act.journal.rollback(mark);
      return failed(clash);
    }
    const stamps = { LastModifiedDate: act.stamp, LastModifiedById: act.userId, SystemModstamp: act.stamp };
    act.journal.put(table, { ...deleted, ...stamps, IsDeleted: false, MasterRecordId: undefined });
  }
  for (const { id: back, object } of returning)
    if (object === 'EventRelation') alignGroup(org, org.row(back)!['EventId'] as string, act);
  for (const deletion of own) {
    act.journal.run(
      () => dropDeletion(org, deletion),
      () => org.deletions.push(deletion),
    );
  }
  return { ok: true, id, created: false };
}

/** Removes what is in the recycle bin; the delete log keeps it. */
export function emptyRecycleBin(org: Org): number {
  let count = 0;
  for (const table of org.tables()) {
    for (const row of [...table.all()]) {
      if (row['IsDeleted'] !== true) continue;
      table.remove(row.Id);
      count += 1;
    }
  }
  return count;
}
