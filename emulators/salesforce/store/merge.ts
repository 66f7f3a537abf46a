import { moveRelations } from '../events/move-relations.ts';
import { insufficientAccess, refuse, type Refusal } from '../refusal.ts';
import type { ObjectType } from '../schema/object-type.ts';
import type { Act, Org } from './org.ts';
import { entityIsDeleted, failed, invalidCrossReference, type Outcome } from './outcome.ts';
import { sendToBin } from './recycle-bin.ts';
import { update } from './save.ts';
import type { Row } from './table.ts';

const MOST_LOSERS = 2;

/**
 * Merges up to two records into the master: their children become the master's, and they go to the recycle bin with
 * MasterRecordId (SOAP guide, "merge()"). `fields` are what the master takes over.
 */
export function merge(
  org: Org,
  masterId: string,
  loserIds: readonly string[],
  fields: Readonly<Record<string, unknown>>,
  act: Act,
): Outcome {
  const type = org.schema.ofId(masterId);
  if (!type || !type.fields.has('masterrecordid')) return failed(invalidCrossReference);
  if (loserIds.length === 0 || loserIds.length > MOST_LOSERS || loserIds.includes(masterId)) {
    return failed(refuse('INVALID_NUMBER_OF_MERGE_RECORDS', 'invalid number of records to merge', []));
  }
  const rows = [masterId, ...loserIds].map((id) => org.table(type).get(id));
  const refusal = rows.map((row) => mergeRefusal(org, type, row, act)).find((one) => one !== undefined);
  if (refusal) return failed(refusal);
  const mark = act.journal.mark();
  for (const loser of rows.slice(1) as Row[]) {
    adopt(org, type, loser, masterId, act);
    sendToBin(org, type, { ...org.table(type).get(loser.Id)!, MasterRecordId: masterId }, loser.Id, act);
  }
  const outcome = update(org, type, masterId, fields, act);
  if (!outcome.ok) act.journal.rollback(mark);
  return outcome;
}

function mergeRefusal(org: Org, type: ObjectType, row: Row | undefined, act: Act): Refusal | undefined {
  if (!row) return invalidCrossReference;
  if (row['IsDeleted'] === true) return entityIsDeleted;
  if (row['IsPersonAccount'] === true) {
    return refuse('INVALID_OPERATION', 'merging person accounts is not part of the emulated org', []);
  }
  const access = act.gate.record(type, row);
  const allowed = access.edit && act.gate.allows(type, 'Edit') && act.gate.allows(type, 'Delete');
  return allowed ? org.locks.check([row.Id]) : insufficientAccess;
}

/** The children of a merged record follow the master, their stamps move. */
function adopt(org: Org, type: ObjectType, loser: Row, masterId: string, act: Act): void {
  moveRelations(org, loser.Id, masterId, act);
  for (const { child, field } of org.schema.children(type)) {
    if (field.name === 'MasterRecordId' || child.name === 'EventRelation') continue;
    const table = org.table(child);
    for (const id of [...table.lookup(field, loser.Id)]) {
      const dependent = table.get(id)!;
      if (dependent['IsDeleted'] === true || id === masterId) continue;
      if (/Share$|^EntitySubscription$/.test(child.name)) {
        act.journal.remove(table, id);
        continue;
      }
      const stamps = { LastModifiedDate: act.stamp, LastModifiedById: act.userId, SystemModstamp: act.stamp };
      act.journal.put(table, { ...dependent, ...stamps, [field.name]: masterId });
    }
  }
}
