import { afterEach, expect, it, vi } from 'vitest';
import { testStores } from './fixture.ts';

const names = () => testStores().map(({ name }) => name);

afterEach(() => void vi.unstubAllEnvs());

it('the store is tested on the embedded database, and on the server that is named', () => {
  vi.stubEnv('TANDEM_TEST_DATABASE_URL', 'postgres://named');
  expect(names()).toEqual(['embedded', 'Postgres']);
  vi.stubEnv('TANDEM_TEST_DATABASE_URL', undefined);
  expect(names()).toEqual(['embedded']);
});

it('where npm test could start no server, the tests on Postgres are not left out in silence', () => {
  vi.stubEnv('TANDEM_TEST_DATABASE_URL', '');
  expect(names).toThrow('no Postgres server');
});
