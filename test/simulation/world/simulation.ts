import type { UserId } from '../../../bridge/src/domain/ids.ts';
import { as } from '../../../bridge/src/domain/ids.ts';
import type { ContactPolicy } from '../../../bridge/src/domain/policy.ts';
import type { WireAnswer, WireRequest } from '../../../emulators/kernel/wire.ts';
import type { Store } from '../../../bridge/src/store/store.ts';
import type { Database } from '../../memory-store/database.ts';
import { createDatabase } from '../../memory-store/database.ts';
import { memoryStore } from '../../memory-store/memory-store.ts';
import type { Forgotten } from '../../programs/oracle/ledger.ts';
import { createLedger } from '../../programs/oracle/ledger.ts';
import { createRevivals } from '../../programs/oracle/revivals.ts';
import { createWatch, eventLinks } from '../../programs/oracle/watch.ts';
import type { OrgRecord } from '../../programs/world/org.ts';
import type { Seen } from '../../programs/world/seen.ts';
import { settled } from '../../programs/world/world.ts';
import type { BridgeWatch } from '../bridge/bridge.ts';
import { polls, startBridge } from '../bridge/bridge.ts';
import { slowStore } from '../bridge/slow-store.ts';
import { cellsOf } from '../cells.ts';
import type { Counting } from '../coverage.ts';
import { hasIssue, issues } from '../../programs/oracle/issues.ts';
import type { EndOfEvents } from '../events/end-of-events.ts';
import { eventOrg } from '../events/org.ts';
import { createEventPasses } from '../events/passes.ts';
import { strictestCopies } from '../events/strictest.ts';
import { createEventWatch } from '../events/watch.ts';
import type { EventWorld } from '../events/world.ts';
import { createEventWorld } from '../events/world.ts';
import type { Chance } from '../machine/chance.ts';
import type { Scheduler } from '../machine/scheduler.ts';
import type { Setup } from '../plan.ts';
import { deleterOf, heldDeletions, linkedTo } from './deletions.ts';
import { createGap } from './gap.ts';
import type { Services } from './services.ts';
import { setUpServices } from './services.ts';
import type { SimulatedOrg } from './org.ts';
import { seeOrg } from './org.ts';
import { createContactPasses } from './passes.ts';
import type { SimulatedMailbox } from './tenant.ts';
import { seeMailbox } from './tenant.ts';
import type { Service, Wire } from './wire.ts';

/** What meets the calls and the writes of state. */
export interface Hindrances {
  /** Before a call is carried out; makes faults ready. */
  before(service: Service, request: WireRequest): void;
  /** After it was carried out. */
  after(service: Service): void;
  beforeWrite(): void;
  /** A process ended by itself. */
  fell(error: unknown): void;
}

/** A running simulation: both services, the bridge between them, and what is seen of it. */
export interface Simulation extends Seen {
  readonly services: Services;
  readonly scheduler: Scheduler;
  readonly org: SimulatedOrg;
  readonly mailboxes: ReadonlyMap<UserId, SimulatedMailbox>;
  /** Null where no events sync. */
  readonly events: { readonly world: EventWorld; readonly end: () => EndOfEvents } | null;
  /** Rules that the bridge broke as it acted. */
  readonly blames: string[];
  /** How often the bridge made, changed or deleted contacts and events on either side. */
  writes(): number;
  /** A fault was met: passes that run may not know what became of their calls. */
  faulted(): void;
  /** A person acts now. */
  acts(): void;
  /** Passes that run now. */
  passes(): number;
  database(): Database;
  /** Another database from now on; the bridge has to be started anew. */
  useDatabase(database: Database): void;
  /** The bridge process that works now. */
  process(): object | null;
  start(): void;
  /** The bridge has lost what it remembered of the mailbox; it knows no more until the end of a pass that begins now. */
  forget(userId: UserId, what: Forgotten): void;
  /** The process dies: what it waits for never comes. */
  crash(restartAfterMs?: number): void;
  /** It stands still until then, while another one starts; later it goes on for a while. */
  takeOver(until: number): void;
}

