import { purgeCursors } from '../../emulators/exchange/cursors.ts';
import type { FaultSpecification } from '../../emulators/kernel/faults.ts';
import type { UserId } from '../../bridge/src/domain/ids.ts';
import type { Link } from '../../bridge/src/domain/link.ts';
import { createDatabase } from '../memory-store/database.ts';
import type { Database } from '../memory-store/database.ts';
import type { Counting } from './coverage.ts';
import type { Deed, FaultEffect, Trouble, Turn } from './plan.ts';
import type { Hindrances, Simulation } from './world/simulation.ts';
import type { Service } from './world/wire.ts';

/** The troubles of the turn that runs. */
export interface Troubles extends Hindrances {
  /** A turn begins: its calls and writes are counted from zero. `perform` lets a person act between calls. */
  begin(turn: Turn, perform: (deed: Deed) => void): void;
  /** Nothing goes wrong any more. */
  stop(): void;
}

/** Copies of the database are made at the start of each turn; an old one is that of so many turns ago. */
const backupAge = 2;

export function createTroubles(
  simulation: () => Simulation,
  tell: (line: string) => void,
  counting: Counting,
): Troubles {
  let turn: Turn = { seconds: 0, deeds: [], troubles: [] };
  let calls: Record<Service | 'store', number> = { exchange: 0, salesforce: 0, store: 0 };
  let perform: (deed: Deed) => void = () => undefined;
  const backups: Database[] = [];
  /** How faults that wait for their call are named in the coverage. */
  const names = new Map<string, string>();

  const kernelOf = (service: Service) =>
    service === 'exchange' ? simulation().services.tenant : simulation().services.org.emulator;

  const now = (service: Service | 'store', call: number) =>
    turn.troubles.filter(
      (trouble) =>
        ('service' in trouble ? trouble.service : 'at' in trouble ? trouble.at : null) === service &&
        'call' in trouble &&
        trouble.call === call,
    );

  function crash(trouble: Trouble): void {
    tell(`trouble ${JSON.stringify(trouble)}`);
    counting.count(`trouble ${trouble.kind}`);
    simulation().crash();
  }

  return {
    begin(next, performing) {
      turn = next;
      perform = performing;
      calls = { exchange: 0, salesforce: 0, store: 0 };
      backups.push(structuredClone(simulation().database()));
      for (const trouble of turn.troubles) {
        if ('call' in trouble) continue;
        tell(`trouble ${trouble.kind}`);
        counting.count(`trouble ${trouble.kind}`);
        atOnce[trouble.kind](simulation(), backups);
      }
    },
    stop() {
      for (const service of ['exchange', 'salesforce'] as const) kernelOf(service).kernel.faults.clear();
      turn = { seconds: 0, deeds: [], troubles: [] };
    },
    before(service) {
      const call = (calls[service] += 1) - 1;
      for (const { when, deed } of turn.deeds)
        if ('service' in when && when.service === service && when.call === call) perform(deed);
      const { kernel } = kernelOf(service);
      for (const trouble of now(service, call)) {
        if (trouble.kind === 'fault') {
          tell(`trouble ${JSON.stringify(trouble)}`);
          const id = kernel.faults.add(faultOf(service, trouble.effect, trouble.member));
          names.set(
            id,
            `trouble ${service} ${trouble.effect}${trouble.member === null ? '' : ' of a member'}`,
          );
        }
        if (trouble.kind === 'crash' && trouble.when === 'before') crash(trouble);
        if (trouble.kind === 'paused') {
          tell(`trouble ${JSON.stringify(trouble)}`);
          counting.count('trouble paused');
          simulation().takeOver(simulation().scheduler.now() + trouble.seconds * 1000);
        }
      }
    },
    after(service) {
      const { kernel } = kernelOf(service);
      for (const { id, fired } of names.size > 0 ? kernel.faults.list() : []) {
        if (fired === 0) continue;
        counting.count(names.get(id)!);
        simulation().faulted();
        kernel.faults.remove(id);
      }
      for (const trouble of now(service, calls[service] - 1))
        if (trouble.kind === 'crash' && trouble.when === 'after') crash(trouble);
    },
    fell: (error) => tell(`the process ended: ${String(error)}`),
    beforeWrite() {
      const call = (calls.store += 1) - 1;
      for (const trouble of now('store', call)) crash(trouble);
    },
  };
}

