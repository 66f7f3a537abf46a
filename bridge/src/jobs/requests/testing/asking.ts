import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { copyDatabase } from '../../../../../test/database/copied.ts';
import type { EmulatedServices } from '../../../cli/testing/emulated-services.ts';
import { startServices } from '../../../cli/testing/emulated-services.ts';
import { openBridge } from '../../../cli/open-bridge.ts';
import { readSettings } from '../../../cli/settings.ts';
import { silent } from '../../../salesforce/testing/http-org.ts';
import { connect } from '../../connect.ts';
import { syncUntilQuiet } from '../../sync-until-quiet.ts';

const keepDays = { requests: 30, issues: 90, conflicts: 365 };

type Fields = Record<string, string | number | boolean | null>;
type Row = Record<string, unknown> & { Id: string };

/** One synced user with a bridge in this process, an admin, and another user whose mailbox syncs too. */
export interface Asking extends EmulatedServices {
  readonly admin: string;
  readonly bob: string;
  readonly sync: () => Promise<void>;
  /** Makes a request as that user, syncs and gives its row as it was answered, with the result parsed. */
  readonly asks: (
    by: string,
    kind: string,
    fields?: Fields,
  ) => Promise<Row & { result: Record<string, unknown> }>;
  readonly rows: (object: string) => Promise<readonly Row[]>;
  /** The only open issue of that code. */
  readonly issue: (code: string) => Promise<string>;
  /** Puts contacts into Ada's folder; their ids. */
  readonly types: (...contacts: Record<string, unknown>[]) => Promise<readonly string[]>;
  /** Goes on with an empty database. */
  readonly losesDatabase: () => Promise<void>;
}

/** Starts both services and the bridge, with contacts deleted in Outlook deleted in Salesforce too. */
export async function startAsking(): Promise<Asking> {
  const services = await startServices();
  const { exchange, salesforce, configuration } = services;
  await exchange.seed({ mailboxes: [{ userPrincipalName: 'bob@example.com' }] });
  const { ids } = await salesforce.seed({
    users: [
      {
        ref: 'root',
        Username: 'root@example.com',
        LastName: 'Root',
        profile: 'System Administrator',
        permissionSets: ['Tandem_Admin'],
      },
      {
        ref: 'bob',
        Username: 'bob@example.com',
        Email: 'bob@example.com',
        LastName: 'Bob',
        permissionSets: ['Tandem_User'],
      },
    ],
  });
  const { root: admin = '', bob = '' } = ids;
  await salesforce.people.create({
    object: 'Tandem_Assignment__c',
    fields: { Configuration__c: configuration, Assignee_Id__c: bob, User__c: bob },
  });
  await salesforce.people.update({
    id: configuration,
    fields: { Contact_Deletes_To_Salesforce__c: 'Delete' },
  });
  let generation = 0;
  const open = () => {
    const TANDEM_DATA_DIR = join(services.folder, `data-${(generation += 1)}`);
    copyDatabase(TANDEM_DATA_DIR);
    return openBridge(readSettings({ ...services.settings, TANDEM_DATA_DIR }), silent);
  };
  let bridge = await open();
  onTestFinished(() => bridge.close());

  const sync = async () => {
    const deps = { ...bridge.deps, ...(await connect(bridge.deps)) };
    const { signal } = new AbortController();
    await syncUntilQuiet(deps, { email: null, nightly: false, keepDays, signal });
  };
  const rows = async (object: string): Promise<readonly Row[]> => {
    const all = (await salesforce.state([object])).objects[object] ?? [];
    return all.filter(({ IsDeleted }) => IsDeleted !== true);
  };
  return {
    ...services,
    admin,
    bob,
    sync,
    rows,
    asks: async (by, Kind__c, fields = {}) => {
      const id = await salesforce.people.create({
        object: 'Tandem_Request__c',
        fields: { Kind__c, ...fields },
        as: by,
      });
      await sync();
      const row = (await rows('Tandem_Request__c')).find(({ Id }) => Id === id);
      if (!row) throw new Error('the request is gone');
      return { ...row, result: JSON.parse(String(row.Result__c)) as Record<string, unknown> };
    },
    issue: async (code) => {
      const found = (await rows('Tandem_Issue__c')).filter(
        (row) => row.Code__c === code && row.Status__c === 'Open',
      );
      if (found.length !== 1) throw new Error(`${found.length} open issues ${code}`);
      return found[0]?.Id ?? '';
    },
    types: async (...contacts) => {
      const made = [];
      for (const contact of contacts)
        made.push((await exchange.people.createContact('ada@example.com', 'Salesforce_Sync', contact)).id);
      return made;
    },
    losesDatabase: async () => {
      await bridge.close();
      bridge = await open();
    },
  };
}

/** So many contacts that differ. */
export function people(count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => ({
    givenName: 'Person',
    surname: `Number ${index}`,
    emailAddresses: [{ address: `person${index}@example.org` }],
  }));
}
