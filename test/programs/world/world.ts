import type { UserId } from '../../../bridge/src/domain/ids.ts';
import { as } from '../../../bridge/src/domain/ids.ts';
import type { ContactPolicy } from '../../../bridge/src/domain/policy.ts';
import type { Ledger } from '../oracle/ledger.ts';
import { createLedger } from '../oracle/ledger.ts';
import { createWatch } from '../oracle/watch.ts';
import type { Bridge } from './bridge.ts';
import { createBridge } from './bridge.ts';
import type { Clock } from './clock.ts';
import { createClock } from './clock.ts';
import type { Line, Trouble } from './line.ts';
import { Crash, createLine } from './line.ts';
import type { FakeMailbox } from './mailbox.ts';
import { createMailbox } from './mailbox.ts';
import type { FakeOrg } from './org.ts';
import { createOrg } from './org.ts';
import { Throttled } from '../../../bridge/src/exchange/exchange.ts';

/** What an admin set up and how the services behave, for one program. */
export interface Setup {
  readonly mailboxes: number;
  readonly policy: Omit<ContactPolicy, keyof typeof settled | 'placeholderAccount'>;
  readonly returnsAsTombstone: boolean;
}

/** What no program varies. */
export const settled = {
  recordType: null,
  duplicateAlert: 'Save',
  scope: 'Own',
  followed: false,
  personAccounts: false,
  firstSyncWritesPerHour: null,
} as const;
/** What a person does in the middle of a pass; answers whether they did it. `inGap`: nobody would notice some of it. */
export type Meddle = (inGap: boolean) => boolean;

/** Nobody meddles. */
export const nobody: Meddle = () => false;

/** One org, its mailboxes, the bridge between them and what people did. */
export interface World {
  readonly clock: Clock;
  readonly policy: ContactPolicy;
  readonly returnsAsTombstone: boolean;
  /** How long a pass may not know the new name of an account. */
  readonly accountsLateMs: number;
  /** So much later than it was stamped a pass may first see what a person saved in Salesforce. */
  readonly commitsLateMs: number;
  readonly org: FakeOrg;
  readonly users: readonly UserId[];
  /** One who owns records and has no mailbox here. */
  readonly otherUser: UserId;
  readonly mailboxes: ReadonlyMap<UserId, FakeMailbox>;
  readonly bridge: Bridge;
  readonly ledger: Ledger;
  /** When the pass of the mailbox, or without one the pass that is judged, began. */
  passBegan(userId?: UserId): number;
  /** Whether a person acted during the pass that runs. */
  isMeddledWith(): boolean;
  /** Runs a pass; false when it did not come to its end. */
  pass(userId: UserId, trouble: Trouble, at: number, meddle: Meddle): Promise<boolean>;
  /** Deletions that wait for an admin, as the last pass of each mailbox said. */
  held(): number;
  /** Whether the bridge ever forgot something, lost its database, or left something open. */
  readonly history: { lostMemory: boolean; lostDatabase: boolean; torn: boolean };
}

/** A rule of the product was broken. */
export class Broken extends Error {}

export function createWorld(setup: Setup): World {
  const clock = createClock();
  const ledger = createLedger();
  const held = new Map<UserId, number>();
  let began = 0;
  let passing: UserId | null = null;
  const blames: string[] = [];
  let meddledWith = false;
  const watch = createWatch(
    () => world,
    (rule, what) => blames.push(`${rule}: ${what}`),
  );
  const org = createOrg(clock, {
    created: (record) => watch.recordMade(record),
    deleted: (record) => watch.recordDeleted(passing!, record),
  });
  for (const name of ['Acme', 'Beta', 'Gamma']) org.addAccount(name);
  const placeholder = org.addAccount('Placeholder');
  const users = Array.from({ length: setup.mailboxes }, (_, index) => as<UserId>(`005-u${index}`));
  const mailboxes = new Map(
    users.map((userId, index) => [
      userId,
      createMailbox(
        `m${index}`,
        clock,
        {
          created: (item) => watch.itemMade(userId, item),
          changed: (item, before) => watch.itemChanged(item, before),
          deleted: (item) => watch.itemDeleted(userId, item),
          toldGone: (item) => void (ledger.life(item.id).toldGone = true),
        },
        setup,
      ),
    ]),
  );
  const placeholderAccount = setup.policy.unknownCompany === 'Placeholder' ? placeholder.id : null;
  const policy: ContactPolicy = {
    ...setup.policy,
    placeholderAccount,
    ...settled,
  };
  const bridge = createBridge({ clock, org, mailboxes, policy });
  const brokeOff = (userId: UserId) => {
    ledger.brokeOff(userId);
    world.history.lostMemory = world.history.torn = true;
  };
  const world: World = {
    clock,
    policy,
    returnsAsTombstone: setup.returnsAsTombstone,
    accountsLateMs: 0,
    commitsLateMs: 0,
    org,
    users,
    otherUser: as<UserId>('005-other'),
    mailboxes,
    bridge,
    ledger,
    passBegan: () => began,
    isMeddledWith: () => meddledWith,
    async pass(userId, trouble, at, meddle) {
      began = clock.tick();
      passing = userId;
      meddledWith = false;
      watch.passBegins(userId);
      const line: Line = createLine(trouble, at, (inGap) => {
        meddledWith = meddle(inGap);
      });
      try {
        const result = await bridge.pass(userId, line);
        held.set(userId, result.held);
        ledger.wasCompleted(userId);
        if (result.again) {
          if (trouble === 'later' || trouble === 'lostAnswer') brokeOff(userId);
        } else ledger.wasClean(userId, began, clock.tick());
        return true;
      } catch (error) {
        if (!(error instanceof Crash || error instanceof Throttled)) throw error;
        brokeOff(userId);
        return false;
      } finally {
        if (blames.length > 0) throw new Broken(blames.join('; '));
      }
    },
    held: () => [...held.values()].reduce((sum, count) => sum + count, 0),
    history: { lostMemory: false, lostDatabase: false, torn: false },
  };
  return world;
}
