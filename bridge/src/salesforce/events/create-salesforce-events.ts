import { z } from 'zod';
import type { RecordId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/refusal.ts';
import { allRowsById, chunks, rowsOfIds } from '../read/by-id.ts';
import { readDeleted } from '../read/deleted-records.ts';
import { describeObject } from '../read/describe-object.ts';
import { inSmallerParts, withFewerRows } from '../read/in-smaller-parts.ts';
import type { SalesforceWriter } from '../salesforce.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { allRows, pageOf, queryRequest } from '../wire/query.ts';
import { id, instant } from '../wire/shapes.ts';
import { isAfter, oneOf } from '../wire/soql.ts';
import { createEvents } from './create-events.ts';
import { oldestByEmail } from './oldest-by-email.ts';
import { answerRelations, readRelations, relate } from './relations.ts';
import { eventFrom, eventKeys, eventRow, eventSelect } from './event-fields.ts';
import type { SalesforceEvents } from './salesforce-events.ts';

const mostRows = 2_000;
const object = 'Event';
/** No configuration's window reaches further back than 300 days; without a bound an org's first read would bring all its past. */
const recent = 'StartDateTime >= LAST_N_DAYS:330';
/** Lengths are limited by the URL of a query. */
const keysAQuery = 60;

/** The events of an org, through the connection that all share. */
export function createSalesforceEvents(
  org: Org,
  patience: Patience,
  writer: Pick<SalesforceWriter, 'updateRows' | 'deleteRows'>,
  now: () => Promise<number>,
): SalesforceEvents {
  let described: ReadonlySet<string> | null = null;
  const describe = async () => {
    const { fields } = await describeObject(org, patience, object);
    described = new Set(fields.keys());
    return { fields, sharedActivities: sharedIn(described) };
  };
  const has = async () => {
    if (described === null) await describe();
    return described ?? new Set<string>();
  };
  const sharesActivities = async () => sharedIn(await has());
  return {
    async readChanged(position) {
      const select = eventSelect(await has()).join(', ');
      return withFewerRows(mostRows, async (most) => {
        const soql = `SELECT ${select} FROM ${object} WHERE ${recent}${position === null ? '' : ` AND (${isAfter(position)})`} ORDER BY SystemModstamp, Id LIMIT ${most}`;
        const answer = await patience(() => org.call(queryRequest(soql, 'queryAll')));
        const { rows, next } = pageOf(eventRow, answer, object);
        return { events: rows.map(eventKeys), more: next !== null || rows.length >= most };
      });
    },
    async readDeleted(since) {
      return readDeleted(org, patience, object, since, await now());
    },
    async readKeys(ids) {
      const query = { select: eventSelect(await has()), object, ids, deletedToo: true };
      return (await rowsOfIds(org, patience, eventRow, query)).map(eventKeys);
    },
    async findByKeys(keys) {
      const select = eventSelect(await has()).join(', ');
      const found = [];
      const read = (some: readonly string[]) => {
        const soql = `SELECT ${select} FROM ${object} WHERE ${oneOf('Tandem_Key__c', some)} ORDER BY Id`;
        return patience(async () => allRows(org, eventRow, await org.call(queryRequest(soql)), object));
      };
      for (const some of chunks([...new Set(keys)], keysAQuery))
        found.push(...(await inSmallerParts(some, read)));
      return found.map(eventKeys);
    },
    async read(ids, fields) {
      const known = await has();
      const wanted = fields.filter((field) => known.has(field));
      const query = { select: eventSelect(known, wanted), object, ids };
      const rows = await rowsOfIds(org, patience, eventRow, query);
      return new Map(rows.map((row) => [row.Id, eventFrom(row, fields)]));
    },
    async readStamps(ids) {
      const shape = z.object({ Id: id<RecordId>(), SystemModstamp: instant });
      const query = { select: ['Id', 'SystemModstamp'], object, ids };
      return new Map(
        (await rowsOfIds(org, patience, shape, query)).map((row) => [row.Id, row.SystemModstamp]),
      );
    },
    async readAllIds() {
      const shape = z.object({ Id: id<RecordId>() });
      const rows = await allRowsById(org, patience, shape, { select: [], object, where: null });
      return new Set(rows.map((row) => row.Id));
    },
    describe,
    findLeads: (emails) =>
      oldestByEmail(org, patience, { object: 'Lead', emails, where: 'IsConverted = false' }),
    findUsers: (emails) =>
      oldestByEmail(org, patience, {
        object: 'User',
        emails,
        where: "IsActive = true AND UserType = 'Standard'",
      }),
    create: (events) => createEvents(org, events),
    readRelations: async (ids) => readRelations(org, patience, ids, await sharesActivities()),
    relate: async (relations) => relate(org, relations, await sharesActivities()),
    answerRelations: async (changes) => answerRelations(writer, changes, await sharesActivities()),
    unrelate: (ids) => writer.deleteRows('EventRelation', ids),
    update: (events): Promise<readonly Outcome<null>[]> =>
      writer.updateRows(
        object,
        events.map((event) => ({ ...event.fields, Id: event.id })),
      ),
    delete: (ids) => writer.deleteRows(object, ids),
  };
}

/** Orgs with Shared Activities alone have a list of contacts (Object Reference, "Event"). */
function sharedIn(fields: ReadonlySet<string>): boolean {
  return fields.has('EventWhoIds') || fields.has('WhoCount');
}
