import { expect, it } from 'vitest';
import { createBell } from './bell.ts';

const forever = 2 ** 31 - 1;

it('ends a wait when it rings', async () => {
  const bell = createBell();
  const waiting = bell.wait(forever);
  bell.ring();
  await waiting;
});

it('remembers a ring that nobody heard, once', async () => {
  const bell = createBell();
  bell.ring();
  bell.ring();
  await bell.wait(forever);
  let heard = false;
  const next = bell.wait(forever).then(() => (heard = true));
  await Promise.resolve();
  expect(heard).toBe(false);
  bell.ring();
  await next;
});

it('ends a wait by itself', async () => {
  await expect(createBell().wait(1)).resolves.toBeUndefined();
});
