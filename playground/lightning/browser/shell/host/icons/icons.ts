const standard = new Set(['account', 'contact', 'event', 'lead', 'user']);

/** The icon of an object's records. */
export function iconOf(object: string): string {
  const name = object.toLowerCase();
  return `standard:${standard.has(name) ? name : 'record'}`;
}
