import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startBridge } from './bridge.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of an embedded database that is new, to be copied: making one takes seconds. */
    newDatabase: string;
  }
}

/** Nothing is signed in to, so that any words will do. */
const SETTINGS = {
  TANDEM_TENANT_ID: 'tenant',
  TANDEM_CLIENT_ID: 'client',
  TANDEM_CERTIFICATE: 'certificate',
  TANDEM_PRIVATE_KEY: 'key',
  TANDEM_SALESFORCE_CLIENT_ID: 'client',
  TANDEM_SALESFORCE_USERNAME: 'tandem@example.test',
  TANDEM_SALESFORCE_PRIVATE_KEY: 'key',
  TANDEM_FINGERPRINT_KEY: 'c2VjcmV0LW9mLXRoZS1lbmQtdG8tZW5kLXRlc3RzLTAx',
};

/** Makes the template once for all files of the project; the answer removes it. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-template-'));
  const data = join(folder, 'data');
  const bridge = startBridge(['migrate'], { ...SETTINGS, TANDEM_DATA_DIR: data });
  if ((await bridge.ended) !== 0) throw new Error(`The template could not be made.\n${bridge.output()}`);
  project.provide('newDatabase', data);
  return () => rmSync(folder, { recursive: true });
}
