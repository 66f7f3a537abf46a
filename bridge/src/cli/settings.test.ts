import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeSettings, readSettings } from './settings.ts';

const complete = {
  TANDEM_TENANT_ID: 'tenant',
  TANDEM_CLIENT_ID: 'client',
  TANDEM_CERTIFICATE: 'certificate',
  TANDEM_PRIVATE_KEY: 'key',
  TANDEM_SALESFORCE_CLIENT_ID: 'consumer',
  TANDEM_SALESFORCE_USERNAME: 'tandem@example.com',
  TANDEM_SALESFORCE_PRIVATE_KEY: 'salesforce key',
  TANDEM_FINGERPRINT_KEY: 'sixteen characters',
};

let folder: string;
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-settings-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What refusing these settings names. */
function refusal(environment: Record<string, string | undefined>): string {
  try {
    readSettings(environment);
  } catch (error) {
    expect(error).toMatchObject({ code: 'TDM-B-SETTINGS' });
    return (error as { detail: string }).detail;
  }
  return expect.fail('the settings were taken');
}

describe('settings', () => {
  it('have their documented defaults', () => {
    expect(readSettings(complete)).toMatchObject({
      ...complete,
      TANDEM_GRAPH_URL: 'https://graph.microsoft.com',
      TANDEM_SALESFORCE_POLL_SECONDS: 15,
      TANDEM_EXCHANGE_POLL_SECONDS: 300,
      TANDEM_LOG: 'json',
    });
  });

  it('that are empty count as not given', () => {
    expect(readSettings({ ...complete, TANDEM_LOG: '', DATABASE_URL: '' }).TANDEM_LOG).toBe('json');
    expect(refusal({ ...complete, TANDEM_CLIENT_ID: '' })).toBe('TANDEM_CLIENT_ID is missing.');
  });

  it('that are missing or wrong are all named at once', () => {
    const detail = refusal({
      ...complete,
      TANDEM_TENANT_ID: undefined,
      TANDEM_CLIENT_ID: undefined,
      TANDEM_GRAPH_URL: 'nowhere',
      TANDEM_CONCURRENCY: 'many',
    });
    expect(detail).toContain('TANDEM_TENANT_ID is missing.');
    expect(detail).toContain('TANDEM_CLIENT_ID is missing.');
    expect(detail).toContain('TANDEM_GRAPH_URL: Invalid URL.');
    expect(detail).toMatch(/TANDEM_CONCURRENCY: .+\./);
  });

  it.each([
    ['TANDEM_SALESFORCE_POLL_SECONDS', '0'],
    ['TANDEM_SALESFORCE_POLL_SECONDS', '1.5'],
    ['TANDEM_API_BUDGET_PERCENT', '101'],
    ['TANDEM_LOG', 'xml'],
    ['TANDEM_LOG_LEVEL', 'everything'],
    ['TANDEM_FINGERPRINT_KEY', 'short'],
  ])('%s refuses %s', (name, value) => {
    const detail = refusal({ ...complete, [name]: value });
    expect(detail).toMatch(new RegExp(`^${name}: `));
    expect(judgeSettings({ ...complete, [name]: value }).problems).toHaveLength(1);
  });

  it('that are unknown are refused, since a misspelt one would be ignored in silence', () => {
    expect(refusal({ ...complete, TANDEM_LOG_LEVLE: 'debug' })).toBe(
      'TANDEM_LOG_LEVLE is no setting of Tandem.',
    );
    expect(refusal({ ...complete, TANDEM_LOG_FILE: file('log', 'json') })).toBe(
      'TANDEM_LOG_FILE is no setting of Tandem.',
    );
  });

  it('of other programs are left alone', () => {
    expect(() => readSettings({ ...complete, PATH: '/bin', TANDEM_TEST_DATABASE: 'postgres' })).not.toThrow();
  });

  it('never say a value in what is wrong with them', () => {
    const secret = 'topsecret';
    const wrong = {
      ...complete,
      TANDEM_FINGERPRINT_KEY: secret,
      TANDEM_GRAPH_URL: secret,
      TANDEM_LOG: secret,
      TANDEM_CONCURRENCY: secret,
    };
    expect(refusal(wrong)).not.toContain(secret);
  });
});

describe('a setting in a file', () => {
  it('is read without the line end', () => {
    const TANDEM_PRIVATE_KEY_FILE = file('key', 'from a file\n');
    const { TANDEM_PRIVATE_KEY } = readSettings({
      ...complete,
      TANDEM_PRIVATE_KEY: undefined,
      TANDEM_PRIVATE_KEY_FILE,
    });
    expect(TANDEM_PRIVATE_KEY).toBe('from a file');
  });

  it('that cannot be read is named, beside whatever else is wrong', () => {
    const detail = refusal({
      ...complete,
      TANDEM_TENANT_ID: undefined,
      TANDEM_PRIVATE_KEY: undefined,
      TANDEM_PRIVATE_KEY_FILE: join(folder, 'nothing'),
      DATABASE_URL_FILE: folder,
    });
    expect(detail).toContain('TANDEM_PRIVATE_KEY_FILE names a file that cannot be read.');
    expect(detail).toContain('DATABASE_URL_FILE names a file that cannot be read.');
    expect(detail).toContain('TANDEM_TENANT_ID is missing.');
    expect(detail).not.toContain('TANDEM_PRIVATE_KEY is missing.');
  });

  it('that is empty is refused', () => {
    expect(refusal({ ...complete, DATABASE_URL_FILE: file('empty', '\n') })).toBe(
      'DATABASE_URL_FILE names a file that is empty.',
    );
  });

  it('and by itself too is refused, since one of them would be ignored', () => {
    expect(refusal({ ...complete, TANDEM_PRIVATE_KEY_FILE: file('key', 'another') })).toBe(
      'TANDEM_PRIVATE_KEY and TANDEM_PRIVATE_KEY_FILE are both given; leave one out.',
    );
  });
});

it('settings that are right can be used while others are wrong', () => {
  const { values, problems } = judgeSettings({ ...complete, TANDEM_LOG: 'xml', TANDEM_CLIENT_ID: undefined });
  expect(values).toMatchObject({ TANDEM_TENANT_ID: 'tenant', TANDEM_DATA_DIR: '.tandem/data' });
  expect(values).not.toHaveProperty('TANDEM_LOG');
  expect(values).not.toHaveProperty('TANDEM_CLIENT_ID');
  expect(problems).toHaveLength(2);
});
