import type { ExchangeId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { EventItem } from './event-item.ts';
import { seriesDateOf } from './event-item.ts';

/** A link that goes on with another date of its series: its record is kept, with all that people added to it. */
export interface Rekeyed {
  readonly link: Link;
  readonly item: EventItem;
}

/**
 * When the days of a series change, or a single event becomes a series or the other way round, its links whose dates are struck
 * out go on with dates that have none, in order of time, rather than that records are deleted and others made. `struck`: live
 * links of the event whose item is no more; `free`: its items that no live link knows.
 */
export function rekeySeries(struck: readonly Link[], free: readonly EventItem[]): readonly Rekeyed[] {
  const links = struck.toSorted((a, b) => order(a.exchangeId, b.exchangeId));
  const items = free.toSorted((a, b) => Date.parse(a.time.start) - Date.parse(b.time.start));
  return links.slice(0, items.length).flatMap((link, index) => {
    const item = items[index];
    return item === undefined ? [] : [{ link, item }];
  });
}

/** By what a series is known again in one that goes on with its later dates. */
export interface SplitSeries {
  readonly subject: string;
  /** E-mail address. */
  readonly organizer: string | null;
}

/**
 * "This and following" ends a series earlier and makes another one of the rest, which nothing ties to it. So the dates that are
 * struck out at the end of a series go on with those of a new one by the same organiser and of the same subject, if there is one
 * for certain: each with its own date where that has one, else in order of time. `struck`: live links of one series; `free`: items
 * that no link knows; `known`: the series that were read.
 */
export function rekeyFollowing(
  struck: readonly Link[],
  free: readonly EventItem[],
  known: (id: ExchangeId) => SplitSeries | undefined,
): readonly Rekeyed[] {
  const dates = struck.flatMap(({ exchangeId }) => seriesDateOf(exchangeId) ?? []);
  const first = dates.map(({ date }) => date).toSorted()[0];
  const old = dates[0] === undefined ? undefined : known(dates[0].masterId);
  if (first === undefined || !old?.organizer || old.subject === '') return [];
  const ofSeries = Map.groupBy(
    free.filter(({ series }) => series !== null && series.masterId !== dates[0]?.masterId),
    ({ series }) => series!.masterId,
  );
  const followers = [...ofSeries].filter(([id, items]) => {
    const one = known(id);
    const goesOn = one?.organizer === old.organizer && one.subject === old.subject;
    return goesOn && items.every((item) => dateOf(item) >= first);
  });
  const [[, items] = [null, []], ...more] = followers;
  if (more.length > 0) return [];
  const same = struck.flatMap((link) => {
    const date = seriesDateOf(link.exchangeId)?.date;
    const item = items.find((one) => dateOf(one) === date);
    return item === undefined ? [] : [{ link, item }];
  });
  const taken = new Set<Link | EventItem>(same.flatMap(({ link, item }) => [link, item]));
  const rest = rekeySeries(
    struck.filter((link) => !taken.has(link)),
    items.filter((item) => !taken.has(item)),
  );
  return [...same, ...rest];
}

function dateOf({ series }: EventItem): string {
  return series?.date ?? '';
}

function order(a: ExchangeId, b: ExchangeId): number {
  const [first, second] = [seriesDateOf(a)?.date ?? '', seriesDateOf(b)?.date ?? ''];
  return first < second ? -1 : Number(first > second);
}
