import type { RecordId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/refusal.ts';
import type { Row, SalesforceWriter } from '../salesforce.ts';
import { createAccountWriter } from './accounts.ts';
import type { LineOptions } from './lines.ts';
import { createLines } from './lines.ts';
import type { Operation, RecordOutcome } from './waiting.ts';

/** The writer that all passes share, and how to wait for the end of its work. */
interface SharedWriter {
  readonly writer: SalesforceWriter;
  /** Resolves when everything handed in has its outcome. */
  quiet(): Promise<void>;
}

/** Makes the shared writer. */
export function createWriter(options: LineOptions): SharedWriter {
  const lines = createLines(options);

  async function settle(operation: Operation, rows: readonly Row[]): Promise<readonly Outcome<null>[]> {
    return (await lines.write(operation, rows)).map(withoutId);
  }

  async function upsert<Id extends string>(
    object: string,
    externalId: string,
    rows: readonly Row[],
  ): Promise<readonly Outcome<Id>[]> {
    return (await lines.write({ kind: 'upsert', object, externalId }, rows)).map(withId<Id>);
  }

  const writer: SalesforceWriter = {
    createContacts: (contacts) =>
      upsert<RecordId>(
        'Contact',
        'Tandem_Key__c',
        contacts.map(({ key, fields }) => ({ ...fields, Tandem_Key__c: key })),
      ),
    updateContacts: (contacts) =>
      settle(
        { kind: 'update', object: 'Contact' },
        contacts.map(({ id, fields }) => ({ ...fields, Id: id })),
      ),
    deleteContacts: (ids) =>
      settle(
        { kind: 'delete', object: 'Contact' },
        ids.map((Id) => ({ Id })),
      ),
    createAccounts: createAccountWriter(options.org, options.patience),
    upsertRows: (object, externalId, rows) => upsert(object, externalId, rows),
    updateRows: (object, rows) => settle({ kind: 'update', object }, rows),
    deleteRows: (object, ids) =>
      settle(
        { kind: 'delete', object },
        ids.map((Id) => ({ Id })),
      ),
  };
  return { writer, quiet: () => lines.quiet() };
}

function withoutId(outcome: RecordOutcome): Outcome<null> {
  return outcome.ok ? { ok: true, done: null } : outcome;
}

function withId<Id extends string>(outcome: RecordOutcome): Outcome<Id> {
  return outcome.ok ? { ok: true, done: outcome.id as Id } : outcome;
}
