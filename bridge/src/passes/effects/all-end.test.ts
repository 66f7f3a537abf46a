import { expect, it } from 'vitest';
import { allEnd } from './all-end.ts';

it('fails when one fails, but not before the others have ended', async () => {
  const other = Promise.withResolvers<string>();
  const order: string[] = [];
  const failed = allEnd([
    Promise.reject(new Error('refused')),
    other.promise.then(() => order.push('other ended')),
  ]).catch((error: unknown) => order.push(String(error)));
  other.resolve('');
  await failed;
  expect(order).toEqual(['other ended', 'Error: refused']);
});

it('gives what each comes to', async () => {
  expect(await allEnd([Promise.resolve(1), 'two', Promise.resolve(null)])).toEqual([1, 'two', null]);
});
