import { z } from 'zod';
import type { EventRelation, NewRelation, RelationChange } from '../../domain/event-relation.ts';
import type { RecordId, UserId } from '../../domain/ids.ts';
import type { Outcome, Refusal } from '../../domain/refusal.ts';
import { rowsTogether } from '../read/by-id.ts';
import type { SalesforceWriter } from '../salesforce.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { queryRequest } from '../wire/query.ts';
import { id } from '../wire/shapes.ts';
import { oneOf } from '../wire/soql.ts';
import { insertOnce } from './insert-once.ts';

const object = 'EventRelation';
const flags = ['IsParent', 'IsInvitee', 'IsWhat'];

const shape = z.object({
  Id: z.string(),
  EventId: id<RecordId>(),
  RelationId: z.string(),
  Status: z.enum(['New', 'Accepted', 'Declined', 'Undecided']).nullable().catch(null),
  CreatedById: id<UserId>(),
  IsParent: z.boolean().optional(),
  IsInvitee: z.boolean().optional(),
  IsWhat: z.boolean().optional(),
});

/** The relations of these events, up to 2,000 events in one call. Without Shared Activities all of them are invitations. */
export async function readRelations(
  org: Org,
  patience: Patience,
  events: readonly RecordId[],
  sharedActivities: boolean,
): Promise<ReadonlyMap<RecordId, readonly EventRelation[]>> {
  const fields = ['Id', 'EventId', 'RelationId', 'Status', 'CreatedById', ...(sharedActivities ? flags : [])];
  const select = `SELECT ${fields.join(', ')} FROM ${object} WHERE `;
  const requestOf = (ids: readonly string[]) => queryRequest(`${select}${oneOf('EventId', ids)} ORDER BY Id`);
  const query = { object, ids: events, requestOf, besides: select };
  const relations = (await rowsTogether(org, patience, shape, query)).map(relationFrom);
  return Map.groupBy(relations, ({ eventId }) => eventId);
}

/** Makes relations. One that is there already is done. */
export async function relate(
  org: Org,
  relations: readonly NewRelation[],
  sharedActivities: boolean,
): Promise<readonly Outcome<null>[]> {
  const outcomes = await insertOnce(
    org,
    object,
    relations.map(({ eventId, relationId, isParent, isInvitee, status, responded }) => ({
      EventId: eventId,
      RelationId: relationId,
      Status: status,
      ...(responded === null ? {} : { RespondedDate: responded }),
      ...(sharedActivities ? { IsParent: isParent, IsInvitee: isInvitee } : {}),
    })),
  );
  return outcomes.map((outcome) =>
    outcome.ok || isThere(outcome.refusal) ? { ok: true, done: null } : outcome,
  );
}

/** Writes what people answered. */
export function answerRelations(
  writer: Pick<SalesforceWriter, 'updateRows'>,
  changes: readonly RelationChange[],
  sharedActivities: boolean,
): Promise<readonly Outcome<null>[]> {
  return writer.updateRows(
    object,
    changes.map((change) => ({
      Id: change.id,
      Status: change.status,
      RespondedDate: change.responded,
      ...(sharedActivities ? { IsInvitee: true } : {}),
    })),
  );
}

function isThere(refusal: Refusal): boolean {
  return refusal.kind === 'refused' && refusal.code === 'DUPLICATE_VALUE';
}

function relationFrom(row: z.output<typeof shape>): EventRelation {
  return {
    id: row.Id,
    eventId: row.EventId,
    relationId: row.RelationId,
    status: row.Status,
    isParent: row.IsParent === true,
    isInvitee: row.IsInvitee !== false,
    isWhat: row.IsWhat === true,
    createdById: row.CreatedById,
  };
}
