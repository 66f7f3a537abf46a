const openMark = ' open';

const settledMs = 2_000;

/**
 * The stamp as it is remembered of a record that was read at `readAt`, the org's time; null where that does not matter. Stamps
 * have whole seconds, so a record can change again without a new one: one that was just stamped is remembered with an open
 * stamp, and is news once more when it is read later.
 */
export function rememberedStamp(stamp: string, readAt: string | null): string {
  const isSettled = readAt === null || Date.parse(readAt) - Date.parse(stamp) >= settledMs;
  return isSettled ? stamp : `${stamp}${openMark}`;
}

/** The stamp as Salesforce gave it. */
export function plainStamp(stamp: string): string {
  return stamp.endsWith(openMark) ? stamp.slice(0, -openMark.length) : stamp;
}
