import type { Page } from 'playwright-core';

/** One picture: who looks where, and what has to be done and seen before it is taken. */
export interface Shot {
  /** The file under docs/images, without its ending. */
  readonly name: string;
  readonly persona: 'admin' | 'user' | 'newcomer';
  readonly path: string;
  /** In pixels; a desktop's unless told otherwise. */
  readonly width?: number;
  readonly height?: number;
  /** Resolves when the page shows what the picture is of; rejects when it does not come. */
  readonly ready: (page: Page) => Promise<void>;
}

/** The pictures, in the order in which they are taken: what one changes, the later ones see. */
export const shots: readonly Shot[] = [
  {
    name: 'status',
    persona: 'admin',
    path: '/lightning/n/Tandem_Status',
    async ready(page) {
      await page
        .getByRole('row')
        .filter({ hasText: 'Aiko Tanaka' })
        .getByText('In sync')
        .waitFor({ timeout: 60_000 });
    },
  },
  {
    name: 'status-mailbox',
    persona: 'admin',
    path: '/lightning/n/Tandem_Status',
    async ready(page) {
      await page.getByRole('button', { name: 'Maya Castellanos' }).click();
      await page.getByRole('region', { name: 'Maya Castellanos' }).getByText('Last synced').waitFor();
    },
  },
];
