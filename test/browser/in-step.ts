import type { Locator } from 'playwright-core';

/** Waits until a row of Status says that both kinds, contacts and events, are in sync. */
export async function inStep(row: Locator): Promise<void> {
  await row.getByText('In sync').nth(1).waitFor();
}
