import type { ExchangeId, ExchangeUserId, FolderId } from '../../../bridge/src/domain/ids.ts';
import { as } from '../../../bridge/src/domain/ids.ts';
import type { ExchangeContact } from '../../../bridge/src/domain/item.ts';
import type { Outcome } from '../../../bridge/src/domain/refusal.ts';
import type { ExchangeMailbox } from '../../../bridge/src/exchange/exchange.ts';
import type { Clock } from './clock.ts';
import { instant } from './clock.ts';
import type { Properties } from './fields.ts';
import { named } from './fields.ts';
import type { Line } from './line.ts';
import { answer } from './line.ts';

export type Actor = 'person' | 'bridge';

/** A contact in a mailbox, wherever it lies. */
export interface Item {
  readonly id: ExchangeId;
  readonly madeBy: Actor;
  readonly madeAt: number;
  place: 'folder' | 'elsewhere' | 'deleted';
  properties: Properties;
  marker: string | null;
  version: number;
  modified: number;
  /** Moments of the change log. */
  changedAt: number;
  leftAt: number;
  returnedAt: number;
  deletedBy: Actor | null;
}

/** What the oracle hears of the bridge's acts. */
export interface ItemWitness {
  created(item: Item): void;
  changed(item: Item, before: Properties): void;
  deleted(item: Item): void;
  /** A round of changes told that it is gone. */
  toldGone(item: Item): void;
}

export interface FakeMailbox {
  readonly exchangeUserId: ExchangeUserId;
  readonly folder: FolderId;
  readonly items: Map<ExchangeId, Item>;
  /** Cursors of before are refused. */
  killCursors(): void;
  add(properties: Properties, marker: string | null, by: Actor): Item;
  /** A copy beside it, made by a person, with its marker. */
  copy(item: Item): void;
  change(item: Item, properties: Properties): void;
  move(item: Item, place: Item['place'], by: Actor): void;
  /** Writes to items, by the bridge. */
  writes(): number;
  reads(): readonly string[];
  seam(line: Line): ExchangeMailbox;
}

