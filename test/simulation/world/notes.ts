/** Ids of Exchange differ where they begin and where they end. */
export function short(id: string): string {
  return id.length > 60 ? `${id.slice(0, 12)}…${id.slice(-8)}` : id;
}

/** What became another, of an item or a record, in a few words. */
export function newsOf(before: object, after: object, from: string, to: string): string {
  const was = before as Record<string, unknown>;
  const is = after as Record<string, unknown>;
  const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]),
  );
  const values = changed.map((name) => `${name} ${JSON.stringify(was[name])} → ${JSON.stringify(is[name])}`);
  return [...(from === to ? [] : [`${from} → ${to}`]), ...values].join(', ');
}
