import { Fault } from '../../domain/fault.ts';
import { databaseFault } from '../database-fault.ts';
import type { Answer, PlainError, Question, Rows } from './messages.ts';
import { isEnd } from './messages.ts';
import { databaseProgram } from './program.ts';
import { keepThread, takeThread } from './thread.ts';

/** The embedded database, running in a thread of its own. One session: callers take turns (see dialect.ts). */
export interface EmbeddedDatabase {
  /** One statement. Rejects with the database's error, which carries its SQLSTATE as `code`. */
  query(sql: string, parameters: readonly unknown[]): Promise<Rows>;
  /** Any number of statements without parameters. */
  script(sql: string): Promise<Rows>;
  /** Aborted, with the fault as reason, when the database cannot be used any more: it is to be opened again. */
  readonly broken: AbortSignal;
  /** Ends the thread; calls made afterwards reject. */
  close(): Promise<void>;
  /** Ends the thread at once, as a crash would. */
  terminate(): Promise<void>;
}

type Asking = Question extends infer Each ? (Each extends Question ? Omit<Each, 'id'> : never) : never;

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

function asError({ message, code, constraint }: PlainError): Error {
  return Object.assign(new Error(message), { code, constraint });
}

/** No statement of the bridge takes a hundredth of it, and so long nobody shall wait for a thread that is stuck. */
const longestAnswerMs = 300_000;

/**
 * Opens the embedded database (PGlite) in a worker thread. What was answered survives a killed process, but not a power
 * cut: PGlite runs without fsync (https://github.com/electric-sql/pglite/issues/1107). It does not guard its folder
 * against a second process either; see folder-lock.ts. A question that is not answered within five minutes breaks it.
 *
 * @param dataDir the database's folder; undefined keeps everything in memory
 * @throws Fault `TDM-B-DATABASE` when the folder cannot be opened as a database, `TDM-B-DISK` when its disk is full
 */
export async function openEmbeddedDatabase(dataDir: string | undefined): Promise<EmbeddedDatabase> {
  const program = await databaseProgram();
  const worker = takeThread();
  const waiting = new Map<number, Waiting>();
  const broken = new AbortController();
  let lastId = 0;
  let ended: Fault | null = null;

  // An idle database must not keep the process alive, an open question must.
  const settle = (id: number): Waiting | undefined => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    return one;
  };
  const end = (reason: Fault): void => {
    ended ??= reason;
    for (const one of waiting.values()) one.reject(ended);
    waiting.clear();
  };
  const breakOff = (reason: Fault): void => {
    if (ended === null) broken.abort(reason);
    end(reason);
  };

  worker.on('message', (answer: Answer) => {
    settle(answer.id)?.resolve(answer);
  });
  worker.on('error', (error) => breakOff(new Fault('TDM-B-DATABASE', 'Its thread failed.', error)));
  worker.on('exit', () => breakOff(new Fault('TDM-B-DATABASE', 'Its thread has ended.')));

  const giveUp = (): void => {
    breakOff(new Fault('TDM-B-DATABASE', 'Its thread does not answer.'));
    void worker.terminate();
  };

  const wait = async (id: number): Promise<Rows> => {
    const patience = setTimeout(giveUp, longestAnswerMs);
    const answer = await new Promise<Answer>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.ref();
    }).finally(() => clearTimeout(patience));
    // Made here and not where the answer arrives, so that its stack names the caller.
    if (answer.ok) return answer.result;
    const error = asError(answer.error);
    // The server that a panic ends would be started again; here it is part of the thread, and all that comes after is undefined.
    if (isEnd(answer.error)) {
      breakOff(databaseFault(error));
      void worker.terminate();
    }
    throw error;
  };
  const ask = async (question: Asking): Promise<Rows> => {
    if (ended !== null) throw ended;
    lastId += 1;
    const answered = wait(lastId);
    worker.postMessage({ ...question, id: lastId });
    return answered;
  };

  try {
    await ask({ do: 'open', dataDir, program });
  } catch (error) {
    await worker.terminate();
    throw databaseFault(error);
  }

  return {
    broken: broken.signal,
    query: (sql, parameters) => ask({ do: 'query', sql, parameters }),
    script: (sql) => ask({ do: 'script', sql }),
    async close() {
      if (ended !== null) return;
      await ask({ do: 'close' });
      end(new Fault('TDM-B-DATABASE', 'It was closed.'));
      keepThread(worker);
    },
    async terminate() {
      end(new Fault('TDM-B-DATABASE', 'Its thread has ended.'));
      await worker.terminate();
    },
  };
}
