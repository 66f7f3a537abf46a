type Listener = (ids: readonly string[]) => void;

const listeners = new Set<Listener>();

/** Calls back with the ids (15 characters) of records that were written from this page, until the function that it gives is called. */
export function onChanged(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Tells whoever shows these records that they were written. */
export function tellChanged(ids: readonly string[]): void {
  const short = ids.map((id) => id.slice(0, 15));
  for (const listener of [...listeners]) listener(short);
}
