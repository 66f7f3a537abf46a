import type { AccountId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/refusal.ts';
import type { Row, SalesforceWriter } from '../salesforce.ts';
import { createAccountWriter } from './accounts.ts';
import { withMatches } from './duplicates.ts';
import { withThoseThere } from './already-there.ts';
import { accountFieldOf } from './person-fields.ts';
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

  /** Contacts meet duplicate rules. */
  async function writeContacts(
    operation: Operation,
    rows: readonly Row[],
  ): Promise<readonly RecordOutcome[]> {
    const outcomes = await lines.write(operation, rows);
    return withMatches(options.org, options.patience, operation, rows, outcomes);
  }

  async function upsert<Id extends string>(
    object: string,
    externalId: string,
    rows: readonly Row[],
  ): Promise<readonly Outcome<Id>[]> {
    return (await lines.write({ kind: 'upsert', object, externalId }, rows)).map(withId<Id>);
  }

  const writer: SalesforceWriter = {
    createContacts: async (contacts, onAlert = 'Save') => {
      const outcomes = await writeContacts(
        { kind: 'insert', object: 'Contact', key: 'Tandem_Key__c', onAlert },
        contacts.map(({ key, fields }) => ({ ...fields, Tandem_Key__c: key })),
      );
      return withThoseThere(options.org, options.patience, contacts, outcomes);
    },
    updateContacts: async (contacts, onAlert = 'Save') => {
      const write = async (object: 'Contact' | 'Account', rows: readonly Row[]) =>
        rows.length === 0 ? [] : writeContacts({ kind: 'update', object, onAlert }, rows);
      const [contactOutcomes, accountOutcomes] = await Promise.all([
        write(
          'Contact',
          contacts.flatMap(({ id, fields, person }) => (person ? [] : [{ ...fields, Id: id }])),
        ),
        write(
          'Account',
          contacts.flatMap(({ fields, person }) => (person ? [personRow(person, fields)] : [])),
        ),
      ]);
      const [ofContacts, ofAccounts] = [contactOutcomes.values(), accountOutcomes.values()];
      return contacts.map(({ person }) => {
        const { value: outcome } = (person ? ofAccounts : ofContacts).next();
        return outcome ? withoutId(outcome) : { ok: false, refusal: { kind: 'unknown' } };
      });
    },
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

/** A row of the account of a person. */
function personRow(account: AccountId, fields: Row): Row {
  const renamed = Object.entries(fields).flatMap(([field, value]) => {
    const name = accountFieldOf(field);
    return name === null ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(renamed), Id: account };
}

function withoutId(outcome: RecordOutcome): Outcome<null> {
  return outcome.ok ? { ok: true, done: null } : outcome;
}

function withId<Id extends string>(outcome: RecordOutcome): Outcome<Id> {
  return outcome.ok ? { ok: true, done: outcome.id as Id } : outcome;
}
