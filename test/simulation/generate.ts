import type { Act } from '../programs/people.ts';
import { kindsByHabit } from '../programs/people.ts';
import type { EventAct } from './events/acts.ts';
import { eventKindsByHabit } from './events/acts.ts';
import { attendanceKindsByHabit } from './events/attendance-acts.ts';
import { generateEventSetup, generateRarePolicies } from './events/setup.ts';
import type { Chance } from './machine/chance.ts';
import { createChance } from './machine/chance.ts';
import type { Deed, Plan, Setup, TimedDeed, Trouble, Turn, When } from './plan.ts';
import { faultEffects, otherDeeds } from './plan.ts';
import type { Service } from './world/wire.ts';

/** What the runs of a search are about; every fifth of those about events is about contacts too, and those about attendees are about events. */
export type About = 'contacts' | 'events' | 'attendees';

/** The plan of run number `number` of a seed. */
export function generate(seed: string, number: number, about: About = 'contacts'): Plan {
  const name = `${seed}/${number}`;
  if (about !== 'contacts') return generateCalendars(name, about === 'attendees');
  const chance = createChance(`plan ${name}`);
  const setup = generateSetup(chance);
  const turns = Array.from({ length: 2 + chance.below(5) }, () => emptyTurn(chance));
  const deeds = 30 + (chance.percent(15) ? chance.below(170) : chance.below(40));
  for (let count = 0; count < deeds; count += 1) chance.one(turns).deeds.push(generateDeed(chance));
  // At first there is something to meet on both sides.
  for (let count = 2 + chance.below(8); count > 0; count -= 1)
    turns[0]!.deeds.push({
      when: { second: 0 },
      deed: act(chance, chance.one(['createItem', 'createRecord'])),
    });
  if (!chance.percent(20)) addTroubles(chance, turns);
  return { seed: name, setup, turns };
}

/** A small run, since a series alone is many events. */
function generateCalendars(name: string, withAttendees: boolean): Plan {
  const chance = createChance(`calendars ${name}`);
  const withContacts = chance.percent(20);
  const setup = generateSetup(chance);
  const turns = Array.from({ length: 2 + chance.below(4) }, () => emptyTurn(chance));
  for (const turn of turns.slice(1))
    if (chance.percent(25)) turn.days = 1 + (chance.percent(20) ? chance.below(40) : chance.below(8));
  for (let count = 8 + chance.below(30); count > 0; count -= 1)
    chance.one(turns).deeds.push(generateEventDeed(chance));
  for (let count = 2 + chance.below(5); count > 0; count -= 1)
    turns[0]!.deeds.push({
      when: { second: 0 },
      deed: eventAct(chance, chance.one(['createEvent', 'createSeries', 'createMeeting', 'createRow'])),
    });
  if (withContacts)
    for (let count = 10 + chance.below(20); count > 0; count -= 1)
      chance.one(turns).deeds.push(generateDeed(chance));
  if (!chance.percent(20)) addTroubles(chance, turns);
  const usual = generateEventSetup(chance);
  // Chosen apart, so that these deeds change nothing of what else happens in a run.
  const others = createChance(`attendees ${name}`);
  const isAboutAttendees = withAttendees && others.percent(40);
  if (isAboutAttendees)
    for (let count = 4 + others.below(16); count > 0; count -= 1)
      others.one(turns).deeds.push({
        when: generateWhen(others),
        deed: { ...eventAct(others, 'createMeeting'), kind: others.one(attendanceKindsByHabit) },
      });
  const events = { ...usual, ...(withAttendees && { attendees: true, ...generateRarePolicies(others) }) };
  return {
    seed: name,
    setup: {
      ...setup,
      policy: { ...setup.policy, ...(!withContacts && { direction: 'Off' }) },
      // Contacts that sync would be edited, and be no guest any more.
      events: { ...events, ...(isAboutAttendees && !withContacts && { guests: true }) },
      exchange: { ...setup.exchange, quirks: { ...setup.exchange.quirks, ...calendarQuirks(chance) } },
    },
    turns,
  };
}

/** How Exchange treats events, as far as that is unproven. */
function calendarQuirks(chance: Chance): Partial<Setup['exchange']['quirks']> {
  return {
    changeKeyDriftOnEvents: chance.percent(80),
    exceptionsDroppedBy: chance.one(['pattern', 'patternOrTime', 'nothing']),
    equalPatchMails: chance.percent(80),
    viewDeltaMastersMissing: chance.percent(30),
    viewDeltaWholeSeries: chance.percent(70),
    secondEventDelete: chance.one(['invalidRequest', 'notFound']),
  };
}

function eventAct(chance: Chance, kind: EventAct['kind']): EventAct {
  const number = () => chance.below(1000);
  return { kind, who: number(), target: number(), field: number(), value: number() };
}