const atOnce: Record<
  Exclude<Trouble, { call: number }>['kind'],
  (simulation: Simulation, backups: readonly Database[]) => void
> = {
  loseDatabase: (simulation) => replace(simulation, createDatabase()),
  oldDatabase: (simulation, backups) =>
    replace(simulation, structuredClone(backups.at(-1 - backupAge) ?? createDatabase())),
  killCursors(simulation) {
    for (const [userId, { record }] of simulation.mailboxes) {
      purgeCursors(record);
      simulation.forget(userId, 'cursor');
    }
  },
  expireSessions(simulation) {
    simulation.services.org.emulator.state().sessions.clear();
    simulation.services.tenant.tenant().tokens.clear();
  },
  expirePages: (simulation) => simulation.services.org.emulator.state().locators.clear(),
};

function replace(simulation: Simulation, database: Database): void {
  const before = simulation.database();
  simulation.crash();
  simulation.useDatabase(database);
  simulation.history.lostDatabase = simulation.history.lostMemory = true;
  for (const userId of simulation.users) {
    const lost = lostOf(linksIn(database, userId), linksIn(before, userId));
    if (lost !== null) simulation.forget(userId, lost);
  }
}

/** What a copy of a database has lost of a mailbox: nothing if passes since found nothing to do, and `values` if they only read some. */
function lostOf(copy: readonly Link[], links: readonly Link[]): 'database' | 'values' | null {
  const pairs = (all: readonly Link[]) =>
    JSON.stringify(all.map((link) => ({ ...link, exchangePrints: null, salesforcePrints: null })));
  if (copy.length === 0 || pairs(copy) !== pairs(links)) return 'database';
  if (JSON.stringify(copy) === JSON.stringify(links)) return null;
  const holds = (all: Link['exchangePrints'], some: Link['exchangePrints']) =>
    Object.entries(some).every(([field, print]) => all[field] === print);
  const knowsLess = copy.every(({ exchangePrints, salesforcePrints }, place) => {
    const link = links[place]!;
    return holds(link.exchangePrints, exchangePrints) && holds(link.salesforcePrints, salesforcePrints);
  });
  return knowsLess ? 'values' : 'database';
}

/** What a database remembers of the pairs of a mailbox. */
function linksIn({ mailboxes }: Database, userId: UserId): readonly Link[] {
  return [...(mailboxes.get(userId)?.rows.Contact.links.values() ?? [])];
}

function faultOf(service: Service, effect: FaultEffect, member: number | null): FaultSpecification {
  return {
    match: { member: member !== null },
    skip: member ?? 0,
    times: 1,
    effect: effectOf(service, effect),
  };
}

function effectOf(service: Service, effect: FaultEffect): FaultSpecification['effect'] {
  switch (effect) {
    case 'unavailable':
      return status(service, 503, 'SERVER_UNAVAILABLE', 'serviceNotAvailable');
    case 'throttled':
      return service === 'exchange'
        ? {
            ...status(service, 429, '', 'ApplicationThrottled'),
            headers: { 'Retry-After': '7' },
          }
        : status(service, 403, 'REQUEST_LIMIT_EXCEEDED', '');
    case 'rowLocked':
      return service === 'exchange'
        ? status(service, 409, '', 'ErrorIrresolvableConflict')
        : status(service, 400, 'UNABLE_TO_LOCK_ROW', '');
    default:
      return { kind: effect };
  }
}

function status(service: Service, code: number, orgCode: string, graphCode: string) {
  return {
    kind: 'status' as const,
    status: code,
    body:
      service === 'exchange'
        ? { error: { code: graphCode, message: 'simulated' } }
        : [{ errorCode: orgCode, message: 'simulated' }],
  };
}