/** One mailbox of Exchange Online in memory. `returnsAsTombstone`: an item that left and came back is only told as gone. */
export function createMailbox(
  name: string,
  clock: Clock,
  witness: ItemWitness,
  quirks: { readonly returnsAsTombstone: boolean },
): FakeMailbox {
  const items = new Map<ExchangeId, Item>();
  const folder = as<FolderId>(`folder-${name}`);
  let generation = 0;
  let writes = 0;
  let reads: string[] = [];

  const inFolder = () => [...items.values()].filter((item) => item.place === 'folder');
  const shown = (item: Item): ExchangeContact => ({
    id: item.id,
    etag: `W/${item.version}`,
    parentFolderId: item.place === 'folder' ? folder : `other-${name}`,
    modified: instant(item.modified),
    properties: item.properties,
  });
  const touch = (item: Item) => {
    item.version += 1;
    item.modified = item.changedAt = clock.tick();
  };

  const mailbox: FakeMailbox = {
    exchangeUserId: as<ExchangeUserId>(`entra-${name}`),
    folder,
    items,
    killCursors: () => (generation += 1),
    add(properties, marker, by) {
      const moment = clock.tick();
      const item: Item = {
        id: as<ExchangeId>(`${name}-item${items.size}`),
        madeBy: by,
        madeAt: moment,
        place: 'folder',
        properties: 'displayName' in properties ? properties : named(properties, {}),
        marker,
        version: 1,
        modified: moment,
        changedAt: moment,
        leftAt: -1,
        returnedAt: -1,
        deletedBy: null,
      };
      items.set(item.id, item);
      return item;
    },
    copy: ({ properties, marker }) => void mailbox.add(properties, marker, 'person'),
    change(item, properties) {
      item.properties = properties;
      touch(item);
    },
    move(item, place, by) {
      const from = item.place;
      item.place = place;
      item.deletedBy = place === 'deleted' ? by : null;
      touch(item);
      if (from === 'folder') item.leftAt = item.changedAt;
      if (place === 'folder') item.returnedAt = item.changedAt;
    },
    writes: () => writes,
    reads: () => {
      const seen = reads;
      reads = [];
      return seen;
    },
    seam,
  };

  function seam(line: Line): ExchangeMailbox {
    const read = <Result>(operation: string, result: () => Result): Promise<Result> =>
      answer(() => {
        line.enter(true);
        reads.push(operation);
        const found = result();
        line.leave();
        return found;
      });
    const write = <Given, Done>(
      all: readonly Given[],
      act: (given: Given) => Outcome<Done>,
    ): Promise<readonly Outcome<Done>[]> =>
      answer(() => {
        if (all.length === 0) return [];
        line.enter(false);
        const outcomes = all.map((given): Outcome<Done> => {
          const fate = line.item();
          if (fate === 'later')
            return { ok: false, refusal: { kind: 'later', code: '429', retryAfterMs: 1000 } };
          const outcome = act(given);
          return fate === 'lostAnswer' && outcome.ok ? { ok: false, refusal: { kind: 'unknown' } } : outcome;
        });
        line.leave();
        return outcomes;
      });
    return {
      get calendar(): never {
        throw new Error('The world has no calendars.');
      },
      findFolders: () => read('findFolders', () => [folder]),
      createFolder: () => read('createFolder', () => folder),
      mayWrite: () => read('mayWrite', () => true),
      orgMark: () => ({ read: () => read('readOrg', () => null), write: () => Promise.resolve() }),
      folderExists: () => read('folderExists', () => true),
      readRound: (_folder, cursor) =>
        read('readRound', () => {
          const [era, position] = cursor?.split(':').map(Number) ?? [generation, -1];
          if (era !== generation || position === undefined) return { kind: 'cursorDead' };
          const left = (item: Item) => position >= 0 && item.leftAt > position;
          const hidden = (item: Item) => quirks.returnsAsTombstone && left(item);
          const gone = [...items.values()].filter(
            (item) => left(item) && (item.place !== 'folder' || hidden(item)),
          );
          for (const item of gone) witness.toldGone(item);
          return {
            kind: 'round',
            contacts: inFolder()
              .filter((item) => item.changedAt > position && !hidden(item))
              .map(shown),
            tombstones: gone.map(({ id }) => id),
            malformed: [],
            cursor: `${generation}:${clock.now()}`,
          };
        }),
      readMarkers: () =>
        read('readMarkers', () => {
          return new Map(inFolder().flatMap(({ id, marker }) => (marker === null ? [] : [[id, marker]])));
        }),
      readContacts: (ids) =>
        read('readContacts', () => {
          return new Map(
            ids.map((id) => {
              const item = items.get(id);
              const there = item !== undefined && item.place !== 'deleted';
              return [id, there ? { contact: shown(item), marker: item.marker } : null];
            }),
          );
        }),
      findByMarker: (_folder, marker) =>
        read('findByMarker', () =>
          inFolder()
            .filter((item) => item.marker === marker)
            .map(shown),
        ),
      createContacts: (_folder, contacts) =>
        write(contacts, ({ properties, marker }) => {
          writes += 1;
          const item = mailbox.add(properties, marker, 'bridge');
          witness.created(item);
          return { ok: true, done: shown(item) };
        }),
      updateContacts: (patches) =>
        write(patches, ({ id, etag, properties }) => {
          const item = items.get(id);
          if (!item || item.place === 'deleted') return { ok: false, refusal: { kind: 'gone' } };
          if (etag !== null && etag !== `W/${item.version}`) return { ok: false, refusal: { kind: 'stale' } };
          writes += 1;
          const before = item.properties;
          const after = { ...before, ...properties };
          mailbox.change(item, 'displayName' in properties ? after : named(after, before));
          witness.changed(item, before);
          return { ok: true, done: shown(item) };
        }),
      deleteContacts: (ids) =>
        write(ids, ({ id, etag }) => {
          const item = items.get(id);
          if (!item || item.place === 'deleted') return { ok: true, done: null };
          if (etag !== null && etag !== `W/${item.version}`) return { ok: false, refusal: { kind: 'stale' } };
          writes += 1;
          witness.deleted(item);
          mailbox.move(item, 'deleted', 'bridge');
          return { ok: true, done: null };
        }),
    };
  }
  return mailbox;
}