/** Around the org's whole seconds and its clock. */
const knownLateMs = 1_500;
/** Accounts are read every ten minutes, at the next read of the org. */
const accountsLateMs = 600_000 + polls.salesforceSeconds * 1000;
const restartMs = 5_000;
/** So long works a process that was paused beside the one that was started in its place. */
const goesOnMs = 40_000;

export function createSimulation(
  setup: Setup,
  scheduler: Scheduler,
  chance: Chance,
  hindrances: Hindrances,
  counting: Counting,
  tell: (line: string) => void,
): Simulation {
  const services = setUpServices(setup);
  const { tenant, org: orgService } = services;
  const users = services.users.map((id) => as<UserId>(id));
  const ledger = createLedger();
  const blames: string[] = [];
  const history = { lostMemory: false, lostDatabase: false, torn: false };
  let judged: UserId | null = null;
  /** When a person acted last. */
  let actedAt = -Infinity;
  /** When the bridge last wrote something of each mailbox. */
  const wroteAt = new Map<UserId, number>();
  let writes = 0;
  /** How many contacts of either side the bridge has deleted. */
  let deletions = 0;
  /** Mailboxes for which the call that was just carried out wrote something. */
  const written = new Set<UserId>();
  let database = createDatabase();
  let process: object | null = null;
  let processes = 0;
  let crashes = 0;
  const living = new Set<string>();
  /** Processes that were paused. */
  const others = new Set<object>();

  const blame = (rule: string, what: string) => void blames.push(`${rule}: ${what}`);
  const watch = createWatch(() => simulation, blame);
  const passes = createContactPasses({
    ledger,
    counting,
    now: () => scheduler.now(),
    lateMs: knownLateMs,
    cells: (userId) => cellsOf(simulation, userId),
    onBegin: (userId) => watch.passBegins(userId),
    onBreakOff: () => (history.lostMemory = history.torn = true),
  });
  const judge = (userId: UserId, act: () => void) => {
    writes += 1;
    written.add(userId);
    wroteAt.set(userId, scheduler.now());
    judged = userId;
    act();
    judged = null;
  };
  const gap = createGap(ledger);
  const org = seeOrg(
    orgService.emulator,
    {
      created: (record) => judge(makerOf(record), () => watch.recordMade(record)),
      changed: (record, before, peopleChangedIt) => {
        writes += 1;
        if (peopleChangedIt > gap.openedAt(record.id)) {
          gap.excuse(before);
          counting.count('a record changed between the last look at its stamp and the update');
        }
        for (const userId of linkedTo(simulation, record)) {
          written.add(userId);
          wroteAt.set(userId, scheduler.now());
        }
      },
      deleted: (record) => {
        deletions += 1;
        const userId = deleterOf(simulation, record, (one) => passes.runs(one));
        judge(userId, () => watch.recordDeleted(userId, record));
      },
    },
    () => (chance.percent(30) ? setup.lateBy : 0),
    tell,
  );
  const mailboxes = new Map(
    users.map((userId) => {
      const email = String(orgService.emulator.state().org.row(userId)!['Username']);
      const mailbox = seeMailbox(
        tenant,
        tenant.tenant().mailbox(email)!,
        {
          created: (item) => judge(userId, () => watch.itemMade(userId, item)),
          changed: (item, before) => judge(userId, () => watch.itemChanged(item, before)),
          deleted: (item) => {
            deletions += 1;
            judge(userId, () => watch.itemDeleted(userId, item));
          },
          // What a round told is not seen here.
          toldGone: () => undefined,
        },
        tell,
      );
      return [userId, mailbox] as const;
    }),
  );

  const eventWorld =
    setup.events &&
    createEventWorld({
      setup: setup.events,
      users,
      tenant,
      org: eventOrg(orgService.emulator, () => (chance.percent(30) ? setup.lateBy : 0)),
      mailbox: (userId) => mailboxes.get(userId)!.record,
      links: (userId) => eventLinks(simulation, userId),
    });
  const eventWatch =
    eventWorld &&
    createEventWatch(
      eventWorld,
      {
        hasForgotten: () => history.lostMemory || history.torn,
        lookedAt: (recordId) => gap.openedAt(recordId),
        isWithheld: (id) => hasIssue(simulation, null, { id }, ['TDM-E-WOULD-MAIL', 'TDM-E-MAIL-HELD']),
      },
      blame,
      tell,
    );
  /** How many writes of events both services have counted. */
  const eventWrites = () => {
    if (!eventWorld) return 0;
    const counted = [tenant.kernel, orgService.emulator.kernel].map(({ log }) => log.counters().writes);
    return counted.reduce((sum, { created, updated, deleted }) => sum + created + updated + deleted, 0);
  };
  let daysPassed = false;
  let mailsRead = 0;
  function readMails(): void {
    for (const mail of tenant.tenant().mail.read(mailsRead)) {
      mailsRead = mail.n;
      if (mail.by === 'api') eventWatch?.mailed(mail);
    }
  }

  function makerOf({ key }: OrgRecord): UserId {
    const entra = key?.split('|')[0];
    return [...mailboxes].find(([, { exchangeUserId }]) => exchangeUserId === entra)?.[0] ?? users[0]!;
  }

  function look(by: 'person' | 'bridge'): void {
    org.look(by);
    for (const mailbox of mailboxes.values()) mailbox.look(by);
    eventWatch?.look(by);
    if (eventWatch) readMails();
  }

  const wire: Wire = {
    scheduler,
    chance,
    async serve(service, request): Promise<WireAnswer> {
      hindrances.before(service, request);
      if (service === 'salesforce') gap.listen(request);
      // What became visible meanwhile is nobody's act but people's.
      look('person');
      written.clear();
      const answer = await (service === 'exchange'
        ? tenant.kernel.perform(request, tenant.service)
        : orgService.emulator.kernel.perform(request, orgService.service));
      look('bridge');
      if (service === 'exchange') for (const id of goneIn(answer.body)) ledger.life(id).toldGone = true;
      if (service === 'salesforce') revivals.check();
      hindrances.after(service);
      passes.wrote(written);
      written.clear();
      return answer;
    },
  };

  const eventPasses =
    eventWorld &&
    createEventPasses(eventWorld.ledger, {
      now: () => scheduler.now(),
      lateMs: knownLateMs + setup.lateBy * 1000,
      brokeOff(of) {
        // One that was paused comes in vain where its successor has been, and nothing is forgotten by that.
        if (!others.has(of)) history.lostMemory = history.torn = true;
      },
    });

  function end(of: object): void {
    eventPasses?.stopped(of);
    scheduler.drop(of);
    living.delete((of as { holder: string }).holder);
    others.delete(of);
  }

  function watchOf(mine: () => object | null): BridgeWatch {
    const present = () => mine() === process;
    let readAt = -Infinity;
    /** One that was paused works on for a while. */
    const works = (of: object | null): of is object => of !== null && (present() || others.has(of));
    return {
      readOrg: (at) => {
        readAt = at;
        if (present()) passes.readOrg(at);
      },
      began: (userId, kind) => {
        if (kind === 'Event') {
          const of = mine();
          if (works(of)) eventPasses?.began(userId, of, readAt);
          return;
        }
        if (present()) passes.began(userId);
      },
      synced: (userId, kind) => {
        if (kind === 'Event') {
          eventPasses?.synced(userId, mine());
          return;
        }
        if (present()) passes.synced(userId);
      },
      ended: (userId, kind, end) => {
        if (kind === 'Event') {
          eventPasses?.ended(userId, mine(), end === 'done');
          return;
        }
        if (present()) passes.ended(userId, end === 'done');
        else if (end === 'done') ledger.wasRemembered(userId);
      },
      fell: (error) => {
        if (!present()) return;
        hindrances.fell(error);
        simulation.crash();
      },
    };
  }

  function endOfEvents(world: EventWorld): EndOfEvents {
    return {
      world,
      watch: eventWatch!,
      issues: issues(simulation),
      isPrivate: strictestCopies(world),
      hasForgotten: history.lostMemory || history.torn,
      held: simulation.held(),
      daysPassed,
    };
  }

  const simulation: Simulation = {
    services,
    scheduler,
    clock: { now: () => scheduler.now() },
    policy: policyOf(setup, services.placeholder),
    accountsLateMs,
    commitsLateMs: setup.lateBy * 1000,
    returnsAsTombstone: setup.exchange.quirks.movedBackIsLost === true,
    users,
    otherUser: as<UserId>(services.otherUser),
    ledger,
    org,
    mailboxes,
    history,
    blames,
    acts() {
      actedAt = scheduler.now();
      // People see what has become visible.
      look('person');
    },
    passes: () => passes.count(),
    events: eventWorld && eventWatch ? { world: eventWorld, end: () => endOfEvents(eventWorld) } : null,
    writes: () => writes + eventWrites(),
    faulted: () => passes.faulted(),
    isMeddledWith: () => {
      const knows = simulation.passBegan();
      return actedAt >= knows || [...wroteAt].some(([userId, at]) => userId !== judged && at >= knows);
    },
    passBegan: (userId = judged ?? undefined) => passes.knows(userId) - knownLateMs - setup.lateBy * 1000,
    held: () => {
      const made = deletions + (eventWatch?.deletions() ?? 0);
      return heldDeletions(database, made, ({ exchangeId }) =>
        issues(simulation).some((row) => row.Status__c === 'Open' && row.Exchange_Id__c === exchangeId),
      );
    },
    database: () => database,
    useDatabase(other) {
      for (const process of others) end(process);
      database = other;
      for (const userId of users) eventWorld?.ledger.forgot(userId, scheduler.now());
    },
    process: () => process,
    forget(userId, what) {
      passes.forget(userId, what);
      history.lostMemory = true;
    },
    start() {
      const holder = `bridge-${(processes += 1)}`;
      living.add(holder);
      const whole = memoryStore(database, {
        now: () => scheduler.now(),
        lives: (name) => living.has(name),
        enter: () => undefined,
        leave: () => undefined,
      });
      const store: Store = {
        ...whole,
        mailboxes: {
          ...whole.mailboxes,
          reset(userId, kind, ...rest) {
            if (kind === 'Contact') simulation.forget(userId, 'database');
            else {
              eventWorld?.ledger.forgot(userId, scheduler.now());
              history.lostMemory = true;
            }
            return whole.mailboxes.reset(userId, kind, ...rest);
          },
        },
      };
      let mine: object | null = null;
      mine = process = startBridge(
        holder,
        slowStore(store, scheduler, chance, () => hindrances.beforeWrite()),
        wire,
        watchOf(() => mine),
      );
    },
    crash(restartAfterMs = restartMs) {
      const isLong = restartAfterMs > restartMs;
      if (isLong) daysPassed = true;
      if (process === null && !isLong) return;
      if (process !== null) end(process);
      process = null;
      passes.stopped(written);
      const mine = (crashes += 1);
      scheduler.schedule(restartAfterMs, {
        process: null,
        label: 'restart',
        run() {
          // One that was to come sooner does not, when days pass meanwhile.
          if (mine === crashes) simulation.start();
        },
      });
    },
    takeOver(until) {
      if (process === null) return;
      const paused = process;
      eventPasses?.stopped(paused);
      scheduler.freeze(paused, until);
      others.add(paused);
      process = null;
      passes.stopped(written);
      scheduler.schedule(until - scheduler.now() + goesOnMs, {
        process: null,
        label: 'the process that was paused ends',
        run: () => end(paused),
      });
      simulation.start();
    },
  };
  const revivals = createRevivals(simulation, blame);
  look('person');
  return simulation;
}

/** Ids that a round of changes tells to be gone. */
function goneIn(body: unknown): readonly string[] {
  const { value } = (body ?? {}) as { value?: unknown };
  if (!Array.isArray(value)) return [];
  return (value as { id: string; '@removed'?: unknown }[]).flatMap((item) =>
    item['@removed'] === undefined ? [] : [item.id],
  );
}

function policyOf(setup: Setup, placeholder: string): ContactPolicy {
  const placeholderAccount = setup.policy.unknownCompany === 'Placeholder' ? as<never>(placeholder) : null;
  return { ...setup.policy, ...settled, placeholderAccount };
}
