import { parentPort } from 'node:worker_threads';
import type { PGlite, Results } from '@electric-sql/pglite';
import type { Answer, PlainError, Question, Rows } from './messages.ts';
import { MortalPGlite } from './mortal-pglite.ts';

// PGlite settles its calls in microtasks, so on the main thread it would starve sockets and timers.

const port = parentPort;
if (port === null) throw new Error('The database runs in a worker thread.');

const nothing: Rows = { rows: [], affected: 0 };
let opened: PGlite | undefined;

async function answer(question: Question): Promise<Rows> {
  switch (question.do) {
    case 'open':
      opened = await open(question.dataDir, question.program);
      return nothing;
    case 'query':
      return rowsOf([await database().query(question.sql, [...question.parameters])]);
    case 'script':
      return rowsOf(await database().exec(question.sql));
    case 'close':
      await database().close();
      opened = undefined;
      return nothing;
  }
}

async function open(dataDir: string | undefined, program: WebAssembly.Module): Promise<PGlite> {
  const opening = new MortalPGlite({ pgliteWasmModule: program, ...(dataDir !== undefined && { dataDir }) });
  await opening.waitReady;
  return opening;
}

function database(): PGlite {
  if (opened === undefined) throw new Error('No database is open.');
  return opened;
}

function rowsOf(results: readonly Results[]): Rows {
  return {
    rows: results.flatMap((result) => result.rows),
    affected: results.reduce((sum, result) => sum + (result.affectedRows ?? 0), 0),
  };
}

function plain(error: unknown): PlainError {
  const { message, code, constraint, severity } = error as Partial<PlainError>;
  return { message: String(message ?? error), code, constraint, severity };
}

port.on('message', (question: Question) => {
  const tell = (message: Answer): void => port.postMessage(message);
  answer(question).then(
    (result) => tell({ id: question.id, ok: true, result }),
    (error: unknown) => tell({ id: question.id, ok: false, error: plain(error) }),
  );
});
