import { parentPort, workerData } from 'node:worker_threads';
import type { PGlite, Results } from '@electric-sql/pglite';
import type { Answer, Opening, PlainError, Question, Rows } from './messages.ts';
import { MortalPGlite } from './mortal-pglite.ts';

// PGlite settles its calls in microtasks, so on the main thread it would starve sockets and timers.

const { dataDir, program } = workerData as Opening;
const port = parentPort;
if (port === null) throw new Error('The database runs in a worker thread.');

function plain(error: unknown): PlainError {
  const { message, code, constraint, severity } = error as Partial<PlainError>;
  return { message: String(message ?? error), code, constraint, severity };
}

async function answer(database: PGlite, question: Exclude<Question, { do: 'close' }>): Promise<Rows> {
  const results: Results[] =
    question.do === 'query'
      ? [await database.query(question.sql, [...question.parameters])]
      : await database.exec(question.sql);
  return {
    rows: results.flatMap((result) => result.rows),
    affected: results.reduce((sum, result) => sum + (result.affectedRows ?? 0), 0),
  };
}

function tell(message: Answer): void {
  port?.postMessage(message);
}

const nothing: Rows = { rows: [], affected: 0 };

try {
  const database = new MortalPGlite({ pgliteWasmModule: program, ...(dataDir !== undefined && { dataDir }) });
  await database.waitReady;
  port.on('message', (question: Question) => {
    if (question.do === 'close') {
      void database.close().then(
        () => {
          tell({ id: question.id, ok: true, result: nothing });
          port.close();
        },
        (error: unknown) => tell({ id: question.id, ok: false, error: plain(error) }),
      );
      return;
    }
    answer(database, question).then(
      (result) => tell({ id: question.id, ok: true, result }),
      (error: unknown) => tell({ id: question.id, ok: false, error: plain(error) }),
    );
  });
  tell({ id: 0, ok: true, result: nothing });
} catch (error) {
  tell({ id: 0, ok: false, error: plain(error) });
  port.close();
}
