import type { ExchangeId, Fingerprint } from '../../domain/ids.ts';

/** A copy of a meeting that is taken as private: by itself (`own`), or since another mailbox's is. */
export interface Judgement {
  readonly exchangeId: ExchangeId;
  readonly meeting: Fingerprint;
  readonly own: boolean;
}

/** What is remembered of a mailbox's private copies, and what a pass saw of them. */
export interface CopiesSeen {
  readonly remembered: ReadonlyMap<ExchangeId, Judgement>;
  /** Copies that were read, and whether each is private by itself. */
  readonly read: ReadonlyMap<ExchangeId, { readonly meeting: Fingerprint; readonly isPrivate: boolean }>;
  readonly isGone: (id: ExchangeId) => boolean;
  /** The meetings of which another mailbox has a private copy. */
  readonly elsewhere: ReadonlySet<Fingerprint>;
}

/** What is to be remembered in place of what is: copies as they are judged, and those that are not private any more. */
export interface CopiesChanged {
  readonly private: readonly Judgement[];
  readonly others: readonly ExchangeId[];
  /** The meetings whose other copies are concerned. */
  readonly meetings: readonly Fingerprint[];
}

/**
 * What the copies say by themselves, as soon as they are read. One that is private no more is still taken as such while another
 * mailbox's is.
 */
export function ownJudgements({ remembered, read, isGone, elsewhere }: CopiesSeen): CopiesChanged {
  const turned = [...read].flatMap(([exchangeId, { meeting, isPrivate }]): Judgement[] => {
    const before = remembered.get(exchangeId);
    const isKnown = before?.own === true && before.meeting === meeting;
    return isPrivate && !isKnown ? [{ exchangeId, meeting, own: true }] : [];
  });
  const over = [...remembered.values()].filter(
    ({ exchangeId, own }) => own && (read.get(exchangeId)?.isPrivate === false || isGone(exchangeId)),
  );
  return {
    private: [
      ...turned,
      ...over.filter(({ meeting }) => elsewhere.has(meeting)).map((one) => ({ ...one, own: false })),
    ],
    others: over.filter(({ meeting }) => !elsewhere.has(meeting)).map(({ exchangeId }) => exchangeId),
    meetings: [
      ...[...turned, ...over].map(({ meeting }) => meeting),
      ...turned.flatMap(({ exchangeId }) => remembered.get(exchangeId)?.meeting ?? []),
    ],
  };
}

/** By what other copies say, once the judgement of these items has been carried out. */
export function judgementsByOthers(
  { remembered, read, elsewhere }: CopiesSeen,
  judged: ReadonlyMap<ExchangeId, readonly Fingerprint[]>,
): Omit<CopiesChanged, 'meetings'> {
  const changed = { private: [] as Judgement[], others: [] as ExchangeId[] };
  for (const [exchangeId, meetings] of judged) {
    const before = remembered.get(exchangeId);
    if (before?.own === true || read.get(exchangeId)?.isPrivate === true) continue;
    const meeting = meetings.find((one) => elsewhere.has(one));
    if (meeting !== undefined && before?.meeting !== meeting)
      changed.private.push({ exchangeId, meeting, own: false });
    else if (meeting === undefined && before !== undefined) changed.others.push(exchangeId);
  }
  return changed;
}
