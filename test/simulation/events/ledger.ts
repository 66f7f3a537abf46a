/** What people type in an event. */
export type EventField = 'subject' | 'place' | 'text';

/** A value that a person typed. */
export interface EventEntry {
  /** The event or record in which it was typed first. */
  readonly id: string;
  readonly field: EventField;
  /** No other value has this word in it. */
  readonly token: string;
  /** A person typed over it or emptied the field, wherever they saw it. */
  overwritten: boolean;
}

interface EventLife {
  /** When people changed what syncs of it last; -1 for never. */
  edited: number;
  /** When people last changed what attendees see of it: subject, time or place. */
  moved: number;
  /** The start that people last gave a record; -1 for none. */
  placed: number;
  /** When a person put it back that was gone. */
  putBack: number;
  /** When a person deleted it. */
  ended: number;
}

/** What people did with events, kept by nobody but the simulation. */
export interface EventLedger {
  readonly entries: readonly EventEntry[];
  /** A word that nobody has typed. */
  fresh(field: EventField): string;
  typed(id: string, field: EventField, before: string, after: string, moment: number): void;
  /** Nobody misses these words. */
  forgive(text: string): void;
  edited(id: string, moment: number, isSeen: boolean): void;
  life(id: string): EventLife;
  /** Of a series' date also what people did with the whole series. */
  editedAt(id: string): number;
  /** How many items of an event or series people took away, one by one or at once, by mailbox and id. */
  dropped(userId: string, id: string, count: number): void;
  drops(userId: string, id: string): number;
  /** A person related somebody to a record, or took the relation away. */
  relates(recordId: string, relatedId: string, isThere: boolean): void;
  /** Whether a person did so; without `relatedId` with anybody. */
  isRelatedByPeople(recordId: string, relatedId?: string): boolean;
  /** Whether a person took the relation away, and nobody was invited anew since. */
  isTakenAway(recordId: string, relatedId: string): boolean;
  /** People may be invited anew from now on, and then are related again. */
  invitesAnew(): void;
  /** It knows what people did in Salesforce until then, and what they did in Outlook until now. */
  passBegan(userId: string, knows: number, moment: number): void;
  passEnded(userId: string, clean: boolean, moment: number): void;
  /** The bridge forgot what it remembered of the mailbox: after a reset, or with its database. */
  forgot(userId: string, moment: number): void;
  /** When that was last; -1 for never. */
  forgotAt(userId: string): number;
  /** Until when the pass that runs can have seen what people did; Infinity without one. */
  knows(userId: string): number;
  /** Since when what people do was not carried over by a clean pass that was over before this moment; -1 for ever. */
  cleanBefore(userId: string, moment: number): number;
  /** The same of what they do in Outlook, where nothing is committed late. */
  readBefore(userId: string, moment: number): number;
  /** Whether a pass ran at that moment that came to its end. */
  wasInCleanPass(userId: string, moment: number): boolean;
}

/** The words of people in a text. */
export function tokensIn(text: string): readonly string[] {
  return text.match(/\b[spt]\d+q\b/g) ?? [];
}

const letters = { subject: 's', place: 'p', text: 't' } as const;

export function createEventLedger(): EventLedger {
  const entries: EventEntry[] = [];
  const lives = new Map<string, EventLife>();
  const drops = new Map<string, number>();
  const running = new Map<string, { knows: number; began: number }>();
  const forgotten = new Map<string, number>();
  const clean = new Map<string, { knows: number; began: number; ended: number }[]>();
  const cleanPassBefore = (userId: string, moment: number) =>
    (clean.get(userId) ?? []).findLast(({ ended }) => ended < moment);
  const related = new Map<string, Set<string>>();
  const takenAway = new Set<string>();
  let count = 0;
  const life = (id: string) => {
    const found = lives.get(id) ?? { edited: -1, moved: -1, placed: -1, putBack: -1, ended: -1 };
    lives.set(id, found);
    return found;
  };
  return {
    entries,
    fresh: (field) => `${letters[field]}${(count += 1)}q`,
    typed(id, field, before, after, moment) {
      // Who empties an empty field saves it anew, and changes nothing.
      if (before === after) return;
      life(id).edited = moment;
      if (field !== 'text') life(id).moved = moment;
      const gone = new Set(tokensIn(before));
      for (const token of tokensIn(after)) gone.delete(token);
      for (const entry of entries)
        if (entry.field === field && gone.has(entry.token)) entry.overwritten = true;
      for (const token of tokensIn(after))
        if (!entries.some((entry) => entry.token === token))
          entries.push({ id, field, token, overwritten: false });
    },
    forgive(text) {
      const tokens = tokensIn(text);
      for (const entry of entries) if (tokens.includes(entry.token)) entry.overwritten = true;
    },
    edited(id, moment, isSeen) {
      life(id).edited = moment;
      if (isSeen) life(id).moved = moment;
    },
    life,
    editedAt: (id) => Math.max(life(id).edited, life(seriesIdOf(id)).edited),
    dropped: (userId, id, more) =>
      void drops.set(`${userId} ${id}`, (drops.get(`${userId} ${id}`) ?? 0) + more),
    drops: (userId, id) => drops.get(`${userId} ${id}`) ?? 0,
    relates(recordId, relatedId, isThere) {
      related.set(recordId, (related.get(recordId) ?? new Set()).add(relatedId));
      if (isThere) takenAway.delete(`${recordId} ${relatedId}`);
      else takenAway.add(`${recordId} ${relatedId}`);
    },
    isRelatedByPeople(recordId, relatedId) {
      const some = related.get(recordId);
      return some !== undefined && (relatedId === undefined || some.has(relatedId));
    },
    isTakenAway: (recordId, relatedId) => takenAway.has(`${recordId} ${relatedId}`),
    invitesAnew: () => takenAway.clear(),
    passBegan: (userId, knows, began) => void running.set(userId, { knows, began }),
    passEnded(userId, isClean, ended) {
      const pass = running.get(userId);
      running.delete(userId);
      if (isClean && pass) clean.set(userId, [...(clean.get(userId) ?? []), { ...pass, ended }]);
    },
    forgot: (userId, moment) => void forgotten.set(userId, moment),
    forgotAt: (userId) => forgotten.get(userId) ?? -1,
    knows: (userId) => running.get(userId)?.knows ?? Infinity,
    cleanBefore: (userId, moment) => cleanPassBefore(userId, moment)?.knows ?? -1,
    readBefore: (userId, moment) => cleanPassBefore(userId, moment)?.began ?? -1,
    wasInCleanPass: (userId, moment) =>
      (clean.get(userId) ?? []).some(({ began, ended }) => began <= moment && moment <= ended),
  };
}

/** The event that an item belongs to: `<series>/<date>` is a date of it. */
export function seriesIdOf(id: string): string {
  return id.replace(/\/\d{4}-\d{2}-\d{2}$/, '');
}
