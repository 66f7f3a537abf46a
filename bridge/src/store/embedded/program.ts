import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const path = createRequire(import.meta.url).resolve('@electric-sql/pglite/pglite.wasm');
let compiled: Promise<WebAssembly.Module> | undefined;

/** The embedded database's program. Kept, so that a process that opens the database again does not compile it again. */
export function databaseProgram(): Promise<WebAssembly.Module> {
  return (compiled ??= readFile(path).then((bytes) => WebAssembly.compile(bytes)));
}
