import { Fault } from '../../domain/fault.ts';
import { faultOf, packageFault } from '../wire/fault.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { backOffMs } from '../wire/patience.ts';
import { refusalInBody } from '../wire/refusal.ts';
import { isPassingCode } from '../wire/trouble.ts';
import type { SubAnswer } from '../wire/composite.ts';
import type { Collection } from './bundle.ts';
import { bundle } from './bundle.ts';
import { errorOf, outcomeOf, recordResults } from './record-outcome.ts';
import { send } from './send.ts';
import type { Operation, RecordOutcome, Waiting } from './waiting.ts';
import { familyOf, identityOf, isLiteral } from './waiting.ts';
import type { Row } from '../salesforce.ts';

/** How writes wait for each other. */
export interface LineOptions {
  readonly org: Org;
  readonly patience: Patience;
  readonly random: () => number;
  /** How long a write waits for others to travel with. */
  readonly gatherMs: number;
  /** Composite calls in flight at the same time. */
  readonly callsAtOnce: number;
  /** How often a record is sent while its trouble passes by itself. */
  readonly mostAttempts: number;
  /** Waits; a seam for tests. */
  readonly sleep: (ms: number) => Promise<void>;
}

/** Where records wait until they travel together. */
interface Lines {
  /** Outcomes in the order of the rows. Throws a Fault when the org as a whole cannot be used. */
  write(operation: Operation, rows: readonly Row[]): Promise<readonly RecordOutcome[]>;
  /** Resolves when nothing waits and nothing is in flight. */
  quiet(): Promise<void>;
}

const laterMs = 30_000;

/** Lines that gather what waits at the same time into composite calls, and repeat records that are locked. */
export function createLines(options: LineOptions): Lines {
  let waiting: Waiting[] = [];
  const busy = new Set<string>();
  let callsInFlight = 0;
  let unsettled = 0;
  let gathering = false;
  let onQuiet: (() => void)[] = [];
  let splits = 0;

  async function write(operation: Operation, rows: readonly Row[]): Promise<readonly RecordOutcome[]> {
    const records: Waiting[] = [];
    const outcomes = rows.map(
      (row) =>
        new Promise<RecordOutcome>((resolve, reject) => {
          records.push({
            operation,
            row,
            identity: identityOf(operation, row),
            family: familyOf(row),
            literal: isLiteral(row),
            attempts: 0,
            apart: '',
            settle: (outcome) => {
              resolve(outcome);
              settled();
            },
            fail: (fault) => {
              reject(fault instanceof Error ? fault : new Error(String(fault)));
              settled();
            },
          });
        }),
    );
    unsettled += records.length;
    for (const record of records) waiting.push(record);
    gather();
    // Records travel in several calls: when one fails, the others are still under way, and whoever waits must not go on before them.
    await Promise.allSettled(outcomes);
    return Promise.all(outcomes);
  }

  function settled(): void {
    unsettled--;
    if (unsettled > 0) return;
    for (const tell of onQuiet) tell();
    onQuiet = [];
  }

  function gather(): void {
    if (gathering) return;
    gathering = true;
    void options.sleep(options.gatherMs).then(() => {
      gathering = false;
      depart();
    });
  }

  function depart(): void {
    while (callsInFlight < options.callsAtOnce) {
      const { collections, rest } = bundle(waiting, busy);
      if (collections.length === 0) return;
      waiting = [...rest];
      void travel(collections);
    }
  }

  async function travel(collections: readonly Collection[]): Promise<void> {
    const records = collections.flatMap((collection) => collection.records);
    callsInFlight++;
    for (const record of records) busy.add(record.identity);
    const answers = await options
      .patience(() => send(options.org, collections))
      .catch((fault: unknown) => {
        for (const record of records) record.fail(fault);
        return [];
      });
    callsInFlight--;
    for (const record of records) busy.delete(record.identity);
    answers.forEach((answer, index) => arrive(collections[index] as Collection, answer));
    depart();
  }

  function arrive({ operation, records }: Collection, answer: SubAnswer): void {
    const results = recordResults.safeParse(answer.body).data;
    if (answer.status >= 400 || results?.length !== records.length) return refuseAll(records, answer);
    records.forEach((record, index) => {
      const result = results[index]!;
      const error = errorOf(result);
      if (error === null) return record.settle({ ok: true, id: result.id ?? null });
      if (passes(error.code)) return again(record, error.code);
      const fault = orgWide(error.code, error.message);
      if (fault !== null) return record.fail(fault);
      record.settle(outcomeOf(error, operation, record.row));
    });
  }

  /** A collection was refused as a whole, often for one record: its halves go out apart until that one is alone. */
  function refuseAll(records: readonly Waiting[], answer: SubAnswer): void {
    const trouble = refusalInBody(answer.status, answer.body);
    if (answer.status >= 400 && (trouble.kind !== 'refused' || passes(trouble.code))) {
      for (const record of records) again(record, 'code' in trouble ? trouble.code : 'UNREADABLE');
      return;
    }
    const fault = trouble.kind === 'refused' ? orgWide(trouble.code, trouble.message) : faultOf(trouble);
    if (fault !== null) {
      for (const record of records) record.fail(fault);
    } else if (trouble.kind === 'refused' && records.length > 1) {
      const half = Math.ceil(records.length / 2);
      const [first, second] = [`${++splits}`, `${++splits}`];
      returnToFront(records.map((record, index) => ({ ...record, apart: index < half ? first : second })));
    } else if (trouble.kind === 'refused') {
      for (const record of records) record.settle(outcomeOf(trouble, record.operation, record.row));
    }
  }

  /** Ahead of what was asked for later, which may be about the same record. */
  function returnToFront(records: readonly Waiting[]): void {
    waiting = [...records, ...waiting];
    gather();
  }

  function again(record: Waiting, code: string): void {
    const attempts = record.attempts + 1;
    if (attempts >= options.mostAttempts) {
      record.settle({ ok: false, refusal: { kind: 'later', code, retryAfterMs: laterMs } });
      return;
    }
    busy.add(record.identity);
    void options.sleep(backOffMs(attempts, options.random)).then(() => {
      busy.delete(record.identity);
      returnToFront([{ ...record, attempts }]);
    });
  }

  function quiet(): Promise<void> {
    if (unsettled === 0) return Promise.resolve();
    return new Promise((resolve) => onQuiet.push(resolve));
  }

  return { write, quiet };
}

/** A session can end in the middle of a call; the next one signs in anew. */
function passes(code: string): boolean {
  return isPassingCode(code) || code === 'INVALID_SESSION_ID';
}

/** The fault behind a record's refusal when it would meet every other record too. */
function orgWide(code: string, message: string): Fault | null {
  if (code === 'REQUEST_LIMIT_EXCEEDED') return new Fault('TDM-S-LIMIT', code);
  return packageFault(code, message);
}