function generateEventDeed(chance: Chance): TimedDeed {
  const deed: Deed = chance.percent(4)
    ? { kind: chance.one([...otherDeeds, 'resetEvents'] as const), who: chance.below(1000) }
    : eventAct(chance, chance.one(eventKindsByHabit));
  return { when: generateWhen(chance), deed };
}

interface GrowingTurn extends Turn {
  days?: number;
  readonly deeds: TimedDeed[];
  readonly troubles: Trouble[];
}

/** About as long as an interval of the bridge: what passes in which nothing happened cost finds nothing. */
function emptyTurn(chance: Chance): GrowingTurn {
  return { seconds: 60 + chance.below(340), deeds: [], troubles: [] };
}

function generateSetup(chance: Chance): Setup {
  const often = <Value>(usual: Value, others: readonly Value[]): Value =>
    chance.percent(60) ? usual : chance.one(others);
  return {
    mailboxes: often(2, [1, 3, 4]),
    chief: chance.percent(30),
    policy: {
      direction: often('Both', ['ExchangeToSalesforce', 'SalesforceToExchange']),
      unknownCompany: chance.one(['Leave', 'Placeholder', 'Create']),
      match: chance.one(['MostRecentActivity', 'LastModified', 'Oldest']),
      deletesToSalesforce: chance.one(['Keep', 'Delete']),
      deletesToExchange: chance.one(['Keep', 'Delete']),
      conflictWinner: chance.one(['Salesforce', 'Exchange', 'Latest']),
    },
    exchange: {
      quirks: {
        changeKeyDrift: chance.percent(20),
        deltaEmptyFirstPage: chance.percent(20),
        deltaReplays: chance.percent(20),
        movedBackIsLost: chance.percent(15),
        deletedItemsVisible: chance.percent(10),
        retryAfter: often('integer', ['fractional', 'absent', 'cycle']),
        batchShuffled: chance.percent(80),
        ifMatchOnContacts: true,
      },
      limits: {
        deltaPageMax: often(100, [1, 2, 3, 5]),
        tokenSeconds: often(3599, [400, 700]),
        cursorGenerations: often(3, [1, 2]),
      },
    },
    salesforce: {
      quirks: {
        lineEnds: often('keep', ['crlf', 'lf']),
        queryOrder: often('insertion', ['reversed']),
        badCollectionItem: often('item', ['request']),
        sessionSeconds: often(7200, [400]),
      },
      // Small pages make many calls and few differences.
      limits: { queryPageSize: chance.percent(85) ? 2000 : chance.one([1, 2, 5]) },
    },
    lateBy: often(0, [20, 100, 400]),
    skew: { exchange: often(0, [-40, 40]), salesforce: often(0, [-40, 40]) },
  };
}

function act(chance: Chance, kind: Act['kind']): Act {
  const number = () => chance.below(1000);
  return { kind, who: number(), target: number(), field: number(), value: number() };
}

function generateDeed(chance: Chance): TimedDeed {
  const deed: Deed = chance.percent(4)
    ? { kind: chance.one(otherDeeds), who: chance.below(1000) }
    : act(chance, chance.one(kindsByHabit));
  return { when: generateWhen(chance), deed };
}

/** A third of the deeds fall between two calls of the bridge. */
function generateWhen(chance: Chance): When {
  if (chance.percent(67)) return { second: chance.below(60) + (chance.percent(40) ? chance.below(300) : 0) };
  return { service: service(chance), call: chance.below(20) };
}

function service(chance: Chance): Service {
  return chance.one(['exchange', 'salesforce']);
}

function addTroubles(chance: Chance, turns: readonly GrowingTurn[]): void {
  const add = (trouble: Trouble) => chance.one(turns).troubles.push(trouble);
  const faults = chance.percent(50) ? chance.below(6) : chance.below(30);
  for (let count = 0; count < faults; count += 1)
    add({
      kind: 'fault',
      service: service(chance),
      call: chance.below(30),
      effect: chance.one(faultEffects),
      member: chance.percent(50) ? chance.below(6) : null,
    });
  const crashes = chance.below(7);
  for (let count = 0; count < crashes; count += 1)
    add({
      kind: 'crash',
      at: chance.one(['exchange', 'salesforce', 'store']),
      call: chance.below(30),
      when: chance.one(['before', 'after']),
    });
  if (chance.percent(15))
    add({ kind: 'paused', at: service(chance), call: chance.below(30), seconds: 1 + chance.below(60) });
  if (chance.percent(10)) add({ kind: 'loseDatabase' });
  if (chance.percent(8)) add({ kind: 'oldDatabase' });
  if (chance.percent(15)) add({ kind: 'killCursors' });
  if (chance.percent(15)) add({ kind: 'expireSessions' });
  if (chance.percent(10)) add({ kind: 'expirePages' });
}
