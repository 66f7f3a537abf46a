const savingMs = 5 * 60 * 1000;

/** Whether so many of the org's daily API requests are used that what can wait has to. */
export function isSaving(
  budgetPercent: number,
  usage: { readonly used: number; readonly limit: number } | null,
): boolean {
  return usage !== null && usage.limit > 0 && (100 * usage.used) / usage.limit >= budgetPercent;
}

/**
 * Milliseconds between two reads of the org: the poll interval, and more as the org's daily API requests run out, up to
 * five minutes, so that the bridge is never what stops the org's other integrations.
 */
export function pollPauseMs(
  pollSeconds: number,
  budgetPercent: number,
  usage: { readonly used: number; readonly limit: number } | null,
): number {
  const normal = pollSeconds * 1000;
  if (usage === null || !isSaving(budgetPercent, usage)) return normal;
  const used = (100 * usage.used) / usage.limit;
  const beyond = Math.min(1, (used - budgetPercent) / Math.max(1, 100 - budgetPercent));
  return Math.max(normal, Math.round(normal * 4 + beyond * (savingMs - normal * 4)));
}
