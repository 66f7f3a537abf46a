import { expect, it } from 'vitest';
import { Fault } from '../../domain/fault.ts';
import { silent } from '../../salesforce/testing/http-org.ts';
import type { Inspected } from '../../store/inspect.ts';
import { checkDatabase, checkDisk } from './database.ts';

const place = { TANDEM_DATA_DIR: '/var/lib/tandem-test', DATABASE_URL: undefined };
const server = { TANDEM_DATA_DIR: '.tandem', DATABASE_URL: 'postgres://localhost/tandem' };
const megabyte = 1024 * 1024;

it.each([
  [63, 'failed', 'TDM-B-DISK'],
  [64, 'warning', 'TDM-B-DISK'],
  [511, 'warning', 'TDM-B-DISK'],
  [512, 'passed', null],
])('a disk with %i MB left has %s', async (megabytes, result, code) => {
  const step = await checkDisk(place, async () => megabytes * megabyte);
  expect(step).toMatchObject({ result, code });
  expect(`${step.sentence} ${step.detail}`).toContain(`${megabytes} MB are free.`);
});

it('the disk of a server is not judged', async () => {
  expect(await checkDisk(server, async () => 0)).toMatchObject({ result: 'skipped' });
});

it.each<[Inspected, string, string | null]>([
  [{ kind: 'none' }, 'passed', null],
  [{ kind: 'current', migration: '0002' }, 'passed', null],
  [{ kind: 'old', migration: null, latest: '0002' }, 'passed', null],
  [{ kind: 'old', migration: '0001', latest: '0002' }, 'warning', 'TDM-B-SCHEMA-OLD'],
])('a database that is %o has %s', async (inspected, result, code) => {
  expect(await checkDatabase(server, silent, async () => inspected)).toMatchObject({ result, code });
});

it.each(['TDM-B-SCHEMA', 'TDM-B-LOCKED', 'TDM-B-DISK', 'TDM-B-DATABASE'] as const)(
  'a database that throws %s fails with its remedy',
  async (code) => {
    const step = await checkDatabase(server, silent, () => Promise.reject(new Fault(code, 'what')));
    expect(step).toMatchObject({ result: 'failed', code, detail: 'what' });
    expect(step.remedy).toMatch(/\w+ \w+/);
  },
);
