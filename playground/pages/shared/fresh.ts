const seconds = 8;

export interface Freshness {
  /** Takes note of the versions by id. */
  readonly see: (place: string, versions: ReadonlyMap<string, string>) => void;
  /** The ids that changed a moment ago. */
  readonly fresh: () => ReadonlySet<string>;
}

/**
 * Remembers which versions of things were seen, and marks those that changed since as fresh for some seconds, so that people
 * notice what crossed over. What is seen first is not fresh; another `place` starts over.
 */
export function freshness(now: () => number = Date.now): Freshness {
  let seenPlace: string | undefined;
  let seen = new Map<string, string>();
  const changedAt = new Map<string, number>();
  return {
    see: (place, versions) => {
      for (const [id, version] of versions) {
        if (place === seenPlace && seen.get(id) !== version) changedAt.set(id, now());
      }
      if (place !== seenPlace) changedAt.clear();
      seenPlace = place;
      seen = new Map(versions);
    },
    fresh: () => new Set([...changedAt].filter(([, at]) => now() - at < seconds * 1000).map(([id]) => id)),
  };
}
