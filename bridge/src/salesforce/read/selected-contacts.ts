import { z } from 'zod';
import type { RecordId, UserId } from '../../domain/ids.ts';
import type { SelectedContacts } from '../salesforce.ts';
import type { SubAnswer } from '../wire/composite.ts';
import { composite, mostCollections } from '../wire/composite.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { allRows, queryRequest } from '../wire/query.ts';
import { refusalInBody } from '../wire/refusal.ts';
import { id } from '../wire/shapes.ts';
import { quoted } from '../../rules/soql-text.ts';
import { oneOf } from '../wire/soql.ts';
import { CallFailed } from '../wire/trouble.ts';
import { allRowsById, chunks, portionsOfIds } from './by-id.ts';
import { contactFrom, contactRow, contactSelect } from './contacts.ts';

const idRow = z.object({ Id: id<RecordId>() });

/**
 * Reads contacts as `readContacts` does, and which of them meet the condition: each query has one more beside it that asks
 * for that, in the same call as long as five queries hold all.
 */
export async function readSelectedContacts(
  org: Org,
  patience: Patience,
  wanted: {
    readonly ids: readonly RecordId[];
    readonly fields: readonly string[];
    readonly condition: string;
  },
): Promise<SelectedContacts> {
  const { fields, condition } = wanted;
  const select = contactSelect(fields).join(', ');
  const queries = portionsOfIds(wanted.ids, condition).flatMap((ids) => {
    const among = oneOf('Id', ids);
    return [
      `SELECT ${select} FROM Contact WHERE ${among}`,
      `SELECT Id FROM Contact WHERE ${among} AND ${condition}`,
    ];
  });
  const contacts: SelectedContacts['contacts'][] = [];
  const matching = new Set<RecordId>();
  let refused: string | null = null;
  for (const [portion, together] of chunks(queries, mostCollections).entries()) {
    await patience(async () => {
      const answers = await composite(
        org,
        together.map((soql) => queryRequest(soql)),
      );
      for (const [index, answer] of answers.entries()) {
        // Of the queries in a row, each other one asks for the condition.
        if ((portion * mostCollections + index) % 2 === 0) {
          const rows = await allRows(org, contactRow, bodyOf(answer), 'Contact');
          contacts.push(new Map(rows.map((row) => [row.Id, contactFrom(row, fields)])));
        } else {
          refused ??= refusedFilter(answer);
          if (refused === null)
            for (const row of await allRows(org, idRow, bodyOf(answer), 'Contact')) matching.add(row.Id);
        }
      }
    });
  }
  return {
    contacts: new Map(contacts.flatMap((part) => [...part])),
    matching: refused === null ? { kind: 'known', ids: matching } : { kind: 'refused', reason: refused },
  };
}

/** The ids of all contacts that meet the condition, those of one owner where one is named. One call for each 2,000. */
export async function readMatchingIds(
  org: Org,
  patience: Patience,
  condition: string,
  owner: UserId | null,
): Promise<SelectedContacts['matching']> {
  const where = owner === null ? condition : `OwnerId = ${quoted(owner)} AND ${condition}`;
  let refused: string | null = null;
  const forgiving: Patience = (call) =>
    patience(async () => {
      try {
        return await call();
      } catch (error) {
        refused = error instanceof CallFailed ? refusedBy(error.trouble) : null;
        if (refused === null) throw error;
        return [] as never;
      }
    });
  const rows = await allRowsById(org, forgiving, idRow, { select: [], object: 'Contact', where });
  return refused === null
    ? { kind: 'known', ids: new Set(rows.map((row) => row.Id)) }
    : { kind: 'refused', reason: refused };
}

function bodyOf(answer: SubAnswer): unknown {
  if (answer.status >= 400) throw new CallFailed(refusalInBody(answer.status, answer.body));
  return answer.body;
}

function refusedFilter(answer: SubAnswer): string | null {
  return answer.status < 400 ? null : refusedBy(refusalInBody(answer.status, answer.body));
}

/** Codes by which the service says that it cannot evaluate a query as it is written. */
const queryCodes = [
  'INVALID_FIELD',
  'INVALID_TYPE',
  'INVALID_QUERY_FILTER_OPERATOR',
  'MALFORMED_QUERY',
  'QUERY_TOO_COMPLICATED',
  'NUMBER_OUTSIDE_VALID_RANGE',
  'INVALID_OPERATION',
];

function refusedBy(trouble: CallFailed['trouble']): string | null {
  if (trouble.kind !== 'refused' || !queryCodes.includes(trouble.code)) return null;
  return `${trouble.message.split('\n').at(-1) ?? ''} (${trouble.code})`;
}
