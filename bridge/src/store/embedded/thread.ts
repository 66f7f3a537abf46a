import { Worker } from 'node:worker_threads';

const idle = new Set<Worker>();

/** A thread that has no database open. It does not keep the process alive. */
export function takeThread(): Worker {
  const [worker] = idle;
  if (worker === undefined) return startThread();
  idle.delete(worker);
  return worker;
}

/** Keeps a thread whose database was closed for the next one: to start one takes longer than to open a database. */
export function keepThread(worker: Worker): void {
  // Node hangs listeners of its own on further events.
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
  worker.once('exit', () => idle.delete(worker));
  worker.unref();
  idle.add(worker);
}

function startThread(): Worker {
  // What the process was started with, such as --input-type, is not meant for the thread.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [] });
  worker.unref();
  return worker;
}
