import type { Store } from '../../bridge/src/store/store.ts';

type Part = Exclude<keyof Store, 'close'>;

/** Every call of the store by its place in it: whether it only reads, or may change what the store holds. */
const calls: { readonly [Name in Part]: Readonly<Record<keyof Store[Name], 'reads' | 'changes'>> } = {
  mailboxes: {
    assign: 'changes',
    all: 'reads',
    get: 'reads',
    restore: 'changes',
    countUp: 'changes',
    update: 'changes',
    reset: 'changes',
  },
  claims: { take: 'changes', renew: 'changes', release: 'changes' },
  turns: { take: 'changes', end: 'changes' },
  links: {
    ofMailbox: 'reads',
    held: 'reads',
    countLive: 'reads',
    masters: 'reads',
    load: 'changes',
    ofOthersRecords: 'reads',
  },
  access: { fresh: 'reads', remember: 'changes', forgetOld: 'changes' },
  loose: { ofMailbox: 'reads' },
  records: {
    remember: 'changes',
    markGone: 'changes',
    masters: 'reads',
    get: 'reads',
    ownedBy: 'reads',
    byEmailKeys: 'reads',
    byNameKeys: 'reads',
    byTandemKeys: 'reads',
    allIds: 'reads',
  },
  accounts: { remember: 'changes', byNameKeys: 'reads', choose: 'changes', chosen: 'reads' },
  inbox: {
    report: 'changes',
    reportCompanies: 'changes',
    put: 'changes',
    putAll: 'changes',
    read: 'reads',
    remove: 'changes',
  },
  follows: { remember: 'changes', ofUser: 'reads' },
  matches: { remember: 'changes' },
  events: {
    calendar: 'reads',
    updateCalendar: 'changes',
    remember: 'changes',
    markGone: 'changes',
    get: 'reads',
    allIds: 'reads',
    ownedIn: 'reads',
    byMatchKeys: 'reads',
    byTandemKeys: 'reads',
    dueSeries: 'reads',
    rememberSeries: 'changes',
    mailingWrites: 'reads',
    noteMailing: 'changes',
    attendance: 'reads',
    chosenAttendees: 'reads',
    chooseAttendee: 'changes',
    unmatchedItems: 'reads',
    meetings: 'reads',
    privateCopies: 'reads',
    privateElsewhere: 'reads',
    judgedOtherwise: 'reads',
    havingCopies: 'reads',
    rememberPrivate: 'changes',
  },
  intents: { add: 'changes', ofMailbox: 'reads' },
  issues: { open: 'reads', get: 'reads', ofItems: 'reads' },
  chunks: { remember: 'changes' },
  guard: { deletions: 'reads', announce: 'changes' },
  brakes: { takeFirstSyncWrites: 'changes', tally: 'changes', forgetTally: 'changes' },
  activity: { add: 'changes' },
  readers: { get: 'reads', set: 'changes', begin: 'changes', done: 'changes', lease: 'changes' },
  meta: { get: 'reads', set: 'changes' },
};

/** Whether that call of the store may change what it holds. */
export function isChanging(part: string, name: string): boolean {
  const found = (calls as Readonly<Record<string, Readonly<Record<string, string>>>>)[part]?.[name];
  if (found === undefined) throw new Error(`The store has no call ${part}.${name}.`);
  return found === 'changes';
}
