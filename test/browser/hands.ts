import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { withoutToasts } from './time.ts';

/** How a person works with a page. */
export interface Hands {
  readonly press: (target: Locator) => Promise<void>;
  readonly type: (target: Locator, text: string) => Promise<void>;
  /** Opens a list and takes the option of that name. */
  readonly pick: (list: Locator, option: string) => Promise<void>;
  /** Looks for a record by the beginning of its name and takes it. */
  readonly choose: (picker: Locator, name: string) => Promise<void>;
}

const option = (page: Page, name: string) => page.getByRole('option', { name }).first();

/** Runs in the page: two frames, since what the first one does is drawn with the second. */
const drawn = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`;

/** Whether a list stays open though an option was taken: what a search finds meanwhile draws the options anew, and none is taken. */
async function isOpen(page: Page, list: Locator): Promise<boolean> {
  await page.evaluate(drawn);
  return (await list.getAttribute('aria-expanded')) === 'true';
}

/** With a mouse, and a keyboard for text. */
export function byMouse(page: Page): Hands {
  return {
    press: (target) => target.click(),
    type: (target, text) => target.fill(text),
    async pick(list, name) {
      await list.click();
      await option(page, name).click();
    },
    async choose(picker, name) {
      await picker.click();
      await picker.fill(name.slice(0, 4));
      await expect
        .poll(async () => {
          await option(page, name).click();
          return isOpen(page, picker);
        })
        .toBe(false);
    },
  };
}

const textOf = (one: Locator) => one.innerText({ timeout: 1_000 }).catch(() => null);

/** With a keyboard alone: everything is reached by Tab, tabs and menus by arrow keys. */
export function byKeyboard(page: Page): Hands {
  const { keyboard } = page;
  const isFocused = (target: Locator) => target.evaluate((one) => one.matches(':focus'));

  async function reach(target: Locator): Promise<void> {
    await target.waitFor();
    // While a toast stands over the page, Tab stays in it.
    await withoutToasts(page);
    // A control that is switched off for a moment, as while a request is on its way, is passed over by Tab.
    await expect.poll(() => target.isDisabled()).toBe(false);
    const role = await target.getAttribute('role');
    if (role === 'tab') await reachTab(target);
    else if (role === 'menuitem') await reachMenuItem(target);
    else await tabTo(target);
    if (await isFocused(target)) return;
    const where = await page
      .locator(':focus')
      .last()
      .ariaSnapshot({ timeout: 1_000 })
      .catch(() => 'nowhere');
    throw new Error(`The keyboard does not reach ${String(target)}, but is at ${where}`);
  }

  async function tabTo(target: Locator): Promise<void> {
    for (let presses = 0; presses < 200 && !(await isFocused(target)); presses += 1)
      await keyboard.press('Tab');
  }

  /** Of the tabs the open one is reached by Tab, its neighbours by arrow keys; what opens with one may take the focus away. */
  async function reachTab(target: Locator): Promise<void> {
    const tabs = page.locator('[role="tablist"]').filter({ has: target });
    for (let presses = 0; presses < 12 && !(await isFocused(target)); presses += 1) {
      await tabTo(tabs.locator('[tabindex="0"]').first());
      if (await isFocused(target)) return;
      await keyboard.press('ArrowRight');
      await page.waitForTimeout(300);
    }
  }

  async function reachMenuItem(target: Locator): Promise<void> {
    for (let presses = 0; presses < 30 && !(await isFocused(target)); presses += 1)
      await keyboard.press('ArrowDown');
  }

  /** Goes down an open list until the option is the active one. */
  async function take(list: Locator, name: string): Promise<void> {
    await option(page, name).waitFor();
    for (let presses = 0; presses < 30; presses += 1) {
      // A list that opens makes the chosen option active a frame later; nobody presses a key before that is drawn.
      await page.evaluate(drawn);
      const active = await list.getAttribute('aria-activedescendant');
      // The list may be drawn anew in between; then the option of that id is gone.
      const text = active === null ? '' : await textOf(page.locator(`[id="${active}"]`));
      if (text?.includes(name)) {
        await keyboard.press('Enter');
        if (!(await isOpen(page, list))) return;
      } else if (text !== null) await keyboard.press('ArrowDown');
    }
    throw new Error(`The keyboard does not reach the option ${name}`);
  }

  return {
    async press(target) {
      await reach(target);
      await keyboard.press('Enter');
    },
    async type(target, text) {
      await reach(target);
      await keyboard.type(text);
    },
    async pick(list, name) {
      await reach(list);
      await keyboard.press('Enter');
      await take(list, name);
    },
    async choose(picker, name) {
      await reach(picker);
      await keyboard.type(name.slice(0, 4));
      await take(picker, name);
    },
  };
}
