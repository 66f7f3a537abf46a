import type { ConfigurationId, UserId } from '../../../bridge/src/domain/ids.ts';
import { as } from '../../../bridge/src/domain/ids.ts';
import { noFilter } from '../../../bridge/src/domain/filter.ts';
import type { ContactPolicy } from '../../../bridge/src/domain/policy.ts';
import type { BridgeDeps } from '../../../bridge/src/jobs/bridge-deps.ts';
import { beginContacts, readAccountsOfOrg, readContactsOfOrg } from '../../../bridge/src/jobs/org-reader.ts';
import { linkFrom } from '../../../bridge/src/passes/effects/link-row.ts';
import type { PassResult } from '../../../bridge/src/passes/pass-result.ts';
import { passContacts } from '../../../bridge/src/passes/contacts/pass.ts';
import type { Salesforce } from '../../../bridge/src/salesforce/salesforce.ts';
import type { Store } from '../../../bridge/src/store/store.ts';
import { contactMapping } from '../../../bridge/src/sync/mapping/mapping.ts';
import type { TakeFingerprint } from '../../../bridge/src/sync/merge/merge-values.ts';
import { allPermitted } from '../../../bridge/src/sync/testing/samples.ts';
import type { Clock } from './clock.ts';
import { instant } from './clock.ts';
import type { Database } from '../../memory-store/database.ts';
import { createDatabase } from '../../memory-store/database.ts';
import { memoryStore } from '../../memory-store/memory-store.ts';
import type { Line } from './line.ts';
import { createLine } from './line.ts';
import type { FakeMailbox } from './mailbox.ts';
import type { FakeOrg } from './org.ts';
import { description, salesforceSeam } from './salesforce.ts';

const { mapping } = contactMapping([], description);
/** Short and readable in place of a keyed hash; long texts become a number. */
const fingerprint = ((field: string, value: string | null) =>
  `${field}=${value !== null && value.length > 60 ? digest(value) : (value ?? '')}`) as TakeFingerprint;
const quiet = { debug() {}, info() {}, warn() {} };

/** The bridge as far as a pass of contacts needs it: the org-wide reader, claims, links read back, passes. */
export interface Bridge {
  /** A pass of the mailbox, after the reader; what the line does to it is thrown. */
  pass(userId: UserId, line: Line): Promise<PassResult>;
  loseDatabase(): void;
  readonly database: () => Database;
  /** Calls to Salesforce by passes, without those of the reader. */
  salesforceCalls(): number;
}

export function createBridge(options: {
  readonly clock: Clock;
  readonly org: FakeOrg;
  readonly mailboxes: ReadonlyMap<UserId, FakeMailbox>;
  readonly policy: ContactPolicy;
}): Bridge {
  const { clock, org, mailboxes, policy } = options;
  let database = createDatabase();
  const calls = { count: 0 };
  const now = () => new Date(instant(clock.tick()));

  const storeSeam = (line: Line): Store =>
    memoryStore(database, {
      now: () => Date.parse(instant(clock.now())),
      lives: () => false,
      enter: () => line.enter(false),
      leave: () => line.leave(),
    });

  async function readOrg(line: Line): Promise<void> {
    const store = storeSeam(line);
    const salesforce = salesforceSeam(org, line, { count: 0 });
    await store.mailboxes.assign(
      [...mailboxes.keys()].map((userId) => ({
        userId,
        email: '',
        configurationId: as<ConfigurationId>('the one'),
        active: true,
      })),
    );
    await readAccountsOfOrg(deps(store, salesforce));
    await readContactsOfOrg(deps(store, salesforce), await beginContacts({ store }));
  }

  const deps = (store: Store, salesforce: Salesforce): BridgeDeps => ({
    store,
    salesforce,
    // The readers do not ask Exchange.
    exchange: undefined as never,
    fingerprint,
    now,
    log: quiet,
    holder: 'the programs',
    mayMail: false,
  });

  return {
    async pass(userId, line) {
      const store = storeSeam(line);
      const salesforce = salesforceSeam(org, line, calls);
      await readOrg(createLine('none', 0, () => undefined));
      const mailbox = mailboxes.get(userId)!;
      const claim = (await store.claims.take(userId, 'Contact', 'the programs', 0))!;
      if (!(await store.mailboxes.get(userId))?.linksLoaded) {
        const rows = await salesforce.readLinkRows(userId);
        await store.links.load(claim, rows.map(linkFrom));
        await store.mailboxes.update(claim, { linksLoaded: true });
      }
      return passContacts({
        store,
        salesforce,
        exchange: mailbox.seam(line),
        orgId: org.orgId,
        userId,
        exchangeUserId: mailbox.exchangeUserId,
        folderId: mailbox.folder,
        mailbox: (await store.mailboxes.get(userId))!,
        mailboxRowId: 'row',
        claim,
        policy,
        permissions: allPermitted,
        mapping,
        recordType: { kind: 'default' },
        filter: noFilter,
        filterRefused: () => undefined,
        brakes: { grant: (wanted) => Promise.resolve(wanted), note: () => Promise.resolve(null) },
        fingerprint,
        now,
        log: quiet,
        signal: new AbortController().signal,
        // Small, so that most passes have several.
        chunkSize: 2,
        onProgress: async () => {},
      });
    },
    loseDatabase: () => (database = createDatabase()),
    database: () => database,
    salesforceCalls: () => calls.count,
  };
}

function digest(text: string): string {
  let sum = 7;
  for (let index = 0; index < text.length; index += 1) sum = (sum * 31 + text.charCodeAt(index)) | 0;
  return `${text.length}/${sum}`;
}
